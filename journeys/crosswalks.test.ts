import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { narrow } from './browser.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');
const fixture = new URL('./fixtures/second-framework.case.json', import.meta.url);

test('An editor compares two frameworks by keyboard, from the first proposal to the report', (t) =>
  stage.visit({ as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open('/crosswalks');
    await t.test('With one framework there is nothing to compare, and the page says so', () =>
      page.getByRole('heading', { name: 'Mới có một khung' }).waitFor(),
    );
    const code = await importFramework(page);
    await open('/crosswalks');

    await t.test('Two frameworks are chosen, and proposals are looked for by name', async () => {
      await page.getByLabel('Khung thứ nhất').selectOption('NHIP-DC');
      await page.getByLabel('Khung thứ hai').selectOption(code);
      await page.getByRole('link', { name: 'Mở trang đối chiếu' }).click();
      await page.getByRole('button', { name: 'Tìm đề xuất' }).click();
      await page.locator('article [aria-pressed="true"]').waitFor();
    });

    const first = await pairOf(page);
    await t.test('Enter accepts as proposed, and the next pair is there', async () => {
      await page.locator('h1').click();
      await page.keyboard.press('Enter');
      await progress(page, 1);
      assert.notEqual(await pairOf(page), first);
    });

    await t.test('K goes back to it and shows what was decided; Z takes it back', async () => {
      await page.keyboard.press('k');
      assert.equal(await pairOf(page), first);
      await page.getByText('Đã chấp nhận', { exact: true }).waitFor();
      await page.keyboard.press('z');
      await progress(page, 0);
      assert.equal(await pairOf(page), first);
    });

    await t.test('1 to 4 say the relation, N that there is none', async () => {
      await page.keyboard.press('2');
      await progress(page, 1);
      await page.keyboard.press('n');
      await progress(page, 2);
    });

    await t.test('An item that nothing proposes is found with / and joined', async () => {
      await page.getByLabel('Hiện').selectOption('all');
      await page.locator('h1').click();
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: /^Tìm trong/ }).fill('beekeep');
      await page.keyboard.press('Enter');
      await page.locator('article').getByText('Bạn vừa chọn').waitFor();
      await page.locator('h1').click();
      await page.keyboard.press('4');
      await progress(page, 3);
    });

    await t.test('What was decided is still there after loading again', async () => {
      await page.reload();
      await progress(page, 3);
    });

    await t.test('The report counts it and can be taken away', async () => {
      await page.getByRole('link', { name: 'Báo cáo và xuất dữ liệu' }).click();
      await page.getByText(/2 cặp đã chấp nhận/).waitFor();
      const download = page.waitForEvent('download');
      await page
        .getByRole('region', { name: /./ })
        .or(page.locator('section'))
        .filter({ hasText: 'Xuất các liên kết' })
        .getByRole('link', { name: 'CSV' })
        .first()
        .click();
      const text = await readFile((await (await download).path())!, 'utf8');
      assert.match(text, /beekeeping/);
    });

    assert.deepEqual(complaints, []);
    for (const path of [`/crosswalks`, `/crosswalks/NHIP-DC/${code}?show=all`, reportOf(code)]) {
      for (const language of ['vi', 'en'] as const) {
        for (const width of [narrow, undefined]) {
          await t.test(`${path} in ${language}, ${width ?? 'wide'}: axe finds nothing`, () =>
            stage.visit({ as: 'framework-editor', language, width }, async (other) => {
              await other.open(path);
              await other.page.waitForLoadState('networkidle');
              assert.deepEqual(await accessibilityFindings(other.page), []);
              assert.deepEqual(await sidewaysScroll(other.page), []);
              assert.deepEqual(other.complaints, []);
            }),
          );
        }
      }
    }
  }));

const reportOf = (code: string) => `/crosswalks/NHIP-DC/${code}/report`;

/** The item and the candidate that are open. */
async function pairOf(page: Page): Promise<string> {
  const item = await page.locator('article h2').innerText();
  const candidate = await page.locator('article li [aria-pressed="true"]').innerText();
  return `${item} → ${candidate.split('\n')[0]}`;
}

async function progress(page: Page, decided: number): Promise<void> {
  await page
    .getByRole('progressbar', { name: 'Tiến độ đối chiếu' })
    .and(page.locator(`[aria-valuenow="${decided}"]`))
    .waitFor();
}

/** Brings a small framework in, as the import page does; gives its code. */
async function importFramework(page: Page): Promise<string> {
  const content = await readFile(fixture, 'utf8');
  return page.evaluate(async (text) => {
    const json = async (address: string, init?: RequestInit) => {
      const reply = await fetch(address, init);
      if (!reply.ok) throw new Error(`${address}: ${await reply.text()}`);
      return (await reply.json()) as Record<string, any>;
    };
    const wait = () => new Promise((resolve) => setTimeout(resolve, 200));
    const query = 'kind=framework&format=case-package&fileName=second.json';
    const headers = { 'content-type': 'application/octet-stream' };
    let run = await json(`/api/imports?${query}`, { method: 'POST', headers, body: text });
    for (let turn = 0; turn < 100 && run.status !== 'applied'; turn += 1) {
      if (run.status === 'previewed') {
        await json(`/api/imports/${run.id}/apply`, { method: 'POST' });
      }
      await wait();
      run = await json(`/api/imports/${run.id}`);
    }
    const { frameworks } = await json('/api/crosswalks');
    return frameworks.find(({ code }: { code: string }) => code !== 'NHIP-DC').code as string;
  }, content);
}
