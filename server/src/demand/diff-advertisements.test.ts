import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  baseKey,
  diffAdvertisements,
  repeatedRows,
  type KnownKey,
  type StagedKey,
} from './diff-advertisements.ts';
import { statusAfterChange } from './status-after-change.ts';

const row = (rowNumber: number, key: string, contentSha256: string, flags: string[] = []) => ({
  rowNumber,
  key,
  contentSha256,
  flags,
});
const changesOf = (staged: StagedKey[], known: KnownKey[]) =>
  diffAdvertisements(staged, known).map(({ rowNumber, change, key }) => [rowNumber, change, key]);

/** What is known after a file has been applied. */
function applied(staged: StagedKey[], known: KnownKey[]): KnownKey[] {
  const after = new Map(known.map((one) => [one.key, one]));
  for (const change of diffAdvertisements(staged, known)) {
    const from = staged.find((one) => one.rowNumber === change.rowNumber)!;
    if (change.change !== 'same') after.set(change.key, { ...from, key: change.key });
  }
  return [...after.values()];
}

const file = fc
  .array(fc.tuple(fc.constantFrom('k', 'l', 'm'), fc.constantFrom('A', 'B', 'C', 'D')), {
    maxLength: 12,
  })
  .map((cells) => cells.map(([key, content], index) => row(index + 1, key, content)));

test('A file imported twice changes nothing the second time', () => {
  fc.assert(
    fc.property(file, file, (before, staged) => {
      const known = applied(staged, applied(before, []));
      assert.ok(diffAdvertisements(staged, known).every((change) => change.change === 'same'));
    }),
  );
});

test('The order of the rows in a file does not matter once it has been imported', () => {
  fc.assert(
    fc.property(file, (staged) => {
      const known = applied(staged, []);
      const reversed = staged.toReversed().map((one, index) => ({ ...one, rowNumber: index + 1 }));
      assert.ok(diffAdvertisements(reversed, known).every((change) => change.change === 'same'));
    }),
  );
});

test('One edited row is exactly one change, also among rows that share a source key', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 1 }),
      fc.nat(),
      (contents, which) => {
        const staged = contents.map((content, index) => row(index + 1, 'k', content));
        const known = applied(staged, []);
        const edited = staged.map((one, index) =>
          index === which % staged.length ? { ...one, contentSha256: 'edited' } : one,
        );
        const changes = diffAdvertisements(edited, known).filter((one) => one.change !== 'same');
        assert.deepEqual(
          changes.map((one) => [one.rowNumber, one.change]),
          [[(which % staged.length) + 1, 'changed']],
        );
      },
    ),
  );
});

test('Different postings of one employer, title, place and time are told apart by an ordinal', () => {
  const staged = [row(1, 'k', 'A'), row(2, 'k', 'B'), row(3, 'l', 'A')];
  assert.deepEqual(changesOf(staged, []), [
    [1, 'new', 'k'],
    [2, 'new', 'k:2'],
    [3, 'new', 'l'],
  ]);
});

test('A comparison can be repeated on rows that carry the keys of an earlier one', () => {
  fc.assert(
    fc.property(file, file, (before, staged) => {
      const known = applied(before, []);
      const first = diffAdvertisements(staged, known);
      const again = staged.map((one) => ({
        ...one,
        key: first.find((change) => change.rowNumber === one.rowNumber)!.key,
      }));
      assert.deepEqual(diffAdvertisements(again, known), first);
    }),
  );
});

test('A row that repeats another one of the file is pointed out and not imported twice', () => {
  const staged = [row(1, 'k', 'A'), row(2, 'k', 'A'), row(3, 'k', 'B')];
  assert.deepEqual(repeatedRows(staged), [{ rowNumber: 2, repeats: 1 }]);
  assert.deepEqual(
    diffAdvertisements(staged, [])
      .map((one) => one.change)
      .sort(),
    ['new', 'new', 'same'],
  );
  assert.equal(baseKey('k:2'), 'k');
});

test('An unchanged row that lint sees for the first time as a template is a change', () => {
  const known = [{ key: 'k', contentSha256: 'A', flags: [] }];
  assert.deepEqual(changesOf([row(1, 'k', 'A', ['template-text'])], known), [[1, 'changed', 'k']]);
  const flagged = [{ key: 'k', contentSha256: 'A', flags: ['template-text'] }];
  assert.deepEqual(changesOf([row(1, 'k', 'A', [])], flagged), [[1, 'same', 'k']]);
});

test('What a person has decided about an advertisement stands when its source changes it', () => {
  const held = { held: true, flags: ['template-text'] };
  const clean = { held: false, flags: [] };
  assert.equal(statusAfterChange({ status: 'excluded', flags: [] }, clean), 'excluded');
  assert.equal(statusAfterChange({ status: 'counted', flags: ['template-text'] }, held), 'counted');
  assert.equal(statusAfterChange({ status: 'counted', flags: [] }, held), 'held');
  assert.equal(statusAfterChange({ status: 'held', flags: ['template-text'] }, held), 'held');
  assert.equal(statusAfterChange({ status: 'held', flags: ['template-text'] }, clean), 'counted');
});
