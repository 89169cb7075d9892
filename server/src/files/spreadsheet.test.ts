import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { unsafeText, writeCsv, writeXlsx } from './spreadsheet.ts';

const columns = [
  { title: 'Tên', width: 20 },
  { title: 'Số', width: 8 },
];

test('a CSV read back holds every cell, and no cell begins like a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer())),
      (rows) => {
        const text = writeCsv({ preface: ['Đơn vị: vị trí'], columns, rows });
        const read = parse(text, { bom: true, relax_column_count: true }) as string[][];
        assert.equal(read.length, rows.length + 2);
        rows.forEach(([name, number], index) => {
          const [cell, count] = read[index + 2]!;
          assert.equal(unsafeText(cell!), name);
          assert.equal(count, String(number));
          assert.doesNotMatch(cell!, /^[=+\-@\t\r\n]/);
        });
      },
    ),
  );
});

test('a workbook keeps text as text, even where it looks like a formula', async () => {
  const file = await writeXlsx([{ name: 'Bảng', preface: ['x'], columns, rows: [['=1+1', 3]] }]);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as never);
  const cell = workbook.getWorksheet('Bảng')!.getCell('A3');
  assert.equal(cell.type, exceljs.ValueType.String);
  assert.equal(cell.value, '=1+1');
});
