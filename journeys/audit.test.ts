import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { narrow, wide, type Language } from './browser.ts';
import { pageFindings } from './page-findings.ts';
import { signInAs } from './sign-in-as.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');
const languages: Language[] = ['vi', 'en'];

describe('The audit can be read by everybody who may', () => {
  for (const language of languages) {
    for (const width of [wide, narrow]) {
      test(`in ${language === 'vi' ? 'Vietnamese' : 'English'} at ${width} pixels`, () =>
        stage.visit({ language, width }, async (visit) => {
          const { page, open } = visit;
          await signInAs(page, stage.server.url, 'secretariat');
          await open('/audit');
          await page
            .getByRole('button', { name: /^(Chi tiết|Details): / })
            .first()
            .click();
          await page.getByRole('button', { name: /^(Kiểm chứng ngay|Verify now)$/ }).click();
          await page.getByText(/^(Chuỗi nguyên vẹn|The chain is whole)$/).waitFor();
          assert.deepEqual(await pageFindings(visit), {});

          await signInAs(page, stage.server.url, 'administrator');
          await open('/audit?action=no-such-action&actor=2&subjectKind=person&subjectId=11');
          await page.getByText(/^(Không có dấu vết nào khớp|No fact matches)$/).waitFor();
          assert.deepEqual(await pageFindings(visit), {});
        }));
    }
  }
});

test('Facts read as sentences; who, what and what was done to it filter by a press and by a link', () =>
  stage.visit({}, async ({ page, open, complaints }) => {
    await signInAs(page, stage.server.url, 'secretariat');
    await open('/audit');
    const all = await count(page);
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('main ol > li').length > before,
      all,
    );
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'đã thêm thành viên' });
    await page.getByText(/^Đã hết: 13 dấu vết/).waitFor();
    await page
      .getByRole('button', { name: /^Chỉ xem việc trên người/ })
      .first()
      .click();
    await page.getByText('Đã hết: 1 dấu vết.').waitFor();
    const address = new URL(page.url());
    assert.equal(address.searchParams.get('action'), 'member-added');
    assert.equal(address.searchParams.get('subjectKind'), 'person');
    await page.reload();
    await page.getByText('Đã hết: 1 dấu vết.').waitFor();
    await page.getByRole('button', { name: /^Bỏ lọc theo đối tượng: người/ }).click();
    await page.getByText(/^Đã hết: 13 dấu vết/).waitFor();
    await page.getByLabel('Tổ chức', { exact: true }).selectOption({ label: 'Ngân hàng Minh Họa' });
    await page.getByText('Đã hết: 1 dấu vết.').waitFor();
    await page.getByLabel('Đến ngày').fill('2020-01-01');
    await page.getByText('Không có dấu vết nào khớp').waitFor();
    await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).click();
    await page.getByRole('button', { name: 'Xem thêm' }).waitFor();
    assert.deepEqual(complaints, []);
  }));

test('The facts that are shown go into a file', () =>
  stage.visit({ language: 'en' }, async ({ page, open }) => {
    await signInAs(page, stage.server.url, 'secretariat');
    await open('/audit?action=organisation-added');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download CSV' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const lines = text.trim().split('\n');
    assert.equal(lines.length - 1, await count(page));
    assert.ok(lines.slice(1).every((line) => line.includes('organisation-added')));
  }));

test('The chain is proved against a head kept elsewhere, and a head that does not fit is named', () =>
  stage.visit({ language: 'en' }, async ({ page, open }) => {
    await signInAs(page, stage.server.url, 'secretariat');
    await open('/audit');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the head' }).click();
    const kept = await readFile(await (await download).path(), 'utf8');
    const head = JSON.parse(kept) as { hash: string };
    const file = page.getByLabel('Compare with a head kept elsewhere');
    const give = (text: string) =>
      file.setInputFiles({
        name: 'head.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    const verify = page.getByRole('button', { name: 'Verify now' });

    await give(kept);
    await verify.click();
    await page.getByText('The head that was kept lies in the chain as well.').waitFor();

    await give('{"hash": "no head"}');
    await page.getByText('This file is not a head that Nhịp has exported.').waitFor();

    const turned = head.hash.replace(/^./, (sign) => (sign === '0' ? '1' : '0'));
    await give(JSON.stringify({ ...head, hash: turned }));
    await verify.click();
    await page.getByText('The chain is broken').waitFor();
    await page.getByText('The first broken link: it differs from the head that was kept').waitFor();
  }));

test('An administrator reads only what happened in the own organisation', () =>
  stage.visit({}, async ({ page, open }) => {
    await signInAs(page, stage.server.url, 'administrator');
    await open('/audit');
    await page.getByText('trong tổ chức của bạn').waitFor();
    await page.waitForFunction(() => document.querySelector('main ol > li') !== null);
    assert.equal(await page.getByRole('button', { name: 'Kiểm chứng ngay' }).count(), 0);
    assert.equal(await page.locator('main ol > li', { hasText: 'Ngân hàng Minh Họa' }).count(), 0);
  }));

/** How many facts are on the screen, once they are. */
async function count(page: Page): Promise<number> {
  await page.waitForFunction(() => document.querySelector('main ol > li') !== null);
  return page.locator('main ol > li').count();
}
