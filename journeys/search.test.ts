import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFindings } from './accessibility.ts';
import { arrived } from './browser.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

async function openSearch(page: Page) {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Tìm mọi thứ trong Nhịp' });
  await field.waitFor();
  return field;
}

describe('Ctrl-K finds anything from anywhere, without the mouse', () => {
  test('a name with two letters swapped is found, and Enter opens it', () =>
    stage.visit({ as: 'secretariat' }, async ({ page, open, complaints }) => {
      await open('/demand');
      const field = await openSearch(page);
      await field.pressSequentially('kubrenetes');
      const first = page.getByRole('dialog').getByRole('option').first();
      await first.filter({ hasText: 'Kubernetes' }).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Kubernetes' }).waitFor();
      assert.match(page.url(), /\/competencies\//);
      assert.deepEqual(complaints, []);
    }));

  test('what was opened stands there the next time, and arrows choose among what is found', () =>
    stage.visit({ as: 'secretariat' }, async ({ page, open }) => {
      await open('/');
      const field = await openSearch(page);
      await field.pressSequentially('hoc may');
      await page
        .getByRole('option', { name: /^Học máy/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Học máy' }).waitFor();
      await openSearch(page);
      const recent = page.getByRole('group', { name: 'Vừa mở' });
      await recent.getByRole('option', { name: 'Học máy' }).waitFor();
      await page.keyboard.press('ArrowDown');
      const chosen = page.locator('[role=option][aria-selected=true]');
      assert.equal(await chosen.getAttribute('id'), 'found-1');
      await page.keyboard.press('Escape');
      await page.getByRole('combobox').waitFor({ state: 'detached' });
    }));

  test('a filter in the words narrows what is found and can be taken away', () =>
    stage.visit({ as: 'secretariat' }, async ({ page, open }) => {
      await open('/');
      const field = await openSearch(page);
      await field.pressSequentially('lập trình loại:lĩnh-vực');
      const chip = page.getByRole('button', { name: 'Bỏ bộ lọc Loại: Lĩnh vực' });
      await chip.waitFor();
      const option = page.getByRole('dialog').getByRole('option');
      await option.filter({ hasText: 'Ngôn ngữ lập trình' }).waitFor();
      const narrowed = await option.count();
      await chip.click();
      await page.waitForFunction(
        (before) => document.querySelectorAll('dialog [role=option]').length > before,
        narrowed,
      );
    }));

  test('nobody is offered a page that they may not open', async () => {
    const pagesOf = async (as: string | undefined) => {
      let found: string[] = [];
      await stage.visit(as ? { as } : {}, async ({ page, open }) => {
        await open('/frameworks');
        await openSearch(page);
        await page.getByRole('group', { name: 'Trang' }).waitFor();
        found = await page
          .getByRole('group', { name: 'Trang' })
          .getByRole('option')
          .allInnerTexts();
      });
      return found;
    };
    const visitor = await pagesOf(undefined);
    assert.ok(visitor.includes('Khung năng lực'));
    for (const closed of ['Duyệt liên kết', 'Nhập dữ liệu', 'Nhật ký thay đổi']) {
      assert.ok(!visitor.includes(closed), closed);
    }
    assert.ok((await pagesOf('secretariat')).includes('Nhập dữ liệu'));
  });
});

test('The page of all results keeps words and filters in its address', () =>
  stage.visit({ as: 'secretariat' }, async ({ page, open }) => {
    await open('/search?q=lap+trinh&type=competency');
    await page.getByRole('heading', { level: 2, name: 'Năng lực' }).waitFor();
    await page
      .getByRole('link', { name: /^Lập trình/ })
      .first()
      .waitFor();
    await page.getByLabel('Loại').selectOption('area');
    await page.waitForURL(/kind=area/);
    await page
      .getByRole('link', { name: /^Ngôn ngữ lập trình/ })
      .first()
      .waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.reload();
    await arrived(page);
    await page
      .getByRole('link', { name: /^Ngôn ngữ lập trình/ })
      .first()
      .waitFor();
  }));
