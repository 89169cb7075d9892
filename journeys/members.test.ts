import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { arrived, narrow, type Visit } from './browser.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

const college =
  'Trường Cao đẳng Minh Họa có một cái tên rất dài để thử xem màn hình hẹp có chịu được';
const password = 'thuyền nhỏ trên hồ rộng';
/** Where the links lead that the secretariat and the administrator were shown. */
let invitation = '';
let lecturerInvitation = '';

test('The secretariat enters an organisation and invites its administrator with a link to hand over', () =>
  stage.visit({ as: 'secretariat' }, async ({ page, open, complaints }) => {
    await open('/organisations');
    await page.getByRole('button', { name: 'Thêm tổ chức' }).click();
    const form = page.getByRole('form', { name: 'Thêm một tổ chức' });
    await form.getByRole('button', { name: 'Thêm tổ chức' }).click();
    await form.getByText('Hãy nhập tên, ít nhất 2 ký tự.').waitFor();
    await form.getByLabel('Tên tiếng Việt').fill(college);
    await form.getByLabel('Loại tổ chức').selectOption('training-institution');
    assert.deepEqual(await accessibilityFindings(page), []);
    await form.getByRole('button', { name: 'Thêm tổ chức' }).click();
    await page.getByRole('heading', { level: 1, name: college }).waitFor();
    invitation = await invite(page, { email: 'quan.tri.cao.dang@minh-hoa.example' });
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByText('quan.tri.cao.dang@minh-hoa.example').last().waitFor();
    assert.deepEqual(complaints, []);
  }));

test('A link that is not whole, or not known, says what to do', () =>
  stage.visit({}, async ({ page, open }) => {
    await open('/invitation');
    await page.getByRole('heading', { name: 'Liên kết này không đầy đủ' }).waitFor();
    await open('/register');
    await open('/invitation#a-token-that-nobody-was-given');
    await page.getByText('Không có lời mời nào khớp').waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
  }));

test('The administrator accepts by the link, and brings in the people of the organisation', (t) =>
  stage.visit({ width: narrow }, async (visit) => {
    const { page, complaints } = visit;
    await t.test('with an account of their own, on a phone', () => accepted(visit));
    await page.setViewportSize({ width: 1440, height: 900 });
    await t.test('units stand below each other', () => unitsAdded(page));
    await t.test('somebody is entered, given a role, loses it and has it back', () => roles(page));
    await t.test('a role of one’s own is delegated until a day', () => delegated(page));
    await t.test('a list of people comes in by a table', () => imported(page));
    await t.test('the list is searched, filtered and taken away as a file', () => taken(page));
    await t.test('invitations are sent again and revoked', () => tended(page));
    assert.deepEqual(
      complaints.filter((one) => one.startsWith('script')),
      [],
    );
  }));

test('Whoever has an account accepts with it, and works for both organisations', () =>
  stage.visit({ language: 'en', as: 'lecturer' }, async ({ page, open }) => {
    await open(lecturerInvitation);
    await page.getByRole('heading', { name: `${college} invites you` }).waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page
      .getByText('The invitation went to another address', { exact: false })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Both addresses are mine, accept' }).click();
    await page.getByRole('heading', { name: `Welcome to ${college}` }).waitFor();
    await page.getByRole('button', { name: /^Account of/ }).click();
    const choice = page.getByRole('group', { name: 'Work for' });
    assert.deepEqual(await accessibilityFindings(page), []);
    await choice.getByRole('button', { name: 'Trường Đại học Minh Họa' }).click();
    await choice.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Account of/ }).click();
    const chosen = choice.getByRole('button', { pressed: true });
    assert.equal(await chosen.innerText(), 'Trường Đại học Minh Họa');
  }));

test('Two organisations merge, and the merger can be undone', () =>
  stage.visit({ as: 'secretariat' }, async ({ page, open }) => {
    await open('/organisations?search=cao+dang');
    await page.getByRole('link', { name: college }).click();
    await page.getByRole('button', { name: 'Ghi nhận sáp nhập, chia tách, đổi tên' }).click();
    await page.getByLabel('Tìm tổ chức').fill('dai hoc');
    await page.getByRole('button', { name: 'Trường Đại học Minh Họa' }).click();
    await page.getByLabel('Căn cứ').fill('Quyết định minh họa số 1');
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await page.getByText(/sáp nhập vào Trường Đại học Minh Họa từ/).waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByRole('button', { name: 'Hoàn tác việc kế thừa' }).click();
    await page.getByText('đã hoàn tác').waitFor();
  }));

async function accepted({ page, open }: Visit): Promise<void> {
  await open(invitation);
  await page.getByRole('heading', { name: `${college} mời bạn` }).waitFor();
  assert.deepEqual(await accessibilityFindings(page), []);
  assert.deepEqual(await sidewaysScroll(page), []);
  await page.getByLabel('Họ và tên').fill('Trần Văn Quản Trị');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Lập tài khoản và nhận lời mời' }).click();
  await page.getByRole('heading', { name: `Chào mừng bạn đến với ${college}` }).waitFor();
  await page.goto('/organisations');
  await arrived(page);
  await page.getByRole('link', { name: college }).click();
  await page.getByRole('link', { name: 'Thành viên', exact: true }).click();
  await page.getByRole('button', { name: 'Mở Trần Văn Quản Trị' }).waitFor();
  assert.deepEqual(await accessibilityFindings(page), []);
  assert.deepEqual(await sidewaysScroll(page), []);
}

async function unitsAdded(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Thông tin', exact: true }).click();
  for (const [name, parent] of [
    ['Khoa Công nghệ', ''],
    ['Bộ môn Phần mềm', 'Khoa Công nghệ'],
  ] as const) {
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    const form = page.getByRole('form', { name: 'Thêm đơn vị' });
    await form.getByLabel('Tên đơn vị').fill(name);
    if (parent) await form.getByLabel('Thuộc đơn vị').selectOption({ label: parent });
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: `Sửa đơn vị “${name}”` }).waitFor();
  }
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  const form = page.getByRole('form', { name: 'Thêm đơn vị' });
  await form.getByLabel('Tên đơn vị').fill('khoa công nghệ');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await form.getByText('Ở cùng cấp đã có đơn vị').waitFor();
  assert.deepEqual(await accessibilityFindings(page), []);
  await form.getByRole('button', { name: 'Thôi' }).click();
}

async function roles(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Thành viên', exact: true }).click();
  await page.getByRole('button', { name: 'Thêm người chưa có tài khoản' }).click();
  const form = page.getByRole('form', { name: 'Thêm một người chưa có tài khoản' });
  await form.getByLabel('Họ và tên').fill('Lê Thị Giảng');
  await form.getByLabel('Mã', { exact: true }).fill('GV001');
  await form.getByLabel('Đơn vị').selectOption({ label: 'Khoa Công nghệ' });
  await form.getByRole('button', { name: 'Thêm vào danh sách' }).click();
  await page.getByRole('button', { name: 'Mở Lê Thị Giảng' }).click();
  await page.getByRole('button', { name: 'Cấp vai trò' }).click();
  const grant = page.getByRole('form', { name: 'Cấp vai trò' });
  await grant.getByLabel('Vai trò', { exact: true }).selectOption('lecturer');
  assert.deepEqual(await accessibilityFindings(page), []);
  await grant.getByRole('button', { name: 'Cấp vai trò' }).click();
  const revoke = page.getByRole('button', { name: 'Thu hồi vai trò Giảng viên' });
  await revoke.click();
  await page.getByText('Đã thu hồi vai trò Giảng viên.').waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await revoke.waitFor();
  assert.deepEqual(await accessibilityFindings(page), []);
}

async function delegated(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ủy quyền vai trò của tôi' }).click();
  const form = page.getByRole('form', { name: 'Ủy quyền vai trò của tôi' });
  const send = form.getByRole('button', { name: 'Ủy quyền vai trò của tôi' });
  const until = form.getByLabel('Đến hết ngày');
  await until.fill(daysFromNow(300));
  await send.click();
  await form.getByText('Ủy quyền kéo dài nhiều nhất 6 tháng').waitFor();
  await until.fill(daysFromNow(10));
  await send.click();
  await page.getByText('ủy quyền từ Trần Văn Quản Trị').waitFor();
}

async function imported(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nhập danh sách' }).click();
  await arrived(page);
  const table =
    'Họ và tên,E-mail,Mã,Đơn vị,Vai trò\n' +
    'Phạm Thị Một,pham.mot@minh-hoa.example,GV002,Khoa Công nghệ,Giảng viên\n' +
    'Phạm Văn Hai,pham.hai@minh-hoa.example,GV003,Khoa Công nghệ,Nhà du hành\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'can-bo.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Nhập 1 người mới' }).click();
  await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor();
  assert.deepEqual(await accessibilityFindings(page), []);
  await page.getByRole('link', { name: 'Xem danh sách thành viên' }).click();
  await page.getByRole('button', { name: 'Mở Phạm Thị Một' }).waitFor();
}

async function taken(page: Page): Promise<void> {
  await page.getByLabel('Tên, mã hoặc địa chỉ thư').fill('giang');
  await page.getByRole('button', { name: 'Mở Phạm Thị Một' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Mở Lê Thị Giảng' }).waitFor();
  assert.match(page.url(), /search=giang/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  assert.match(text, /Lê Thị Giảng/);
  assert.doesNotMatch(text, /Phạm Thị Một/);
  await page.getByLabel('Tên, mã hoặc địa chỉ thư').fill('không có ai như thế');
  await page.getByText('Không có ai khớp với bộ lọc.').waitFor();
}

async function tended(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Lời mời', exact: true }).click();
  lecturerInvitation = await invite(page, {
    email: 'giang.vien.moi@minh-hoa.example',
    role: 'Giảng viên',
  });
  await invite(page, { email: 'nham.dia.chi@minh-hoa.example', role: 'Người xem' });
  await page
    .getByRole('button', { name: 'Thu hồi lời mời của nham.dia.chi@minh-hoa.example' })
    .click();
  await page.getByText('Đã thu hồi lời mời.').waitFor();
  await page
    .getByRole('button', { name: 'Gửi lại lời mời cho giang.vien.moi@minh-hoa.example' })
    .click();
  const shown = page.getByRole('region', { name: 'Lời mời đã sẵn sàng' });
  await shown.getByText('giang.vien.moi@minh-hoa.example').waitFor();
  const again = pathOf(await shown.locator('code').innerText());
  assert.notEqual(again, lecturerInvitation, 'the earlier link works no longer');
  lecturerInvitation = again;
  assert.deepEqual(await accessibilityFindings(page), []);
}

/** Fills the form; gives the path of the link that is shown once. */
async function invite(page: Page, who: { email: string; role?: string }): Promise<string> {
  const shown = page.getByRole('region', { name: 'Lời mời đã sẵn sàng' });
  if (await shown.isVisible()) await shown.getByRole('button', { name: 'Xong' }).click();
  const form = page.getByRole('form', { name: 'Mời một người' });
  await form.getByLabel('Địa chỉ thư điện tử').fill(who.email);
  if (who.role) await form.getByRole('checkbox', { name: new RegExp(`^${who.role}`) }).check();
  await form.getByRole('button', { name: 'Gửi lời mời' }).click();
  return pathOf(await shown.locator('code').innerText());
}

function pathOf(link: string): string {
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
