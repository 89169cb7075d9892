import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkReference } from './check-reference.ts';
import { findingSentence, type FindingCode } from './findings.ts';
import { equatingsSaid } from './equatings-said.ts';
import { toReference } from './read-reference.ts';
import { filesWith, SMALL_REFERENCE } from './testing-files.ts';

const SCALE = 'scale.yaml';
const lineOf = (words: string, after = '') => {
  const text = SMALL_REFERENCE[SCALE]!;
  const at = text.indexOf(words, text.indexOf(after));
  return text.slice(0, at).split('\n').length;
};

/** What an editor did, the exchange, the finding, and words that stand on its line. */
const MISTAKES: [string, [string, string], FindingCode, string][] = [
  ['a range that falls', ['range: [3, 4]', 'range: [4, 3]'], 'range-falls', 'range: [3, 4]'],
  [
    'a higher level with a lower range',
    ['range: [5, 6]', 'range: [3, 4]'],
    'equating-falls',
    'range: [5, 6]',
  ],
  [
    'a level told twice',
    ['- level: 3\n        range', '- level: 2\n        range'],
    'equating-order',
    '- level: 3\n        range',
  ],
  ['no day', ["    asOf: '2026-11-22'\n", ''], 'key-missing', '- scale: digcomp-8'],
  [
    'a reason in Vietnamese alone',
    ["          en: 'Both need", "          more: 'Both need"],
    'key-unknown',
    "en: 'Both need",
  ],
  [
    'a qualification as a level',
    ['scale: tt-02-2025', 'scale: VQF'],
    'equating-qualification',
    '- scale: tt-02-2025',
  ],
  [
    'one scale twice',
    ['scale: tt-02-2025', 'scale: digcomp-8'],
    'equating-twice',
    '- scale: tt-02-2025',
  ],
  [
    'the scale itself',
    ['scale: tt-02-2025', 'scale: NHIP-8'],
    'equating-own',
    '- scale: tt-02-2025',
  ],
];

for (const [what, [from, to], code, where] of MISTAKES) {
  test(`Of equatings, ${what} is told with its line and the fix in both languages`, () => {
    const { findings } = checkReference(filesWith([SCALE, from, to]));
    const found = findings.find((one) => one.file === SCALE && one.code === code);
    assert.ok(found, JSON.stringify(findings.filter(({ file }) => file === SCALE)));
    assert.equal(found.line, lineOf(where, 'equatings:'));
    for (const language of ['vi', 'en'] as const) {
      assert.doesNotMatch(findingSentence(found, language), /\{\w+\}/);
    }
  });
}

test('A level of ours that nothing is said of is a warning, and a slot that waits says nothing yet', () => {
  const text = SMALL_REFERENCE[SCALE]!;
  const last = text.slice(
    text.indexOf('      - level: 8\n        range'),
    text.indexOf('  - scale: tt-'),
  );
  const { findings } = checkReference(filesWith([SCALE, last, '']));
  assert.deepEqual(
    findings
      .filter(({ file }) => file === SCALE)
      .map(({ code, severity, detail }) => [code, severity, detail.value]),
    [['equating-untold', 'warning', '8']],
  );
  const reference = toReference(filesWith());
  assert.deepEqual([...equatingsSaid(reference).keys()], ['digcomp-8']);
  assert.equal(equatingsSaid(reference).get('digcomp-8')!.rows.length, 8);
});

test('An equating is no part of a version: telling it otherwise leaves the content hash as it is', () => {
  const before = toReference(filesWith());
  const after = toReference(filesWith([SCALE, 'range: [3, 4]', 'range: [3, 5]']));
  assert.equal(after.sha256, before.sha256);
});
