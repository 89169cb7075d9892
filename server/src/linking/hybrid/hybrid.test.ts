import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionNames } from './decision.ts';
import { featureCount, featureNames } from './features.ts';
import { linkHybrid } from './link-hybrid.ts';
import { shippedModel } from './model.ts';
import { rankLine } from './rank-line.ts';
import { buildHybridIndex } from './hybrid-index.ts';
import { names, smallFramework } from './testing-framework.ts';

const { concepts, forms } = smallFramework();
const index = buildHybridIndex(concepts, forms);

const first = (text: string) => names.get(rankLine(index, text)[0]?.competencyId ?? 0);

test('a listed name is found wherever it stands, with the place in the text', () => {
  const text = 'At least 3 years of experience with Kubernetes in production';
  const [best] = rankLine(index, text);
  assert.equal(names.get(best!.competencyId), 'Kubernetes');
  assert.equal(text.slice(best!.spans[0]!.start, best!.spans[0]!.end), 'Kubernetes');
  assert.equal(best!.method, 'exact');
});

test('an alias names its competency and the reason says which alias', () => {
  const [best] = rankLine(index, 'Deploy services on k8s');
  assert.equal(names.get(best!.competencyId), 'Kubernetes');
  assert.deepEqual(best!.reasons[0], {
    kind: 'phrase',
    form: 'k8s',
    isLabel: false,
    method: 'exact',
  });
});

test('words of a name in another order and inflected find it, and the reason says which words', () => {
  const ranked = rankLine(index, 'experience in managing projects of software teams');
  const found = ranked.find(
    ({ competencyId }) => names.get(competencyId) === 'manage software projects',
  );
  assert.ok(ranked.indexOf(found!) < 3);
  const reason = found!.reasons.find(({ kind }) => kind === 'words');
  assert.deepEqual(reason?.kind === 'words' && reason.found.sort(), [
    'manag',
    'project',
    'softwar',
  ]);
});

test('Vietnamese is found with its accents, without them, and with the tone mark elsewhere', () => {
  for (const text of [
    'Có kinh nghiệm phân tích dữ liệu kinh doanh',
    'Co kinh nghiem phan tich du lieu kinh doanh',
    'Phân tích dữ lịêu kinh doanh là lợi thế'.replace('lịêu', 'liệu'),
  ]) {
    assert.equal(first(text), 'phân tích dữ liệu', text);
  }
  assert.equal(first('Thiết kế đồ hoạ cho sản phẩm'), 'thiết kế đồ họa');
});

test('one unaccented syllable and a case-sensitive name in lower case name nothing', () => {
  assert.ok(rankLine(index, 'we go to market fast').every(({ form }) => form !== 'Go'));
  assert.ok(rankLine(index, 'Go, Python').some(({ form }) => form === 'Go'));
});

test('what is denied is dropped and the reason names the words that deny it', () => {
  for (const [text, cue] of [
    ['No Kubernetes experience needed', 'no'],
    ['Không yêu cầu Kubernetes', 'không yêu cầu'],
    ['Kubernetes is not required', 'not required'],
  ] as const) {
    const [best] = rankLine(index, text);
    assert.equal(best!.band, 'dropped', text);
    assert.ok(
      best!.reasons.some((reason) => reason.kind === 'negated' && reason.cue === cue),
      text,
    );
  }
});

test('a negation that denies nothing, or another clause, leaves a competency standing', () => {
  for (const text of [
    'Not only Kubernetes but also Python',
    'Không chỉ Kubernetes mà còn Python',
    'No smoking, Kubernetes experience',
  ]) {
    const found = rankLine(index, text).find(({ form }) => form === 'Kubernetes');
    assert.ok(found && found.reasons.every(({ kind }) => kind !== 'negated'), text);
  }
});

test('what an employer says of itself and what it gives are asked of nobody', () => {
  const text = [
    'We are a Java company founded in 2009',
    'Quyền lợi:',
    'Học Python miễn phí, lương tháng 13',
    'Yêu cầu:',
    'Kinh nghiệm với Kubernetes',
  ].join('\n');
  const found = linkHybrid(index, text).links.map(({ competencyId }) => names.get(competencyId));
  assert.ok(found.includes('Kubernetes'));
  assert.ok(!found.includes('Java') && !found.includes('Python'));
});

test('the level asked for is a range with the words that say so, and nothing where none do', () => {
  const levelOf = (text: string) => rankLine(index, text)[0]!.level;
  assert.deepEqual(levelOf('Thành thạo Kubernetes'), {
    from: 5,
    to: 6,
    ground: 'degree',
    cue: 'thành thạo',
    rulesSince: '2026-11-22',
  });
  assert.equal(levelOf('Basic knowledge of Kubernetes')!.to, 2);
  assert.deepEqual(
    ['≥ 3 năm kinh nghiệm Kubernetes', '3+ years of Kubernetes', '3-5 years with Kubernetes'].map(
      (text) => levelOf(text)!.from,
    ),
    [4, 4, 4],
  );
  assert.equal(levelOf('Kubernetes'), null);
});

test('links of a text point into the text as given, once for each competency, best first', () => {
  const text = '<ul><li>Kubernetes &amp; Python</li>\n<li>Kinh nghiệm Kubernetes</li></ul>';
  const { links, read } = linkHybrid(index, text);
  assert.equal(read.of, text.length);
  const found = links.find(({ competencyId }) => names.get(competencyId) === 'Kubernetes')!;
  assert.deepEqual(
    found.spans.map(({ start, end }) => text.slice(start, end)),
    ['Kubernetes', 'Kubernetes'],
  );
  const probabilities = links.map(({ probability }) => probability);
  assert.deepEqual(
    probabilities,
    probabilities.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(links.map(({ competencyId }) => competencyId)).size, links.length);
});

test('an alias of two competencies proposes both', () => {
  const ranked = rankLine(index, 'Strong PM background').filter(({ form }) => form === 'PM');
  assert.deepEqual(ranked.map(({ competencyId }) => names.get(competencyId)).sort(), [
    'manage software projects',
    'product management',
  ]);
});

test('the same index and text give the same bytes, whatever was read before', () => {
  const again = buildHybridIndex(concepts.toReversed(), forms.toReversed());
  assert.equal(again.hash, index.hash);
  const text =
    'Thành thạo Kubernetes và Python\nphân tích dữ liệu\nThành thạo Kubernetes và Python';
  const once = JSON.stringify(linkHybrid(again, text));
  linkHybrid(again, 'Docker, Java\nGo');
  assert.equal(JSON.stringify(linkHybrid(again, text)), once);
  assert.equal(JSON.stringify(linkHybrid(index, text)), once);
});

test('another alias gives another hash, and what an option leaves out is not in the index', () => {
  const more = buildHybridIndex(concepts, [...forms, { ...forms[0]!, form: 'orchestration' }]);
  assert.notEqual(more.hash, index.hash);
  const bare = buildHybridIndex(concepts, forms, {
    encoder: false,
    descriptions: false,
    aliases: false,
  });
  assert.equal(bare.encoder, undefined);
  assert.ok(rankLine(bare, 'k8s').every(({ form }) => form !== 'k8s'));
  assert.equal(names.get(rankLine(bare, 'Kubernetes')[0]!.competencyId), 'Kubernetes');
});

test('an empty framework links nothing', () => {
  const empty = buildHybridIndex([], []);
  assert.deepEqual(rankLine(empty, 'Kubernetes'), []);
  assert.deepEqual(linkHybrid(empty, 'Kubernetes\nPython').links, []);
});

test('the shipped weights fit the features and speak of probabilities in order', () => {
  const { ranker, calibrations } = shippedModel();
  assert.equal(ranker.inputs, featureCount);
  assert.equal(new Set(featureNames).size, featureCount);
  for (const { review, accept, weights } of calibrations) {
    assert.ok(review <= accept && accept <= 1);
    assert.equal(weights.length, decisionNames.length);
    assert.ok(weights[decisionNames.indexOf('score')]! > 0);
  }
});
