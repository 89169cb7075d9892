import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyFramework } from '#src/testing/any-framework.ts';
import { anyPackage, comparable, memorySource, writingOf } from '#src/testing/case-packages.ts';
import { fromCase } from './from-case.ts';
import { readPackage } from './read-package.ts';
import { packageOf } from './write-package.ts';
import { inOneOrder, rowKey, type AnyRow } from '#src/frameworks/importing/framework-row.ts';
import type { CFPackage } from './wire.ts';

/** As the file of a package is read. */
const rowsOf = (whole: CFPackage): AnyRow[] =>
  [...fromCase(readPackage(JSON.stringify(whole)))].map(({ row }) => row);

for (const version of ['1.0', '1.1'] as const) {
  test(`any package of CASE ${version} leaves as it came, field by field`, async () => {
    await fc.assert(
      fc.asyncProperty(anyPackage(version), async (whole) => {
        const rows = rowsOf(whole);
        const again = await packageOf(memorySource(rows), writingOf(rows, { version }));
        assert.deepEqual(comparable(again), comparable(whole));
      }),
      { numRuns: 300 },
    );
  });
}

/** Rows by their names, each in one order. */
function settled(rows: readonly AnyRow[]): Map<string, AnyRow> {
  return new Map(rows.map((row) => [rowKey(row), inOneOrder(row)]));
}

test('any framework of ours comes back from CASE 1.1 as it was, in all its languages', async () => {
  await fc.assert(
    fc.asyncProperty(anyFramework, async (rows) => {
      const whole = await packageOf(memorySource(rows), writingOf(rows));
      assert.deepEqual(settled(rowsOf(whole)), settled(rows));
    }),
    { numRuns: 300 },
  );
});
