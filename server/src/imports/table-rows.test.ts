import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isProblem } from '#src/testing/is-problem.ts';
import type { BundledFile } from './bundle.ts';
import { csvTable, jsonLines, tsvTable } from './table-rows.ts';

const file = (text: string, name = 'a.csv'): BundledFile => ({
  ...{ name, path: name },
  async *read() {
    const bytes = Buffer.from(text);
    // letters are cut nowhere: a bundle gives whole characters
    for (let at = 0; at < text.length; at += 7) yield Buffer.from(text.slice(at, at + 7));
    assert.ok(bytes.length >= text.length);
  },
});

test('A broken row of a table says where it stands and costs itself alone', async () => {
  const rows = await Array.fromAsync(
    csvTable(file('\ufeffid,label\n1,một\n2\n3,"ba\nbốn"\n4,x,y\n5,"năm\n6,sáu\n'), ['id']),
  );
  assert.deepEqual(
    rows.map((row) => (row.fault === null ? row.cells.label : `${row.fault} line ${row.line}`)),
    ['một', 'cells line 3', 'ba\nbốn', 'cells line 6', 'quotes line 7', 'sáu'],
  );
});

test('Rows that lack cells at their end are whole where a file is known to write them so', async () => {
  const rows = await Array.fromAsync(csvTable(file('a,b,c\n1\n1,2\n'), ['a'], { shortRows: true }));
  assert.deepEqual(
    rows.map((row) => row.fault === null && row.cells),
    [
      { a: '1', b: '', c: '' },
      { a: '1', b: '2', c: '' },
    ],
  );
});

test('A table without a needed column is refused by the name of file and column', async () => {
  const read = (table: AsyncIterable<unknown>) => Array.fromAsync(table);
  await assert.rejects(
    read(csvTable(file('a\n1\n'), ['a', 'b'])),
    isProblem('table-columns-missing'),
  );
  await assert.rejects(read(csvTable(file(''), ['a'])), isProblem('table-columns-missing'));
  await assert.rejects(read(tsvTable(file('a\n1\n'), ['b'])), isProblem('table-columns-missing'));
});

test('Quotes in a tab-separated file are letters, unless a spreadsheet has doubled them', async () => {
  const written = 'id\ttext\r\n1\t"A" and B\r\n2\t"say ""yes"" now"\r\n3\n4\tplain';
  const rows = await Array.fromAsync(tsvTable(file(written), ['id']));
  assert.deepEqual(
    rows.map((row) => (row.fault === null ? row.cells.text : row.fault)),
    ['"A" and B', 'say "yes" now', 'cells', 'plain'],
  );
});

test('Lines that are no JSON object are named; what no database can hold is replaced', async () => {
  const lines = await Array.fromAsync(
    jsonLines(file('{"id":"1"}\n\n[1]\nnot json\n{"id":"a\\u0000b\\ud800"}', 'a.jsonl')),
  );
  assert.deepEqual(
    lines.map(({ line, value }) => [line, value]),
    [
      [1, { id: '1' }],
      [3, undefined],
      [4, undefined],
      [5, { id: 'a\ufffdb\ufffd' }],
    ],
  );
});
