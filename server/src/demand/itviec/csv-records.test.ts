import { test } from 'node:test';
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Problem } from '#src/errors.ts';
import { COLUMNS, READ_COLUMNS, type Cells } from './columns.ts';
import { csvRecords, type CsvRecord } from './csv-records.ts';

async function read(text: string | Buffer, chunkBytes = 64): Promise<CsvRecord[]> {
  const bytes = Buffer.from(text);
  const records: CsvRecord[] = [];
  const chunks = (async function* () {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  })();
  for await (const record of csvRecords(chunks)) records.push(record);
  return records;
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const line = (cells: readonly string[], end = '\n') => cells.map(quote).join(',') + end;
const print = (rows: Cells[], end = '\n') =>
  line(COLUMNS, end) +
  rows
    .map((row) =>
      line(
        COLUMNS.map((column) => row[column]),
        end,
      ),
    )
    .join('');
const HEADER = `${COLUMNS.join(',')}\n`;
const plainRow = (title: string) => `${[title, ...COLUMNS.slice(1).map(() => 'x')].join(',')}\n`;
const faults = (records: CsvRecord[]) =>
  records.flatMap((record) => (record.fault === null ? [] : [[record.number, record.fault]]));
const titles = (records: CsvRecord[]) =>
  records.map((record) => (record.fault === null ? record.cells.job_names : null));
const problem = (code: string) => (fault: unknown) =>
  fault instanceof Problem && fault.code === code;

const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.toWellFormed());
const awkward = fc.oneof(
  cell,
  fc.constantFrom('', '"', '""', ',', '\n', '\r\n', 'a"b', '",\n"', 'Kỹ sư\nJava, "senior"'),
);
const rows = fc.array(
  fc.record(
    Object.fromEntries(COLUMNS.map((column) => [column, awkward])) as Record<
      keyof Cells,
      typeof awkward
    >,
  ),
  { minLength: 1, maxLength: 8 },
);

test('What is printed as CSV is read back, however the bytes are cut and lines are ended', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (cells, chunk, end, mark) => {
        const text = (mark ? '\ufeff' : '') + print(cells, end);
        const records = await read(text, chunk);
        assert.deepEqual(
          records.map((record) => record.fault === null && record.cells),
          cells.map((row) => ({ ...row })),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('Every well-formed CSV is read as the reference reader reads it', async () => {
  const unquoted = fc.string({
    unit: fc.constantFrom('a', 'ộ', ' ', "'", '[', ']', '.'),
    maxLength: 9,
  });
  const written = fc.oneof(unquoted, awkward.map(quote));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(written, { minLength: 14, maxLength: 14 }), { minLength: 1, maxLength: 6 }),
      async (table) => {
        const text = HEADER + table.map((cells) => `${cells.join(',')}\n`).join('');
        const reference: Cells[] = parse(text, { columns: true, record_delimiter: '\n' });
        const records = await read(text);
        assert.deepEqual(
          records.map((record) => record.fault === null && record.cells),
          reference.map((row) => ({ ...row })),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('A row with too many or too few cells is reported alone', async () => {
  const records = await read(
    HEADER +
      plainRow('one') +
      'two,x,x\n' +
      plainRow('three').replace('\n', ',x\n') +
      plainRow('four'),
  );
  assert.deepEqual(titles(records), ['one', null, null, 'four']);
  assert.deepEqual(records[1], {
    number: 2,
    line: 3,
    fault: 'cells',
    found: 3,
    expected: 14,
    label: 'two',
  });
});

test('A quote that is never closed costs its own row and not the ones behind it', async () => {
  const many = Array.from({ length: 5_000 }, (_, index) => plainRow(`row ${index}`)).join('');
  for (const chunk of [100, 65_536]) {
    const records = await read(HEADER + plainRow('first') + `"open${plainRow('')}` + many, chunk);
    assert.deepEqual(faults(records), [[2, 'quotes']]);
    assert.equal(records.length, 5_002);
    assert.equal(titles(records).at(-1), 'row 4999');
  }
});

test('A quote in the middle of a quoted cell costs its own row alone, though the cell has several lines', async () => {
  const whole = line([
    'a',
    ...COLUMNS.slice(1).map(() => 'line one\nline two, with a comma\nline three'),
  ]);
  const broken = whole.replace('line two', 'line "two');
  const records = await read(HEADER + whole + broken + whole.replace('"a"', '"z"'));
  assert.deepEqual(titles(records), ['a', null, 'z']);
  assert.deepEqual(faults(records), [[2, 'quotes']]);
});

test('An unclosed quote in the last row is reported, and the rows before it stand', async () => {
  const records = await read(`${HEADER}${plainRow('one')}"open,x,x`);
  assert.deepEqual(titles(records), ['one', null]);
});

test('Rows are numbered from one below the header and say on which line they start', async () => {
  const records = await read(HEADER + '\n' + line(['a\nb', ...COLUMNS.slice(1)]) + plainRow('c'));
  assert.deepEqual(
    records.map((record) => [record.number, record.line]),
    [
      [1, 3],
      [2, 5],
    ],
  );
});

test('Columns may stand in any order and beside others; missing and repeated ones are refused', async () => {
  const turned = [...COLUMNS].reverse();
  const [record] = await read(`extra,${turned.join(',')}\nx,${turned.join(',')}\n`);
  assert.ok(record?.fault === null && record.cells.exp_skills === 'exp_skills');
  for (const column of READ_COLUMNS) {
    const without = COLUMNS.filter((one) => one !== column).join(',');
    await assert.rejects(read(`${without}\n`), problem('columns-missing'));
  }
  await assert.rejects(read(`${COLUMNS.join(',')},city\n`), problem('columns-repeated'));
});

test('A file without rows is refused', async () => {
  await assert.rejects(read(''), problem('columns-missing'));
  await assert.rejects(read(HEADER), problem('file-empty'));
});
