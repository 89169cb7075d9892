import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { idsOf } from './ids.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

const marks = { vi: /dữ liệu minh họa/i, en: /demonstration data/i };

for (const language of ['vi', 'en'] as const) {
  const name = language === 'vi' ? 'Vietnamese' : 'English';

  test(`The coverage and the demand go out as workbooks in ${name}, with n, reach and the mark`, () =>
    stage.visit({ language }, async ({ page, open, complaints }) => {
      const { programme } = await idsOf(stage.server.url);
      for (const address of [`/coverage/${programme}`, '/demand']) {
        await open(address);
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.load((await download(page, '.xlsx')) as never);
        const cells = workbook.worksheets.flatMap(cellsOf);
        const words = cells.filter((cell) => typeof cell === 'string').join('\n');
        assert.match(words, marks[language], `${address}: the mark`);
        assert.match(`${words}\n${cells.join('\n')}`, /257/, `${address}: n`);
        assert.ok(
          cells.filter((cell) => typeof cell === 'number').length > 100,
          'numbers as numbers',
        );
        assert.doesNotMatch(words, /\bundefined\b|\bNaN\b|\[object/);
        assert.ok(
          workbook.worksheets.every((sheet) => sheet.rowCount > 0),
          'no empty sheet',
        );
      }
      assert.deepEqual(complaints, []);
    }));

  test(`The same go out as text tables in ${name}, which every spreadsheet opens`, () =>
    stage.visit({ language }, async ({ page, open }) => {
      const { programme } = await idsOf(stage.server.url);
      for (const address of [`/coverage/${programme}`, '/demand']) {
        await open(address);
        const text = (await download(page, '.csv')).toString('utf8');
        assert.ok(text.startsWith('\ufeff'), 'a mark of the encoding, for Excel');
        assert.match(text, marks[language]);
        assert.ok(text.trimEnd().split('\n').length > 100, `${address}: a row per competency`);
      }
    }));
}

async function download(page: Page, kind: '.xlsx' | '.csv'): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`main a[href*="/export${kind}"]`).click(),
  ]);
  assert.ok(file.suggestedFilename().endsWith(kind), file.suggestedFilename());
  return readFile(await file.path());
}

function cellsOf(sheet: ExcelJS.Worksheet): ExcelJS.CellValue[] {
  const cells: ExcelJS.CellValue[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.value)));
  return cells;
}
