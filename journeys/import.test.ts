import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { accessibilityFindings } from './accessibility.ts';
import { arrived, type Visit } from './browser.ts';
import { secretariat } from './set-up.ts';
import { setStage } from './stage.ts';

const stage = setStage('empty installation');

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const advertisements = path('./fixtures/advertisements.csv');
const programme = path('../reference/demo/programme.json');

test('An empty installation leads from nothing to its first coverage, by hand in the browser', (t) =>
  stage.visit({}, async (visit) => {
    const { page, complaints } = visit;
    await t.test('Whoever holds the set-up link makes the first account and is led on', () =>
      setUp(visit),
    );
    await t.test('The first screen is a guide that says what to import first', () => guide(visit));
    await t.test(
      'Every page without data says what to do, and nothing is called a demonstration',
      () => emptyPages(visit),
    );
    await t.test(
      'A file of advertisements is checked, and every fault stands beside its cell',
      () => preview(visit),
    );
    await t.test('Confirming writes the valid rows, and the demand page counts them', () =>
      applied(visit),
    );
    await t.test('What a file contains is shown as text and never runs', () => harmless(visit));
    await t.test('A programme with its institution brings the coverage', () => coverage(visit));
    await t.test('Importing the same file again changes nothing', () => again(visit));
    assert.deepEqual(complaints, []);
    await t.test('A file that is no table is refused with the reason and the way out', () =>
      refused(page),
    );
  }));

async function setUp({ page, open }: Visit): Promise<void> {
  await open(stage.setUpLink);
  assert.deepEqual(await accessibilityFindings(page), []);
  await page.getByLabel('Họ và tên').fill(secretariat.name);
  await page.getByLabel('Địa chỉ thư điện tử').fill(secretariat.email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secretariat.password);
  await page.getByRole('button', { name: 'Lập tài khoản ban thư ký' }).click();
  await page.getByRole('heading', { name: 'Tài khoản ban thư ký đã sẵn sàng' }).waitFor();
  await page.getByRole('button', { name: `Tài khoản của ${secretariat.name}` }).waitFor();
  assert.deepEqual(await accessibilityFindings(page), []);
}

async function guide({ page, open }: Visit): Promise<void> {
  await open('/');
  await page.getByRole('heading', { level: 2, name: /Bắt đầu|Ba bước|bước/ }).waitFor();
  assert.deepEqual(await accessibilityFindings(page), []);
  await page.getByRole('link', { name: 'Nhập dữ liệu' }).last().click();
  await page.waitForURL(/\/imports/);
  await page.getByRole('heading', { name: 'Chưa có lần nhập nào' }).waitFor();
}

async function emptyPages({ page, open }: Visit): Promise<void> {
  for (const address of [
    '/',
    '/demand',
    '/advertisements',
    '/advertisements?status=held',
    '/programmes',
    '/review',
    '/review?show=decided',
    '/imports',
  ]) {
    await open(address);
    assert.deepEqual(await accessibilityFindings(page), [], address);
    assert.doesNotMatch(await page.locator('body').innerText(), /\bundefined\b|\bNaN\b/, address);
    assert.equal(await page.getByText('Dữ liệu minh họa').count(), 0, address);
  }
}

async function preview({ page, open }: Visit): Promise<void> {
  await open('/imports');
  await upload(page, advertisements, { source: 'so-tay' });
  const table = page.getByRole('region', { name: 'Các dòng của tệp' });
  await table.waitFor();
  assert.match(await currentStep(page), /Xem trước/);
  assert.deepEqual(await accessibilityFindings(page), []);
  await page.getByRole('link', { name: /Bị từ chối/ }).click();
  await page.waitForURL(/show=rejected/);
  await table.getByRole('row', { name: /Dòng hỏng/ }).waitFor();
  // the rows of the whole file may still stand for a moment
  await table.locator('tbody tr').nth(4).waitFor({ state: 'detached' });
  const rejected = await table.locator('tbody tr').allInnerTexts();
  assert.equal(rejected.length, 4);
  const finding = (what: RegExp) => rejected.find((text) => what.test(text)) ?? '';
  assert.match(finding(/2099/), /Ô “post_dates_formatted”[\s\S]*nằm trong tương lai/);
  assert.match(finding(/31\/02\/2026/), /Ô “post_dates_formatted”[\s\S]*không có thật/);
  assert.match(finding(/tên công việc/), /Ô “job_names”[\s\S]*Hãy điền ô này/);
  assert.match(finding(/Dòng hỏng/), /Cả dòng[\s\S]*3 ô trong khi tiêu đề có 14 cột/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Tải các dòng bị từ chối/ }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  await page.getByRole('link', { name: /Cảnh báo/ }).click();
  await table.getByText(/như một công thức/).waitFor();
  await table.getByText(/mã HTML hoặc kịch bản/).waitFor();
}

async function applied({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: /^Nhập 33 tin mới/ }).click();
  await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor({ timeout: 30_000 });
  await page.getByText('Nhập: đã xong').waitFor();
  await page.getByRole('link', { name: 'Xem thị trường cần những năng lực nào' }).click();
  await page.waitForURL(/\/demand/);
  await page.getByText('33 tin').first().waitFor();
  await page.getByRole('row', { name: /Kubernetes/ }).waitFor();
}

async function harmless({ page, complaints, open }: Visit): Promise<void> {
  await open(`/advertisements/${await idOfScript(page)}`);
  const text = page.getByRole('region', { name: 'Nội dung tin' });
  await text.getByText('<script>alert(1)</script>').waitFor();
  await text.getByText('onerror=alert(2)').waitFor();
  assert.equal(await page.locator('main script, main img').count(), 0);
  assert.deepEqual(
    complaints.filter((one) => one.startsWith('dialog')),
    [],
  );
}

/** The advertisement of the fixture whose requirements are a script. */
async function idOfScript(page: Page): Promise<number> {
  const read = async (path: string) => (await page.request.get(path)).json();
  const { items } = await read('/api/advertisements?competency=QA.TESTING&size=50');
  for (const { id } of items) {
    const { requirements } = await read(`/api/advertisements/${id}`);
    if (requirements.includes('<script>')) return id;
  }
  throw new Error('the advertisement with the script is not there');
}

async function coverage({ page }: Visit): Promise<void> {
  await page.goto('/imports?kind=programme');
  await upload(page, programme, { institution: 'Trường Đại học Minh Họa' });
  await page.getByRole('button', { name: /^Nhập .*mục mới/ }).click();
  await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: /Xem mức bao phủ của Kỹ thuật phần mềm/ }).click();
  await page.waitForURL(/\/coverage\/\d+/);
  await page.getByRole('heading', { level: 1, name: /đã dạy \d+(–\d+)? ?%/ }).waitFor();
  await page.goto('/');
  await arrived(page);
  await page.getByText('95 %:').first().waitFor();
}

async function again({ page }: Visit): Promise<void> {
  await page.goto('/imports');
  await upload(page, advertisements, { source: 'so-tay' });
  await page.getByText('Tệp này không có gì mới so với dữ liệu hiện có.').waitFor();
  await page.getByRole('button', { name: 'Bỏ lần nhập này' }).click();
  await page.getByRole('heading', { name: 'Lần nhập này đã được bỏ' }).waitFor();
}

async function refused(page: Page): Promise<void> {
  await page.goto('/imports');
  await arrived(page);
  const bytes = Buffer.from('không phải bảng\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ghi-chu.csv', mimeType: 'text/csv', buffer: bytes });
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.innerText(), /thiếu cột job_names[\s\S]*Hãy bổ sung/);
}

async function upload(
  page: Page,
  file: string,
  fields: { source?: string; institution?: string },
): Promise<void> {
  await arrived(page);
  await page.locator('input[type=file]').setInputFiles(file);
  if (fields.source) await page.getByLabel('Nguồn tin').fill(fields.source);
  if (fields.institution) await page.getByLabel('Cơ sở đào tạo').fill(fields.institution);
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByRole('region', { name: 'Các dòng của tệp' }).waitFor({ timeout: 30_000 });
}

function currentStep(page: Page): Promise<string> {
  return page.locator('ol[aria-label="Các bước nhập"] [aria-current="step"]').innerText();
}
