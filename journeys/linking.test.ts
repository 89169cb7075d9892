import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { narrow } from './browser.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

test('Somebody pastes a text and sees what was found in it, why, and at which level', (t) =>
  stage.visit({ as: 'viewer' }, async ({ page, open, complaints }) => {
    await open('/frameworks');
    await page.getByRole('link', { name: 'Thử liên kết một văn bản' }).click();
    const result = page.getByRole('region', { name: 'Kết quả' });
    const text = page.getByLabel('Văn bản', { exact: true });

    await t.test('by the keyboard alone: the result has the focus when it is there', async () => {
      await text.fill('Ít nhất 3 năm kinh nghiệm k8s; không yêu cầu Java\nphan tich du lieu');
      await text.press('Control+Enter');
      await result.waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'SECTION');
    });

    await t.test('every link stands with its grounds, its band and its level', async () => {
      const words = await result.innerText();
      assert.match(words, /“k8s” khớp với “K8s”, một cách gọi khác của Kubernetes/);
      assert.match(words, /Mức đề xuất 4–6 trên thang 8 mức DigComp, vì có “3 năm”/);
      assert.match(words, /Đứng cạnh “không yêu cầu”/);
      assert.match(words, /Chờ người duyệt/);
      assert.match(words, /viết không dấu/);
    });

    await t.test(
      'a click leads to the place in the text; what waits is drawn with dashes',
      async () => {
        await result.getByRole('button', { name: 'Chỉ ra “k8s” trong văn bản' }).click();
        assert.equal(await result.locator('mark[data-active]').innerText(), 'k8s');
        assert.equal(await result.locator('mark[data-pending]').first().innerText(), 'Java');
      },
    );

    await t.test('the page is the same in English, with the reasons in English', async () => {
      await page
        .getByRole('button', { name: /English|EN/ })
        .first()
        .click();
      await page.getByText('matched “k8s” = “K8s”, alias of Kubernetes').waitFor();
    });
    assert.deepEqual(complaints, []);
  }));

test('On a phone the result fits, and nothing on it is out of reach', async () => {
  await stage.visit({ as: 'viewer', width: narrow }, async ({ page, open, complaints }) => {
    await open('/linking');
    await page.getByRole('button', { name: 'Dùng ví dụ' }).click();
    await page.getByRole('button', { name: 'Tìm năng lực' }).click();
    await page.getByRole('region', { name: 'Kết quả' }).waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    assert.deepEqual(await sidewaysScroll(page), []);
    assert.deepEqual(complaints, []);
  });
});
