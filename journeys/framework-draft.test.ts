import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { narrow } from './browser.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

const draft = '/frameworks/cau-duong/draft';

test('An editor creates a framework and writes it with the keyboard alone', () =>
  stage.visit({ as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open('/drafts');
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByRole('button', { name: 'Tạo khung mới' }).press('Enter');
    const form = page.getByRole('form', { name: 'Khung năng lực mới' });
    await form.getByRole('button', { name: 'Tạo khung mới' }).press('Enter');
    await form.getByText('Hãy nhập tên.').waitFor();
    await form.getByLabel('Tên tiếng Việt').fill('Khung năng lực cầu đường');
    await form.getByLabel('Tên tiếng Anh').fill('Bridges and roads');
    await form.getByLabel('Mã khung').fill('cau-duong');
    await form.getByLabel('Mã khung').press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Khung năng lực cầu đường' }).waitFor();
    await page.getByText('Chưa có mục nào', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Thêm mục', exact: true }).press('Enter');
    await writeLabel(page, 'Hàn dầm thép');
    const tree = page.getByRole('tree');
    await tree.press('Insert');
    await writeLabel(page, 'Dựng giàn giáo');
    await tree.press('Insert');
    await writeLabel(page, 'Đo đạc công trình');
    assert.deepEqual(await labels(page), ['Hàn dầm thép', 'Dựng giàn giáo', 'Đo đạc công trình']);
    await tree.press('Alt+ArrowUp');
    await waitForLabels(page, ['Hàn dầm thép', 'Đo đạc công trình', 'Dựng giàn giáo']);
    await tree.press('Alt+ArrowRight');
    await page.locator('[role=treeitem][aria-level="2"]').waitFor();
    await tree.press('Delete');
    await waitForLabels(page, ['Hàn dầm thép', 'Dựng giàn giáo']);
    await page.locator('[role=status] span', { hasText: 'Đã xóa' }).first().waitFor();
    await page.locator('[role=status] button', { hasText: 'Hoàn tác' }).press('Enter');
    await waitForLabels(page, ['Hàn dầm thép', 'Đo đạc công trình', 'Dựng giàn giáo']);
    assert.deepEqual(await accessibilityFindings(page), []);
    assert.deepEqual(complaints, []);
  }));

test('A scale is made, and a level of an item says what somebody can do', () =>
  stage.visit({ as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open(`${draft}?part=levels`);
    await page.getByRole('button', { name: 'Thêm thang' }).click();
    const form = page.getByRole('form', { name: 'Thêm một thang' });
    await form.getByLabel('Mã thang').fill('muc-cau');
    await form.getByLabel('Tên (tiếng Việt)').fill('Mức nghề cầu');
    await form.getByLabel('Tên mức (tiếng Việt)').first().fill('Có hướng dẫn');
    assert.deepEqual(await accessibilityFindings(page), []);
    await form.getByRole('button', { name: 'Lưu thang' }).click();
    await page.getByText('Đã lưu thang Mức nghề cầu.').waitFor();
    await open(draft);
    await page.getByText('Hàn dầm thép').click();
    // the answer comes while somebody is already writing: the cursor stays where it is
    const slow = Promise.withResolvers<void>();
    await page.route('**/draft/items/*', async (route) => {
      if (route.request().method() === 'PUT') await slow.promise;
      await route.continue();
    });
    const levelSaved = page.waitForResponse((reply) => reply.request().method() === 'PUT');
    await page.getByRole('button', { name: 'Thêm mức' }).click();
    const rung = page.getByRole('listitem').filter({ hasText: 'Có hướng dẫn' });
    const descriptor = rung.getByLabel('Mô tả mức · Tiếng Việt');
    await descriptor.click();
    await page.keyboard.type('Hàn được ');
    slow.resolve();
    await (await levelSaved).finished();
    await page.keyboard.type('khi có người kèm.', { delay: 20 });
    await rung.getByText('Đã lưu').first().waitFor();
    assert.equal(await descriptor.inputValue(), 'Hàn được khi có người kèm.');
    await page.getByRole('button', { name: 'Đề xuất cách gọi' }).click();
    const words = page.getByRole('form', { name: /^Đề xuất cách gọi cho/ });
    await words.getByLabel('Cách gọi', { exact: true }).fill('hàn hồ quang');
    await words.getByRole('button', { name: 'Đề xuất', exact: true }).click();
    await page.getByRole('button', { name: 'Duyệt cách gọi “hàn hồ quang”' }).click();
    await page.getByRole('button', { name: 'Ngừng dùng cách gọi “hàn hồ quang”' }).waitFor();
    await page.getByRole('link', { name: 'Từ vựng' }).click();
    await page.getByRole('table', { name: 'Các cách gọi theo năng lực' }).waitFor();
    await page.getByRole('rowheader', { name: /hàn hồ quang/ }).waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    assert.deepEqual(complaints, []);
  }));

test('Two people who write the same text are shown both wordings, and nothing that was typed is lost', () =>
  stage.visit({ as: 'framework-editor' }, (first) =>
    stage.visit({ as: 'framework-editor' }, async (second) => {
      for (const { page, open } of [first, second]) {
        await open(draft);
        await page.getByText('Dựng giàn giáo').click();
        await page.getByLabel('Định nghĩa · Tiếng Việt').waitFor();
      }
      const definition = (page: Page) => page.getByLabel('Định nghĩa · Tiếng Việt');
      await definition(first.page).fill('Lắp giàn giáo thép.');
      await first.page.getByText('Đã lưu').first().waitFor();
      await definition(second.page).fill('Lắp và kiểm tra giàn giáo.');
      const dialog = second.page.getByRole('dialog');
      await dialog.getByText('Lắp giàn giáo thép.').first().waitFor();
      assert.deepEqual(await accessibilityFindings(second.page), []);
      await dialog.getByLabel('Nội dung sẽ lưu').fill('Lắp và kiểm tra giàn giáo thép.');
      await dialog.getByRole('button', { name: 'Lưu lựa chọn' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await second.page.getByText('Đã lưu').first().waitFor();
      assert.equal(await definition(second.page).inputValue(), 'Lắp và kiểm tra giàn giáo thép.');
    }),
  ));

test('Another organisation reviews it in threads, and the secretariat publishes it', async (t) => {
  await t.test('it is checked and submitted', () =>
    stage.visit({ as: 'framework-editor' }, async ({ page, open, complaints }) => {
      await open(`${draft}?part=check`);
      await page.getByRole('heading', { name: 'Kiểm tra bản nháp' }).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      await page.getByRole('link', { name: 'Lịch sử' }).click();
      await page.getByText('đã khôi phục').first().waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      await page.getByRole('link', { name: 'Thẩm định' }).click();
      const form = page.getByRole('form', { name: 'Gửi thẩm định' });
      await form.getByLabel('Tổ chức thẩm định').selectOption({ label: 'Trường Đại học Minh Họa' });
      assert.deepEqual(await accessibilityFindings(page), []);
      await form.getByRole('button', { name: 'Gửi thẩm định' }).click();
      await page.getByText('Đang chờ kết luận').waitFor();
      assert.deepEqual(complaints, []);
    }),
  );
  await t.test('the reviewers comment and approve, on a phone', () =>
    stage.visit({ as: 'reviewer', width: narrow }, async ({ page, open, complaints }) => {
      await open('/drafts');
      await page.getByRole('link', { name: 'Khung năng lực cầu đường' }).click();
      await page.getByRole('link', { name: 'Thẩm định' }).click();
      await page.getByLabel('Góp ý mới').fill('Rõ ràng, dễ hiểu.');
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.getByText('Rõ ràng, dễ hiểu.').waitFor();
      assert.deepEqual(await sidewaysScroll(page), []);
      assert.deepEqual(await accessibilityFindings(page), []);
      await page.getByRole('button', { name: 'Chấp thuận' }).click();
      await page.getByText('Đã được chấp thuận').waitFor();
      assert.deepEqual(complaints, []);
    }),
  );
  await t.test('the secretariat sees that nothing is missing and publishes', () =>
    stage.visit({ as: 'secretariat', language: 'en' }, async ({ page, open, complaints }) => {
      await open(`${draft}?part=publish`);
      await page.getByText('Checks: no errors').waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      await page.getByLabel('Why this version is published').fill('The first one');
      await page.getByRole('button', { name: 'Publish version 1' }).click();
      await page
        .getByRole('heading', { level: 1, name: /Versions of Bridges and roads/ })
        .waitFor();
      await page.getByText('In use').waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      assert.deepEqual(
        complaints.filter((one) => !one.startsWith('404') && !one.startsWith('console')),
        [],
      );
    }),
  );
});

async function writeLabel(page: Page, words: string): Promise<void> {
  const label = page.getByLabel('Tên · Tiếng Việt');
  await page.waitForFunction(
    () =>
      document.activeElement instanceof HTMLInputElement &&
      document.activeElement.dataset.first === 'true' &&
      document.activeElement.value === '',
  );
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await page.getByRole('treeitem').filter({ hasText: words }).waitFor();
  assert.equal(await label.inputValue(), words);
}

function labels(page: Page): Promise<string[]> {
  return page.getByRole('treeitem').evaluateAll((rows) =>
    rows
      .map((row) => ({
        top: row.getBoundingClientRect().top,
        words: row.children[2]?.textContent ?? '',
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ words }) => words),
  );
}

async function waitForLabels(page: Page, wanted: readonly string[]): Promise<void> {
  for (let left = 250; left > 0; left -= 1) {
    if (JSON.stringify(await labels(page)) === JSON.stringify(wanted)) return;
    await page.waitForTimeout(100);
  }
  assert.deepEqual(await labels(page), wanted);
}
