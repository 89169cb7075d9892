import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deleteExpired } from './delete-expired.ts';
import { letterName } from './letter-name.ts';
import { inScope, platformScope } from '#src/db/scope.ts';
import { createAccount } from '#src/accounts/create-account.ts';
import { emailAddress } from '#src/accounts/email-address.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { browserOf } from '#src/testing/people.ts';
import { accountOf, codeOf, letters, PASSWORD } from '#src/testing/sign-in.ts';

const VICTIM = 'nguoi.that@minh-hoa.example';
const SQUATTERS = 'mật khẩu của kẻ chiếm chỗ';

test('an address that somebody else registered and never confirmed does not keep its owner out', async (t) => {
  const whole = await testApp(t);
  const browser = browserOf(whole.app);
  await browser.post('/api/auth/sign-up/email', {
    email: VICTIM,
    name: 'Kẻ chiếm chỗ',
    password: SQUATTERS,
  });
  await accountOf(whole, VICTIM);
  const signIn = (password: string) =>
    browser.post('/api/auth/sign-in/email', { email: VICTIM, password });
  assert.equal(codeOf(await signIn(SQUATTERS)), 'sign-in-refused');
  assert.equal((await signIn(PASSWORD)).statusCode, 200);
});

test('a confirmed account never makes way for another', async (t) => {
  const whole = await testApp(t);
  await accountOf(whole, VICTIM);
  await assert.rejects(accountOf(whole, VICTIM), { code: 'account-exists' });
});

test('registrations that nobody has confirmed are forgotten after a week, and nothing else is', async (t) => {
  const whole = await testApp(t);
  await registerUnconfirmed(whole, 'moi@minh-hoa.example');
  await registerUnconfirmed(whole, 'cu@minh-hoa.example');
  await accountOf(whole, VICTIM);
  await whole.post('/api/api-clients', { name: 'Máy thử', scopes: ['read'] });
  await whole.database.owner.query(
    `update account set created_at = now() - interval '8 days' where email <> 'moi@minh-hoa.example'`,
  );
  const emails = async () => {
    const { rows } = await whole.database.owner.query('select email from account');
    return rows.map(({ email }) => String(email));
  };
  const before = await emails();
  await deleteExpired(whole.platform.db);
  const after = await emails();
  assert.deepEqual(
    before.filter((email) => !after.includes(email)),
    ['cu@minh-hoa.example'],
  );
});

test('nobody writes to others in our name by what they call themselves', async (t) => {
  const whole = await testApp(t);
  const names = ['Trúng thưởng: evil.example', 'https://evil.example\n\nNhịp', 'Gọi 0900 000 000'];
  for (const [n, name] of names.entries()) {
    await registerUnconfirmed(whole, `a${n}@minh-hoa.example`, name);
  }
  const bodies = (await letters(whole)).map(({ body }) => body);
  assert.equal(bodies.length, names.length);
  for (const body of bodies) {
    assert.match(body, /^Xin chào bạn,\n/);
    assert.doesNotMatch(body, /evil|0900/);
  }
  assert.equal(letterName('Nguyễn Thị Ánh-Tuyết', 'vi'), 'Nguyễn Thị Ánh-Tuyết');
  assert.equal(letterName("Seán O'Brien Jr.", 'en'), "Seán O'Brien Jr.");
  assert.equal(letterName('{link}', 'en'), 'there');
});

test('links in letters lead to the configured address, whatever host a request names', async (t) => {
  const whole = await testApp(t, { config: { publicUrl: new URL('https://nhip.example') } });
  const register = (host: string, n: number) =>
    whole.app.inject({
      method: 'POST',
      url: '/api/auth/sign-up/email',
      headers: { host, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
      payload: { email: `b${n}@minh-hoa.example`, name: 'Người Thử', password: PASSWORD },
    });
  assert.equal((await register('evil.example', 0)).statusCode, 403);
  assert.equal((await register('nhip.example', 1)).statusCode, 200);
  assert.equal((await register('127.0.0.1:9999', 2)).statusCode, 200);
  const links = (await letters(whole)).map(({ body }) => /https?:\/\/[^/]+/.exec(body)?.[0]);
  assert.deepEqual(links, ['https://nhip.example', 'https://nhip.example']);
});

test('an address is one address however it is written, and what is none is refused', () => {
  for (const [written, kept] of [
    [' Ten.Ho+Nhip@Truong.EDU.vn ', 'ten.ho+nhip@truong.edu.vn'],
    ['ｔｅｎ@truong.edu.vn', 'ten@truong.edu.vn'],
    ['ten@trường.vn', 'ten@xn--trng-rib8295b.vn'],
  ] as const) {
    assert.equal(emailAddress(written), kept);
  }
  for (const [written, code] of [
    ['tеn@truong.edu.vn', 'email-look-alike'],
    ['ten@truоng.vn', 'email-look-alike'],
    ['ten\u0000@truong.vn', 'email-look-alike'],
    ['ten\u200b@truong.vn', 'email-look-alike'],
    ['a@b.vn,evil@c.vn', 'email-invalid'],
    ['ten@truong.vn\r\nBcc: x@y.vn', 'email-look-alike'],
    ['"ten ho"@truong.vn', 'email-look-alike'],
    ['<ten@truong.vn>', 'email-invalid'],
    [`${'a'.repeat(300)}@truong.vn`, 'email-invalid'],
    ['ten@[127.0.0.1]', 'email-invalid'],
    ['@truong.vn', 'email-invalid'],
    ['', 'email-invalid'],
  ] as const) {
    assert.throws(() => emailAddress(written), { code }, JSON.stringify(written));
  }
});

test('the machine’s account is no way in for a person', async (t) => {
  const whole = await testApp(t);
  const made = await whole.post('/api/api-clients', { name: 'Máy thử', scopes: ['read'] });
  const email = `${made.json<{ id: string }>().id}@machine.invalid`;
  await assert.rejects(
    inScope(whole.platform.db, platformScope, async (trx) => {
      const { system } = whole;
      const personId = await insertPerson(trx, system, { displayName: 'X', language: 'vi' });
      return createAccount(trx, {
        personId,
        name: 'X',
        email,
        emailProven: true,
        password: PASSWORD,
      });
    }),
    { code: 'account-exists' },
  );
});

function registerUnconfirmed({ app }: TestApp, email: string, name = 'Người Thử') {
  // each test stays below the limit of one place
  return browserOf(app).post('/api/auth/sign-up/email', { email, name, password: SQUATTERS });
}
