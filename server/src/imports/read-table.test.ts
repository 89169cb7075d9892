import assert from 'node:assert/strict';
import { test } from 'node:test';
import exceljs from 'exceljs';
import fc from 'fast-check';
import type { ProblemCode } from '#src/errors.ts';
import { writeCsv } from '#src/files/spreadsheet.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { csvHead, csvRecords, readTable } from './read-table.ts';

test('what is written as CSV is read back, quotes, line breaks and separators included', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'ộ', ' ', ',', ';', '"', '\n'), maxLength: 8 })
    .map((text) => `a${text}`);
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const columns = ['a,a', 'b,b', 'c,c'].map((title) => ({ title, width: 10 }));
      const lines = csvRecords(writeCsv({ preface: ['x,y,z,'.repeat(20)], columns, rows }));
      assert.deepEqual(lines.slice(2), rows);
    }),
  );
  assert.deepEqual(csvRecords('Họ tên;Mã\r\nA;"1;2"\r\n'), [
    ['Họ tên', 'Mã'],
    ['A', '1;2'],
  ]);
  assert.deepEqual(csvRecords('a\tb\rc\td'), [
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('the beginning of a CSV shows what it is, wherever it was cut', () => {
  const whole = 'Họ và tên,Mã\n"Nguyễn, An",1\n"Lê\nBình",2\n';
  for (let at = 16; at <= whole.length; at += 1) {
    assert.deepEqual(csvHead(whole.slice(0, at))[0], ['Họ và tên', 'Mã'], `${at}`);
  }
  assert.deepEqual(csvHead('\u0000\u0001"x'), []);
});

test('a text that would be a formula comes back as it was written, and rows keep their numbers', async () => {
  const lines = await readTable(Buffer.from("\ufeffx\n\n'=1+1,'-a\n"));
  assert.deepEqual(lines, [
    { number: 1, cells: ['x'], formulas: [] },
    { number: 2, cells: [''], formulas: [] },
    { number: 3, cells: ['=1+1', '-a'], formulas: [] },
  ]);
});

test('of a workbook the first sheet is read, and formulas are named, never believed', async () => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('một');
  sheet.addRow(['a']);
  sheet.addRow([]);
  sheet.addRow([{ formula: 'A1', result: 'tin tôi' }, new Date(Date.UTC(2025, 8, 15))]);
  workbook.addWorksheet('hai').addRow(['không đọc']);
  const lines = await readTable(Buffer.from(await workbook.xlsx.writeBuffer()));
  assert.deepEqual(lines, [
    { number: 1, cells: ['a'], formulas: [] },
    { number: 3, cells: ['', '2025-09-15'], formulas: [0] },
  ]);
});

test('every table is refused for the same reasons, in the same words', async () => {
  const refused: [Buffer, ProblemCode][] = [
    [Buffer.from('a,b\n"c,d\n'), 'csv-not-readable'],
    [Buffer.from('a,b', 'utf16le'), 'encoding-utf16'],
    [Buffer.from('H\u00e0 N\u00f4i', 'latin1'), 'encoding-not-utf8'],
    [Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)]), 'workbook-not-readable'],
  ];
  for (const [content, code] of refused) await assert.rejects(readTable(content), isProblem(code));
});
