import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkReference, loadable } from './check-reference.ts';
import { findingSentence, type FindingCode } from './findings.ts';
import { readSource } from './read-source.ts';
import { filesWith } from './testing-files.ts';

const BRIDGES = 'competencies/bridges.yaml';
const TOOLS = 'tools/bridges.yaml';
const ROLES = 'roles/works.yaml';
const BOARD = 'certificates/board.yaml';
const ELSEWHERE = 'crosswalks/elsewhere.tsv';

/** What an editor did, the finding, and where; 'role-thin' stands in the small whole from the beginning. */
const MISTAKES: [string, [string, string, string], FindingCode, string, number][] = [
  ['an open quote', [BRIDGES, "vi: 'Tính lực", "vi: 'Tính 'lực"], 'yaml-broken', BRIDGES, 27],
  [
    'a comma in a bare flow text',
    [BRIDGES, 'vi: Cầu,', 'vi: Cầu, phà,'],
    'key-unknown',
    BRIDGES,
    4,
  ],
  [
    'a key written twice',
    [BRIDGES, '    core: true', '    core: true\n    core: true'],
    'key-twice',
    BRIDGES,
    16,
  ],
  ['a misspelt key', [BRIDGES, 'aliases: []', 'alias: []'], 'key-unknown', BRIDGES, 30],
  [
    'a missing label',
    [TOOLS, '    label: { vi: SpanCalc, en: SpanCalc }\n', ''],
    'key-missing',
    TOOLS,
    3,
  ],
  ['a label without English', [TOOLS, ', en: SpanCalc }', ' }'], 'language-missing', TOOLS, 5],
  ['an empty Vietnamese text', [TOOLS, 'vi: SpanCalc', "vi: ''"], 'language-missing', TOOLS, 5],
  [
    'a number where a text belongs',
    [TOOLS, 'en: SpanCalc }', 'en: 365 }'],
    'text-unquoted',
    TOOLS,
    5,
  ],
  ['an unknown kind', [BRIDGES, 'kind: skill', 'kind: talent'], 'value-unknown', BRIDGES, 24],
  [
    'a code in small letters',
    [TOOLS, 'code: BR.SPANCALC', 'code: br.spancalc'],
    'code-malformed',
    TOOLS,
    3,
  ],
  ['a repeated code', [TOOLS, 'code: BR.SPANCALC', 'code: BR.DESIGN'], 'code-twice', TOOLS, 3],
  ['a repeated UUID', [TOOLS, '000000000013', '000000000012'], 'uuid-twice', TOOLS, 4],
  [
    'a UUID that is none',
    [TOOLS, '00000000-0000-4000-8000-000000000013', 'none'],
    'uuid-malformed',
    TOOLS,
    4,
  ],
  [
    'no UUID',
    [TOOLS, '    uuid: 00000000-0000-4000-8000-000000000013\n', ''],
    'uuid-missing',
    TOOLS,
    3,
  ],
  ['an unknown area', [TOOLS, 'area: BR', 'area: RB'], 'area-unknown', TOOLS, 1],
  [
    'an unknown parent',
    [BRIDGES, 'parent: BR.DESIGN', 'parent: BR.DESIGNS'],
    'parent-unknown',
    BRIDGES,
    29,
  ],
  [
    'a tool as a parent',
    [BRIDGES, 'parent: BR.DESIGN', 'parent: BR.SPANCALC'],
    'parent-is-tool',
    BRIDGES,
    29,
  ],
  [
    'a ring of parents',
    [BRIDGES, '    range: [2, 6]', '    parent: BR.SUSPENSION\n    range: [2, 6]'],
    'parent-cycle',
    BRIDGES,
    14,
  ],
  [
    'a tool of nothing',
    [BRIDGES, 'kind: skill', 'kind: tool'],
    'tool-without-competency',
    BRIDGES,
    22,
  ],
  [
    'a tool of something unknown',
    [TOOLS, 'of: [BR.DESIGN]', 'of: [BR.DESING]'],
    'competency-unknown',
    TOOLS,
    7,
  ],
  ['a tool of an area', [TOOLS, 'of: [BR.DESIGN]', 'of: [BR]'], 'of-area', TOOLS, 7],
  ['a ninth level', [BRIDGES, '      6: {', '      9: {'], 'level-outside-scale', BRIDGES, 19],
  ['a level 9 in a requirement', [ROLES, 'level: 4', 'level: 9'], 'level-outside-scale', ROLES, 13],
  ['a falling range', [BRIDGES, 'range: [2, 6]', 'range: [6, 2]'], 'range-falls', BRIDGES, 14],
  [
    'a descriptor outside the range',
    [BRIDGES, 'range: [2, 6]', 'range: [2, 5]'],
    'level-outside-range',
    BRIDGES,
    19,
  ],
  [
    'a core competency without level 4',
    [BRIDGES, '      4: {', '      5: {'],
    'level-undescribed',
    BRIDGES,
    15,
  ],
  [
    'levels out of order',
    ['scale.yaml', '- level: 2', '- level: 3'],
    'scale-order',
    'scale.yaml',
    22,
  ],
  [
    'a form of two competencies',
    [TOOLS, 'form: span calc pro', 'form: Span-Engineering'],
    'form-collision',
    TOOLS,
    9,
  ],
  [
    'a label that is an alias elsewhere',
    [BRIDGES, 'form: span engineering', 'form: suspension span'],
    'form-collision',
    BRIDGES,
    25,
  ],
  ['a form listed twice', [TOOLS, 'form: span calc pro', 'form: spancalc'], 'form-twice', TOOLS, 9],
  [
    'a definition that begins with its label',
    [BRIDGES, "en: 'Computes tension", "en: 'Suspension spans: computes tension"],
    'definition-repeats-label',
    BRIDGES,
    28,
  ],
  [
    'English in the place of Vietnamese',
    [
      BRIDGES,
      'Tính lực căng và võng của dây chủ dưới gió.',
      'Computes the tension of cables under heavy wind.',
    ],
    'language-wrong',
    BRIDGES,
    27,
  ],
  [
    'a doubled space',
    [BRIDGES, 'tension and sag', 'tension  and sag'],
    'text-spacing',
    BRIDGES,
    28,
  ],
  [
    'letters with separate accents',
    [BRIDGES, 'dây chủ', 'dây chủ'.normalize('NFD')],
    'text-decomposed',
    BRIDGES,
    27,
  ],
  [
    'nearly the same descriptor twice',
    [
      BRIDGES,
      'Designs a small canal crossing from end to end.',
      'Recomputes a finished drawing from tables again.',
    ],
    'descriptors-alike',
    BRIDGES,
    18,
  ],
  [
    'a requirement that does not exist',
    [ROLES, 'competency: BR.DESIGN', 'competency: BR.NONE'],
    'competency-unknown',
    ROLES,
    13,
  ],
  [
    'a competency asked for twice',
    [ROLES, 'competency: BR.SUSPENSION', 'competency: BR.DESIGN'],
    'value-twice',
    ROLES,
    14,
  ],
  ['a share without n', [ROLES, ' n: 10,', ''], 'evidence-incomplete', ROLES, 14],
  [
    'a figure that nobody measured',
    [ROLES, 'source: expert', 'source: expert, share: 0.5'],
    'evidence-unmeasured',
    ROLES,
    13,
  ],
  [
    'a title of two roles',
    [ROLES, 'en: [Span engineer]', 'en: [bridge engineer]'],
    'title-twice',
    ROLES,
    9,
  ],
  [
    'a date that is none',
    [ROLES, 'asOf: 2026-11-22', 'asOf: 22/11/2026'],
    'date-malformed',
    ROLES,
    2,
  ],
  [
    'an O*NET code that is none',
    [ROLES, "isco: ['2142']", "isco: ['214']"],
    'format-wrong',
    ROLES,
    10,
  ],
  ['weights that make 90 %', [BOARD, 'weight: 40', 'weight: 30'], 'domain-weights', BOARD, 11],
  [
    'a weight for one domain alone',
    [BOARD, 'weight: 40, ', ''],
    'domain-without-weight',
    BOARD,
    11,
  ],
  [
    'a certificate of something unknown',
    [BOARD, 'competency: BR.DESIGN', 'competency: BR.DESIG'],
    'competency-unknown',
    BOARD,
    10,
  ],
  [
    'a certificate that ends and never ends',
    [BOARD, 'validityMonths: 36', 'validityMonths: 36\n    validity: none'],
    'validity-both',
    BOARD,
    9,
  ],
  ['an unknown relation', [ELSEWHERE, '\tbroader\t', '\tsimilar\t'], 'value-unknown', ELSEWHERE, 2],
  [
    'a crosswalk of something unknown',
    [ELSEWHERE, 'BR.DESIGN\t', 'BR.DESIGM\t'],
    'competency-unknown',
    ELSEWHERE,
    2,
  ],
  ['a missing cell', [ELSEWHERE, '\teditor\t', '\teditor'], 'crosswalk-cells', ELSEWHERE, 2],
  ['a confidence of 90', [ELSEWHERE, '0.9', '90'], 'format-wrong', ELSEWHERE, 2],
  ['another header', [ELSEWHERE, 'target', 'to'], 'crosswalk-header', ELSEWHERE, 1],
];

test('the small whole has one finding: its role asks for too little', () => {
  const { findings } = checkReference(filesWith());
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['role-thin'],
  );
});

for (const [what, change, code, file, line] of MISTAKES) {
  test(`${what} is told with its file, its line and the fix`, () => {
    const { findings } = checkReference(filesWith(change));
    const found = findings.find((one) => one.code === code && one.file === file);
    const told = findings.map((one) => `${one.file}:${one.line} ${one.code}`).join('\n');
    assert.ok(found, `no ${code} among\n${told}`);
    assert.equal(found.line, line, told);
    for (const language of ['vi', 'en'] as const) {
      assert.doesNotMatch(findingSentence(found, language), /\{\w+\}/);
    }
  });
}

test('a mistake in one entry hides no other entry, and what points at it is not called wrong', () => {
  const { findings, figures } = checkReference(
    filesWith([BRIDGES, 'kind: competency', 'kind: ability']),
  );
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['value-unknown', 'role-thin'],
  );
  assert.equal(figures.competencies, 1);
});

test('a file that is no YAML is told of once, and nothing that points into it', () => {
  const { findings } = checkReference(filesWith([BRIDGES, 'area:', '- [']));
  assert.deepEqual([...new Set(findings.map(({ code }) => code))].sort(), [
    'role-thin',
    'yaml-broken',
  ]);
});

test('forms are told apart by their letter case or by where they may match', () => {
  const named = (first: string, second: string) =>
    checkReference(
      filesWith(
        [BRIDGES, 'form: span engineering, lang: en', `form: Span, lang: en${first}`],
        [TOOLS, 'form: span calc pro, lang: en', `form: SPAN, lang: en${second}`],
      ),
    ).findings.filter(({ code }) => code === 'form-collision').length;
  assert.equal(named('', ''), 1);
  assert.equal(named(', caseSensitive: true', ''), 1);
  assert.equal(named(', caseSensitive: true', ', caseSensitive: true'), 0);
  assert.equal(named(', fields: [title]', ', fields: [tag, text]'), 0);
  assert.equal(named(', fields: [title]', ''), 1);
});

test('a stock opening of many definitions is told once, with how many there are', () => {
  const many = Array.from(
    { length: 8 },
    (_, at) => `  - code: BR.MANY${at}
    uuid: 00000000-0000-4000-8000-0000000001${String(at).padStart(2, '0')}
    kind: competency
    label: { vi: Việc số ${at}, en: Thing ${'abcdefgh'[at]} }
    definition: { vi: '${'abcdefgh'[at]} làm một việc rất riêng của mình.', en: 'Is able to ${'abcdefgh'[at]}${at} ${at}x ${at}y ${at}z ${at}w.' }
`,
  ).join('');
  const { findings } = checkReference(
    filesWith([BRIDGES, '  - code: BR.SUSPENSION', `${many}  - code: BR.SUSPENSION`]),
  );
  const frames = findings.filter(({ code }) => code === 'frame-definitions');
  assert.deepEqual(
    frames.map(({ severity, detail }) => [severity, detail.value, detail.count]),
    [['warning', 'is able to', 8]],
  );
});

test('a technology of O*NET is one tool', () => {
  const other = `  - code: BR.OTHER
    uuid: 00000000-0000-4000-8000-000000000014
    label: { vi: OtherCalc, en: OtherCalc }
    definition: { vi: 'Vẽ sơ đồ tải trọng bằng OtherCalc cho nhịp dài.', en: 'Draws load diagrams of long bays in OtherCalc.' }
    of: [BR.DESIGN]
    onet: spancalc
`;
  const { findings } = checkReference(
    filesWith(
      [TOOLS, '    of: [BR.DESIGN]', '    of: [BR.DESIGN]\n    onet: SpanCalc'],
      [TOOLS, '  - code: BR.SPANCALC', `${other}  - code: BR.SPANCALC`],
    ),
  );
  assert.deepEqual(
    findings.map(({ code, line }) => [code, line]),
    [
      ['role-thin', 12],
      ['onet-twice', 14],
    ],
  );
});

test('a published code that is gone, or has another UUID, is told', () => {
  const published = (code: string, uuid: string) =>
    checkReference([
      ...filesWith(),
      {
        name: 'published.tsv',
        text: `version\tkind\tcode\tuuid\n1.0\tcompetency\t${code}\t${uuid}\n`,
      },
    ]).findings.map(({ code: found, file, line }) => `${found} ${file}:${line}`);
  const uuid = '00000000-0000-4000-8000-000000000012';
  assert.deepEqual(published('BR.SUSPENSION', uuid), [`role-thin ${ROLES}:12`]);
  assert.ok(published('BR.GONE', uuid).includes('published-missing published.tsv:2'));
  assert.ok(published('BR.DESIGN', uuid).includes(`published-moved ${BRIDGES}:7`));
});

test('what cannot be loaded names its place; what an editor still owes does not stop it', () => {
  assert.equal(loadable(readSource(filesWith())).framework?.value.version, '2.0');
  assert.throws(() => loadable(readSource(filesWith([ROLES, 'level: 4', 'level: 9']))), {
    code: 'reference-broken',
  });
});

test('a certificate of ranges is right where they enclose the whole exam', () => {
  const ranges = (one: string, other: string) =>
    checkReference(
      filesWith([BOARD, 'weight: 60', `weight: ${one}`], [BOARD, 'weight: 40', `weight: ${other}`]),
    ).findings.some(({ code }) => code === 'domain-weights');
  assert.equal(ranges('[50, 60]', '[40, 50]'), false);
  assert.equal(ranges('[20, 30]', '[40, 50]'), true);
});
