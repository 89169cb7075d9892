import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contents } from '#src/testing/framework-content.ts';
import { inOneOrder, type AnyRow } from '../importing/framework-row.ts';
import { CSV_LOSES, flatCsv } from './csv.ts';
import { writeVersion } from './export-version.ts';
import { readFile } from './read-file.ts';
import { readTables } from './read-tables.ts';
import { cellText } from './to-lines.ts';
import type { Content } from './written.ts';

const rowsOf = ({ about, scales, items, roles, definitions }: Content): AnyRow[] =>
  [about, ...scales, ...items, ...roles, ...definitions].map((row) => inOneOrder<AnyRow>(row));

async function readBack(file: Buffer) {
  const placed = await readFile(await readTables(file), async () => undefined);
  return {
    rows: placed.map(({ row }) => row),
    problems: placed.flatMap(({ problems = [] }) => problems),
  };
}

test('Whatever a framework says, its workbook says it too: read back, every row is the same', async () => {
  await fc.assert(
    fc.asyncProperty(contents, async (content) => {
      const { rows, problems } = await readBack(await writeVersion(content));
      assert.deepEqual(problems, []);
      assert.deepEqual(rows, rowsOf(content));
    }),
    { numRuns: 60 },
  );
});

test('A CSV brings every item back but for the list of what it loses', async () => {
  await fc.assert(
    fc.asyncProperty(contents, async (content) => {
      const { rows, problems } = await readBack(Buffer.from(await flatCsv(content)));
      assert.deepEqual(
        problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.deepEqual(
        rows.map(without),
        rowsOf(content)
          .filter(({ type }) => !(CSV_LOSES.rows as readonly string[]).includes(type))
          .map(without),
      );
    }),
    { numRuns: 60 },
  );
});

/** A row without what a CSV has no place for: exactly what CSV_LOSES lists. */
function without(row: AnyRow): unknown {
  if (row.type === 'framework') {
    const { code, version, licence, texts } = row;
    const titles = texts.filter(({ field }) => field === 'title');
    return ends({ code, version, licence, titles });
  }
  if (row.type !== 'item') return row;
  const { levels: _levels, extra: _extra, relations, ...own } = row;
  return ends({
    ...own,
    relations: relations.map(({ relation, to }) => ({ relation, to })).sort(byJson),
  });
}

/** Texts without the space at their ends, forms that are one without it, line breaks as \\n. */
function ends(value: object): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) => {
    if (typeof inner === 'string') return cellText(inner).trim();
    if (!Array.isArray(inner)) return inner;
    const one = [...new Map(inner.map((each) => [JSON.stringify(each), each as unknown])).values()];
    return key === 'aliases' ? one.sort(byJson) : inner;
  });
}

const byJson = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
