import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PARAPHRASES } from '#src/testing/linking-framework.ts';
import { buildHybridIndex } from './hybrid/hybrid-index.ts';
import { linkHybrid } from './hybrid/link-hybrid.ts';
import { names, smallFramework } from './hybrid/testing-framework.ts';
import { linkText } from './link.ts';
import { mergeTiers } from './merge-tiers.ts';
import { normaliseSurface } from './normalise.ts';
import { buildPhraseIndex } from './phrase-index.ts';

const { concepts, forms } = smallFramework();
const index = buildHybridIndex(concepts, forms);
const phrases = buildPhraseIndex(forms, {
  frameworkVersionIds: [1],
  lexiconRevision: 1,
  decisions: [],
});
const dictionary = (text: string) => linkText(phrases, 'text', text);
const merged = (text: string) => mergeTiers(text, dictionary(text), linkHybrid(index, text));
const named = (text: string, name: string) =>
  merged(text).filter(({ competencyId }) => names.get(competencyId) === name);

test('every link of the dictionary stays, with its form and its span', () => {
  const text = `${PARAPHRASES}\nKubernetes, k8s and Python\nphan tich du lieu, cơ sở dữ liệu`;
  const places = (links: { start: number; end: number; competencyId: number; form: string }[]) =>
    links.map(({ start, end, competencyId, form }) => `${start} ${end} ${competencyId} ${form}`);
  const kept = places(merged(text));
  const listed = places(dictionary(text));
  assert.ok(listed.length > 5);
  assert.ok(listed.every((place) => kept.includes(place)));
  assert.ok(merged(text).every(({ method, band }) => method === 'hybrid' || band === 'accepted'));
});

test('the hybrid tier adds competencies that no listed form names, and never one that a form names', () => {
  const listed = new Set(dictionary(PARAPHRASES).map(({ competencyId }) => competencyId));
  const added = merged(PARAPHRASES).filter(({ method }) => method === 'hybrid');
  assert.ok(added.length > 0);
  for (const link of added) {
    assert.ok(!listed.has(link.competencyId));
    assert.ok(link.probability! > 0 && link.probability! < 1 && Number.isFinite(link.score));
    assert.ok(link.features!.length > 0 && link.reasons!.length > 0);
    assert.ok(['vi', 'en'].includes(link.lineLanguage!));
  }
});

test('a listed form that its own line denies waits for a person and says which words deny it', () => {
  for (const [text, cue] of [
    ['5 years of Java; Kubernetes is not required', 'is not required'],
    ['Không yêu cầu Kubernetes', 'không yêu cầu'],
  ] as const) {
    const [link] = named(text, 'Kubernetes');
    assert.equal(link?.band, 'review', text);
    const [reason] = link!.reasons!;
    assert.ok(reason?.kind === 'negated' && cue.includes(reason.cue));
    assert.equal(link!.probability, null);
  }
  assert.equal(named('5 years of Java; Kubernetes is not required', 'Java')[0]?.band, 'accepted');
});

test('what stands under a heading about the employer is still counted: the words themselves ask for it', () => {
  assert.equal(named('About us\nStrong skill with Kubernetes', 'Kubernetes')[0]?.band, 'accepted');
});

test('a level is proposed where the words speak of one, as a range of a named scale', () => {
  const [link] = named('Ít nhất 3 năm kinh nghiệm Kubernetes', 'Kubernetes');
  const { scale, low, high, ground, cue } = link!.level!;
  assert.deepEqual([scale, ground, cue], ['digcomp-8', 'years', '3 năm']);
  assert.ok(1 <= low && low <= high && high <= 8);
  assert.equal(named('Kubernetes', 'Kubernetes')[0]!.level, null);
});

test('words that only say that something is asked for are no competency', () => {
  for (const { method, normalised } of merged('Yêu cầu:\nexperience\nkỹ năng\nrequired skills')) {
    assert.ok(method !== 'hybrid', normalised);
  }
});

test('what the hybrid tier has not read keeps the links of the dictionary', () => {
  const text = `${' '.repeat(200_000)}\nKubernetes`;
  const [link] = merged(text);
  assert.equal(link?.surface, 'Kubernetes');
  assert.deepEqual([link?.lineLanguage, link?.level, link?.band], [null, null, 'accepted']);
});

const piece = fc.oneof(
  fc.constantFrom('Kubernetes', 'k8s', 'phân tích dữ liệu', 'not', 'không cần', '<b>', '\n', '; '),
  fc.constantFrom('\u200b', '\u202e', '\ud800', '\udc00', '👩‍💻', '5 năm', 'projects of software'),
  fc.string({ unit: 'binary', maxLength: 10 }),
);

test('spans of both tiers point into the text as given, in its order, and carry their key', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('', ' '), (parts, glue) => {
      const text = parts.join(glue);
      let last = 0;
      for (const { start, end, surface, normalised } of merged(text)) {
        assert.ok(last <= start && start < end && end <= text.length);
        assert.equal(surface, text.slice(start, end));
        assert.equal(normalised, normaliseSurface(surface));
        last = start;
      }
    }),
    { numRuns: 200 },
  );
});

test('what the hybrid tier adds counts by itself only where it is sure on its own', () => {
  const text = PARAPHRASES;
  const result = linkHybrid(index, text);
  const sure = (probability: number) =>
    mergeTiers(text, dictionary(text), {
      ...result,
      links: result.links.map((link) => ({ ...link, probability, band: 'accepted' })),
    }).filter(({ method }) => method === 'hybrid');
  assert.ok(sure(0.95).length > 0);
  assert.ok(sure(0.95).every(({ band }) => band === 'accepted'));
  assert.ok(sure(0.6).every(({ band }) => band === 'review'));
});
