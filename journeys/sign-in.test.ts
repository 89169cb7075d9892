import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { arrived, narrow } from './browser.ts';
import { signInAs } from './sign-in-as.ts';
import { setStage } from './stage.ts';
import { totp } from './totp.ts';

const stage = setStage('demonstration');

const words = {
  vi: {
    why: 'Trang bạn mở cần đăng nhập.',
    planner: /^Chuyên viên hoạch định/,
    imports: 'Nhập dữ liệu',
    account: /^Tài khoản của/,
    signOut: 'Đăng xuất',
    signIn: 'Đăng nhập',
    notAllowed: 'Bạn chưa được phép mở trang này',
  },
  en: {
    why: 'The page that you opened needs a sign-in.',
    planner: /^Planner/,
    imports: 'Import',
    account: /^Account of/,
    signOut: 'Sign out',
    signIn: 'Sign in',
    notAllowed: 'You may not open this page yet',
  },
};

for (const language of ['vi', 'en'] as const) {
  const say = words[language];
  const name = language === 'vi' ? 'Vietnamese' : 'English';

  test(`Whoever opens a closed page in ${name} is led through the sign-in and back to it`, () =>
    stage.visit({ language, width: language === 'vi' ? narrow : undefined }, async (visit) => {
      const { page, open } = visit;
      await open('/imports?kind=programme');
      await page.waitForURL(/\/sign-in\?/);
      await page.getByText(say.why).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      assert.deepEqual(await sidewaysScroll(page), []);
      await page.getByRole('button', { name: say.planner }).click();
      await page.waitForURL(/\/imports\?.*kind=programme/);
      await page.getByRole('heading', { level: 1, name: say.imports }).waitFor();
      await page.getByRole('button', { name: say.account }).click();
      await page.getByRole('button', { name: say.signOut }).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      assert.deepEqual(await sidewaysScroll(page), []);
      await page.keyboard.press('Escape');
      assert.equal(await page.getByRole('button', { name: say.signOut }).count(), 0);
      await page.getByRole('button', { name: say.account }).click();
      await page.getByRole('button', { name: say.signOut }).click();
      await page.getByRole('link', { name: say.signIn, exact: true }).waitFor();
      assert.equal(await page.locator('nav#navigation a[href*="/imports"]').count(), 0);
    }));

  test(`A page that a role may not open says so in ${name}, with whom to ask`, () =>
    stage.visit({ language, as: 'lecturer' }, async ({ page, open }) => {
      await open('/api-clients');
      await page.getByRole('heading', { level: 1, name: say.notAllowed }).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
    }));
}

test('The sign-in leads to no other site, whatever the address asks for', () =>
  stage.visit({}, async ({ page, open }) => {
    for (const next of [
      '//elsewhere.example/',
      'https://elsewhere.example/',
      '/\\elsewhere.example',
    ]) {
      await open(`/sign-in?next=${encodeURIComponent(next)}`);
      await page.getByRole('button', { name: /^Người duyệt/ }).click();
      await page.waitForURL((url) => url.pathname === '/' && url.origin === stage.server.url);
    }
  }));

describe('An account of one’s own', () => {
  const person = {
    name: 'Nguyễn Thị Minh Họa',
    email: 'nguyen.thi@minh-hoa.example',
    password: 'thuyền nhỏ trên hồ rộng',
  };
  const renewed = 'cầu treo bắc qua sông lớn';
  let secret = '';
  let backupCode = '';

  test('is registered, confirmed by letter, and opened with the password', () =>
    stage.visit({}, async ({ page, open }) => {
      await open('/register');
      await page.getByRole('button', { name: 'Đăng ký' }).click();
      const field = page.getByLabel('Họ và tên');
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      assert.ok(await field.evaluate((element) => element === document.activeElement));
      assert.deepEqual(await accessibilityFindings(page), []);
      await field.fill(person.name);
      await page.getByLabel('Địa chỉ thư điện tử').fill(person.email);
      await password(page).fill('1234567890');
      await page.keyboard.press('Enter');
      await page.getByText('thường bị đoán trước tiên').waitFor();
      assert.equal(await password(page).getAttribute('aria-invalid'), 'true');
      await password(page).fill(person.password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Hãy mở hộp thư của bạn' }).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);

      await signIn(page, person);
      await page.getByText('Địa chỉ thư này chưa được xác nhận').waitFor();

      await openLetter(page, 'Xác nhận địa chỉ thư của bạn trên Nhịp');
      await page.getByRole('button', { name: 'Xác nhận địa chỉ này' }).click();
      await page.getByRole('link', { name: 'Đăng nhập' }).last().click();
      await signIn(page, { ...person, password: 'không phải mật khẩu' });
      await page.getByText('Địa chỉ thư hoặc mật khẩu không đúng').waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      await signIn(page, person);
      await page.getByRole('button', { name: `Tài khoản của ${person.name}` }).waitFor();
    }));

  test('a forgotten password is renewed by letter', () =>
    stage.visit({}, async ({ page, open }) => {
      await open('/forgotten-password');
      await page.getByLabel('Địa chỉ thư điện tử').fill(person.email);
      await page.getByRole('button', { name: 'Gửi liên kết' }).click();
      await page.getByRole('heading', { name: 'Hãy mở hộp thư của bạn' }).waitFor();
      await openLetter(page, 'Đặt lại mật khẩu Nhịp');
      await page.getByLabel('Mật khẩu mới', { exact: true }).fill(renewed);
      await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
      await page.getByRole('heading', { name: 'Đã đặt mật khẩu mới' }).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
    }));

  test('gets a second factor with a QR code, and backup codes to keep', () =>
    stage.visit({}, async ({ page, open }) => {
      await open('/sign-in?next=/me/sign-in');
      await signIn(page, { ...person, password: renewed }, false);
      await page.waitForURL(/\/me\/sign-in/);
      const part = page.getByRole('region', { name: 'Lớp xác thực thứ hai' });
      await part.getByLabel('Mật khẩu của bạn').fill(renewed);
      await part.getByRole('button', { name: 'Bật lớp xác thực thứ hai' }).click();
      await part.getByRole('img', { name: /Mã QR/ }).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      secret = await part.locator('code').innerText();
      const codes = await part.locator('ul li').allInnerTexts();
      assert.equal(codes.length, 10);
      backupCode = codes[0]!;
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        part.getByRole('button', { name: 'Tải về (.txt)' }).click(),
      ]);
      assert.equal(file.suggestedFilename(), 'ma-du-phong-nhip.txt');
      await part.getByLabel('Mã 6 chữ số', { exact: true }).fill('000000');
      await part.getByRole('button', { name: 'Xác nhận và bật' }).click();
      await part.getByText('Mã không đúng hoặc đã hết hạn').waitFor();
      await part.getByLabel('Mã 6 chữ số', { exact: true }).fill(totp(secret));
      await part.getByRole('button', { name: 'Xác nhận và bật' }).click();
      await part.getByText('Đang bật').waitFor();
    }));

  test('then asks for a code after the password, takes a backup code, and ends sessions elsewhere', () =>
    stage.visit({ width: narrow }, async ({ page, open }) => {
      await open('/sign-in');
      await signIn(page, { ...person, password: renewed }, false);
      await page.getByRole('heading', { name: 'Lớp xác thực thứ hai' }).waitFor();
      assert.deepEqual(await accessibilityFindings(page), []);
      assert.deepEqual(await sidewaysScroll(page), []);
      await page.getByRole('button', { name: 'Dùng mã dự phòng' }).click();
      await page.getByLabel('Mã dự phòng', { exact: true }).fill(backupCode);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Tài khoản của ${person.name}` }).waitFor();

      await page.goto('/me/sign-in');
      const list = page.getByRole('list', { name: 'Các phiên đăng nhập đang mở' });
      await list.getByText('Phiên này').waitFor();
      assert.ok((await list.getByRole('listitem').count()) >= 2);
      await page.getByRole('button', { name: 'Kết thúc mọi phiên khác' }).click();
      await page.getByText('Đã kết thúc mọi phiên khác.').waitFor();
      assert.equal(await list.getByRole('listitem').count(), 1);
    }));
});

test('A passkey is added on the device, signs in without a password, and is removed', () =>
  stage.visit({}, async ({ page, complaints }) => {
    // passkeys are bound to a name, and the server is reached by one that is also this machine
    const here = new URL(stage.server.url);
    here.hostname = 'localhost';
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await signInAs(page, here.origin, 'lecturer');
    await page.goto(new URL('/me/sign-in', here).toString());
    await arrived(page);
    const part = page.getByRole('region', { name: 'Khóa truy cập' });
    await part.getByLabel('Tên của khóa').fill('Máy tính ở cơ quan');
    await part.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
    await part.getByText('Đã thêm khóa truy cập.').waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByRole('button', { name: /^Tài khoản của/ }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('link', { name: 'Đăng nhập', exact: true }).click();
    // the browser may offer the passkey in the field by itself before the button is reached
    await page
      .getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' })
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await page.getByRole('button', { name: /^Tài khoản của/ }).waitFor();
    await page.goto(new URL('/me/sign-in', here).toString());
    await part.getByRole('button', { name: 'Gỡ khóa “Máy tính ở cơ quan”' }).click();
    await part.getByRole('button', { name: 'Gỡ hẳn?' }).click();
    await part.getByText('Chưa có khóa truy cập nào.').waitFor();
    assert.deepEqual(
      complaints.filter((one) => one.startsWith('script')),
      [],
    );
  }));

test('An administrator gives a machine a key that is shown once, and revokes it', () =>
  stage.visit({ language: 'en', as: 'administrator' }, async ({ page, open }) => {
    await open('/api-clients');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('Give the machine a name.').waitFor();
    await page.getByLabel('Name of the machine').fill('Training system');
    await page.getByLabel(/^Import/).check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    const made = page.getByRole('region', { name: 'The key of “Training system”' });
    const key = await made.locator('code').first().innerText();
    assert.ok(key.length > 30);
    assert.deepEqual(await accessibilityFindings(page), []);
    const read = (headers: Record<string, string>) =>
      fetch(new URL('/api/demand', stage.server.url), { headers });
    assert.equal((await read({ 'x-api-key': key })).status, 200);
    await made.getByRole('button', { name: 'I have kept it' }).click();
    assert.ok(!(await page.content()).includes(key), 'the key is shown once');
    await page.getByRole('button', { name: 'Revoke the key of “Training system”' }).click();
    await page.getByRole('button', { name: 'Really revoke?' }).click();
    await page.getByText(/^Revoked /).waitFor();
    assert.equal((await read({ 'x-api-key': key })).status, 401);
    assert.deepEqual(await accessibilityFindings(page), []);
  }));

function password(page: Page) {
  return page.getByLabel('Mật khẩu', { exact: true });
}

async function signIn(
  page: Page,
  { email, password: secret }: { email: string; password: string },
  opening = true,
): Promise<void> {
  if (opening) {
    await page.goto('/sign-in');
    await arrived(page);
  }
  await page.getByLabel('Địa chỉ thư điện tử').fill(email);
  await password(page).fill(secret);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** Opens the newest letter of this subject in the outbox and follows its link. */
async function openLetter(page: Page, subject: string): Promise<void> {
  await page.goto('/outbox');
  await arrived(page);
  const letter = page.getByRole('article').filter({ hasText: subject }).first();
  await letter.getByRole('link').click();
  await arrived(page);
}
