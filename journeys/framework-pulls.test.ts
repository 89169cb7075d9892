import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { narrow, wide, type Language } from './browser.ts';
import { startCaseServer } from './case-server.ts';
import { pageFindings } from './page-findings.ts';
import { setStage } from './stage.ts';

const other = await startCaseServer();
after(() => other.close());
const stage = setStage('demonstration', { PULL_HOSTS: other.host });

const PAGE = '/imports/subscriptions';
const languages: Language[] = ['vi', 'en'];

test('An editor finds a framework on another server, follows it, and looks at what has come', () =>
  stage.visit({ as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open('/frameworks');
    await page.getByRole('link', { name: 'Theo dõi máy chủ khác' }).click();
    await page.getByText('Chưa theo dõi khung nào').waitFor();
    const browse = page.getByRole('form', { name: 'Tìm khung trên một máy chủ' });
    await browse.getByLabel('Địa chỉ máy chủ').fill('khung.example.vn');
    await browse.getByRole('button', { name: 'Xem các khung' }).click();
    await browse.getByText('Hãy viết trọn địa chỉ').waitFor();
    await browse.getByLabel('Địa chỉ máy chủ').fill(other.origin);
    await browse.getByRole('button', { name: 'Xem các khung' }).click();
    await page.getByText(`${other.host} có 1 khung`).waitFor();
    await page.getByRole('button', { name: 'Chọn khung Khung công binh' }).click();
    const form = page.getByRole('form', { name: 'Theo dõi một khung' });
    assert.match(await form.getByLabel('Địa chỉ của khung').inputValue(), /\/CFPackages\//);
    await form.getByLabel('Bao lâu hỏi một lần').selectOption({ label: 'Mỗi tuần' });
    await form.getByRole('button', { name: 'Theo dõi', exact: true }).click();
    const card = page.getByRole('listitem').filter({ hasText: 'Mỗi tuần' });
    await card.getByText('đang chờ bạn xem và áp dụng').waitFor();
    await card.getByRole('link', { name: 'Xem lần nhập' }).click();
    await page
      .getByRole('button', { name: /Áp dụng|Nhập/ })
      .first()
      .waitFor();
    await page.getByText('Dựng cầu phao').first().waitFor();
    await page.goBack();
    await card.waitFor();
    assert.deepEqual(complaints, []);
  }));

test('Asked again it says that nothing has changed; once it has, the card says so; a pause stops the asking', () =>
  stage.visit({ as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open(PAGE);
    const card = page.getByRole('listitem').filter({ hasText: 'Mỗi tuần' });
    await card.getByRole('button', { name: /^Hỏi ngay/ }).click();
    await card.getByText('Không có gì thay đổi.').waitFor();
    other.said.label = 'Dựng cầu phao nổi';
    await card.getByRole('button', { name: /^Hỏi ngay/ }).click();
    await card.getByText('đang chờ bạn xem và áp dụng').waitFor();
    await card.getByRole('button', { name: /^Tạm dừng/ }).press('Enter');
    await card.getByText('Tạm dừng', { exact: true }).first().waitFor();
    await card.getByText('Lần tới', { exact: false }).waitFor({ state: 'detached' });
    await card.getByRole('button', { name: /^Theo dõi tiếp/ }).press('Enter');
    await card.getByText('Lần tới', { exact: false }).waitFor();
    assert.deepEqual(complaints, []);
  }));

test('A server that asks who we are is told, and the secret is never shown again', () =>
  stage.visit({ as: 'framework-editor', language: 'en' }, async ({ page, open }) => {
    await open(PAGE);
    const card = page.getByRole('listitem').filter({ hasText: 'Every week' });
    other.said.secret = 'a-secret-of-this-test';
    await card.getByRole('button', { name: /^Ask now/ }).click();
    await card.getByText('Could not be fetched').waitFor();
    await card.getByRole('button', { name: /^Change how/ }).click();
    await card.getByLabel('This server asks who we are').check();
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Fill this in.').first().waitFor();
    await card.getByLabel('Address that gives tokens').fill(`${other.origin}/token`);
    await card.getByLabel('Client ID').fill('nhip');
    await card.getByLabel('Client secret').fill('a-secret-of-this-test');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('signs in (nhip)').waitFor();
    await card.getByRole('button', { name: /^Ask now/ }).click();
    await card.getByText('Could not be fetched').waitFor({ state: 'detached' });
    await card.getByRole('button', { name: /^Change how/ }).click();
    assert.equal(await card.getByLabel('Client secret').inputValue(), '');
    assert.ok(!(await page.content()).includes('a-secret-of-this-test'));
    // left empty, the secret stays
    await card.getByLabel('How often to ask').selectOption({ label: 'Every day' });
    await card.getByRole('button', { name: 'Save' }).click();
    await page.getByText('signs in (nhip)').waitFor();
    await page.getByRole('button', { name: /^Ask now/ }).click();
    await page.getByText('Nothing has changed.').first().waitFor();
    other.said.secret = undefined;
  }));

test('A package is fetched once without being followed, and the address of an inner network is refused', () =>
  stage.visit({ as: 'framework-editor', language: 'en' }, async ({ page, open }) => {
    await open(PAGE);
    const form = page.getByRole('form', { name: 'Follow a framework' });
    await form.getByLabel('Address of the framework').fill('https://10.0.0.1/CFPackages/x');
    await form.getByRole('button', { name: 'Follow', exact: true }).click();
    await page.getByText('Nothing is fetched from “10.0.0.1”').first().waitFor();
    const address = page.getByRole('form', { name: 'Follow a framework' });
    await address
      .getByLabel('Address of the framework')
      .fill(`${other.origin}/ims/case/v1p1/CFPackages/5e0b8a52-1d0c-4f0a-9b3c-6a2f10a7c001`);
    await address.getByRole('button', { name: 'Fetch it once only' }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  }));

describe('The page can be read by everybody who may', () => {
  for (const language of languages) {
    for (const width of [wide, narrow]) {
      test(`in ${language === 'vi' ? 'Vietnamese' : 'English'} at ${width} pixels`, () =>
        stage.visit({ language, width, as: 'framework-editor' }, async (visit) => {
          await visit.open(PAGE);
          assert.deepEqual(await pageFindings(visit), {});
          const [edit, secured] =
            language === 'vi'
              ? [/^Sửa cách theo dõi/, 'Máy chủ này đòi chứng thực']
              : [/^Change how/, 'This server asks who we are'];
          await visit.page.getByRole('button', { name: edit }).first().click();
          await visit.page.getByLabel(secured).last().check();
          assert.deepEqual(await pageFindings(visit), {});
        }));
    }
  }
});

test('Whoever stops following keeps the framework; who may not import sees no way here', () =>
  stage.visit({ as: 'framework-editor' }, async ({ page, open }) => {
    await open(PAGE);
    const cards = page
      .locator('section', { hasText: 'Đang theo dõi' })
      .first()
      .getByRole('listitem');
    const before = await cards.count();
    await cards
      .first()
      .getByRole('button', { name: /^Thôi theo dõi/ })
      .click();
    await cards.first().getByRole('button', { name: 'Thôi hẳn' }).click();
    await page.getByText('Đã thôi theo dõi').waitFor();
    assert.equal(await cards.count(), before - 1);
    await stage.visit({ as: 'viewer' }, async (visit) => {
      await visit.open('/frameworks');
      assert.equal(
        await visit.page.getByRole('link', { name: 'Theo dõi máy chủ khác' }).count(),
        0,
      );
      await visit.open(PAGE);
      await visit.page.getByRole('heading', { level: 1 }).waitFor();
    });
  }));
