import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { idsOf } from './ids.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');
const run = promisify(execFile);

const marks = { vi: /dữ liệu minh họa/iu, en: /demonstration data/i };

for (const language of ['vi', 'en'] as const) {
  const name = language === 'vi' ? 'Vietnamese' : 'English';

  test(`The ${name} brief prints on exactly two pages of A4, marked as a demonstration`, () =>
    stage.visit({ language }, async ({ page, open, complaints }) => {
      const { programme } = await idsOf(stage.server.url);
      await open(`/brief/${programme}`);
      const file = join(stage.home, `brief-${language}.pdf`);
      await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const { stdout: facts } = await run('pdfinfo', [file]);
      assert.match(facts, /^Pages: +2$/m);
      assert.match(facts, /^Page size: +59[45][.\d]* x 84[12][.\d]* pts \(A4\)$/m);
      for (const number of ['1', '2']) {
        const { stdout: text } = await run('pdftotext', ['-f', number, '-l', number, file, '-']);
        assert.match(text, marks[language], `page ${number} carries the mark`);
        assert.ok(text.length > 600, `page ${number} is a page and no remainder`);
        assert.doesNotMatch(text, /\bundefined\b|\bNaN\b/);
      }
      assert.deepEqual(complaints, []);
    }));

  test(`The ${name} brief can be read without colours`, () =>
    stage.visit({ language }, async ({ page, open }) => {
      const { programme } = await idsOf(stage.server.url);
      await open(`/brief/${programme}`);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.match(paper, /rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/, 'paper stays white');
    }));
}
