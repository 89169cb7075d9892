import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { testAuthenticator } from '#src/testing/authenticator.ts';
import { browserOf, memberOf, type Browser } from '#src/testing/people.ts';
import {
  accountOf,
  codeOf,
  cookieOf,
  PASSWORD,
  totp,
  withSecondFactor,
} from '#src/testing/sign-in.ts';
import type { Session } from './contract.ts';

const EMAIL = 'hai.lop@minh-hoa.example';

test('a code of the authenticator that was read over a shoulder opens no second session', async (t) => {
  const whole = await testApp(t);
  const { half, totpURI } = await withSecondFactor(whole, EMAIL);
  // the next half minute's code, which clocks that go ahead may use
  const code = totp(totpURI, 1);
  const first = await (await half()).post('/api/auth/two-factor/verify-totp', { code });
  assert.equal(first.statusCode, 200, first.body);
  const second = await (await half()).post('/api/auth/two-factor/verify-totp', { code });
  assert.equal(codeOf(second), 'code-wrong');
  assert.equal(await personOf(whole, cookieOf(second)), null);
  assert.notEqual(await personOf(whole, cookieOf(first)), null);
});

test('a code that confirmed the authenticator does not sign in as well', async (t) => {
  const whole = await testApp(t);
  const { half, firstCode } = await withSecondFactor(whole, EMAIL);
  const browser = await half();
  const again = await browser.post('/api/auth/two-factor/verify-totp', { code: firstCode });
  assert.equal(codeOf(again), 'code-wrong');
});

test('who guesses codes is stopped after five, and the account after ten, whatever the code then is', async (t) => {
  const whole = await testApp(t);
  const { half, totpURI } = await withSecondFactor(whole, EMAIL);
  const codes: (string | undefined)[] = [];
  for (let round = 0; round < 2; round++) {
    const guessing = await half();
    for (let guess = 0; guess < 5; guess++) {
      codes.push(codeOf(await guessing.post('/api/auth/two-factor/verify-totp', guessed(guess))));
    }
    const sixth = await guessing.post('/api/auth/two-factor/verify-totp', guessed(5));
    assert.notEqual(codeOf(sixth), 'code-wrong');
    // the limit of one place is another test's
    await whole.database.owner.query('delete from sign_in_rate');
  }
  assert.deepEqual(codes, Array(10).fill('code-wrong'));
  const right = await (
    await half()
  ).post('/api/auth/two-factor/verify-totp', { code: totp(totpURI, 1) });
  assert.equal(codeOf(right), 'too-many-attempts');
});

test('the second factor is not removed without the password, nor by one who has given the password alone', async (t) => {
  const whole = await testApp(t);
  const { half, signedIn } = await withSecondFactor(whole, EMAIL);
  const disable = (browser: Browser, password: string) =>
    browser.post('/api/auth/two-factor/disable', { password });
  assert.equal(codeOf(await disable(signedIn, 'not the password')), 'password-wrong');
  assert.equal(codeOf(await disable(await half(), PASSWORD)), 'sign-in-required');
  const enabledAgain = await signedIn.post('/api/auth/two-factor/enable', { password: PASSWORD });
  assert.equal(enabledAgain.statusCode, 400, enabledAgain.body);
  assert.equal((await signedIn.get<Session>('/api/session')).person?.secondFactor, true);
  assert.equal((await disable(signedIn, PASSWORD)).statusCode, 200);
});

test('a new password by letter leaves the second factor standing', async (t) => {
  const whole = await testApp(t);
  const { half } = await withSecondFactor(whole, EMAIL);
  await browserOf(whole.app).post('/api/auth/request-password-reset', { email: EMAIL });
  const { rows } = await whole.database.owner.query('select body from letter');
  const token = /#(\S+)/.exec(rows[0].body)![1];
  const set = await browserOf(whole.app).post('/api/auth/reset-password', {
    token,
    newPassword: PASSWORD,
  });
  assert.equal(set.statusCode, 200, set.body);
  assert.equal((await (await half()).get<Session>('/api/session')).person, null);
});

test('a passkey signs in only when its bearer has unlocked it', async (t) => {
  const whole = await testApp(t);
  const passkey = testAuthenticator();
  const owner = await memberOf(whole);
  assert.equal((await register(owner, passkey)).statusCode, 200);
  const locked = await answer(whole, passkey, { locked: true });
  assert.equal(codeOf(locked), 'passkey-refused');
  assert.equal(await personOf(whole, cookieOf(locked)), null);
  const unlocked = await answer(whole, passkey);
  assert.equal(unlocked.statusCode, 200, unlocked.body);
  assert.equal((await personOf(whole, cookieOf(unlocked)))?.email, owner.email);
});

test('browsers are told to ask for the PIN or the finger of a passkey', async (t) => {
  const whole = await testApp(t);
  const asked = await browserOf(whole.app).get<{ userVerification: string }>(
    '/api/auth/passkey/generate-authenticate-options',
  );
  assert.equal(asked.userVerification, 'required');
});

test('a passkey is neither added to, nor removed from, an account that is not one’s own', async (t) => {
  const whole = await testApp(t);
  const owner = await memberOf(whole);
  const passkey = testAuthenticator();
  assert.equal((await register(owner, passkey)).statusCode, 200);
  const [held] = await owner.get<{ id: string }[]>('/api/passkeys');
  const stranger = await memberOf(whole);
  const removed = await stranger.post('/api/auth/passkey/delete-passkey', { id: held!.id });
  assert.ok(removed.statusCode >= 400, removed.body);
  assert.equal((await owner.get<unknown[]>('/api/passkeys')).length, 1);

  // the stranger begins, and has the owner's browser finish
  const begun = await stranger.inject('/api/auth/passkey/generate-register-options');
  const challenge = begun.json<{ challenge: string }>().challenge;
  const both = browserOf(whole.app, `${owner.cookie}; ${cookieOf(begun)}`);
  const smuggled = await both.post(
    '/api/auth/passkey/verify-registration',
    testAuthenticator().register(challenge),
  );
  assert.ok(smuggled.statusCode >= 400, smuggled.body);
  assert.equal((await owner.get<unknown[]>('/api/passkeys')).length, 1);
});

test('adding a passkey takes a recent sign-in', async (t) => {
  const whole = await testApp(t);
  const owner = await memberOf(whole);
  await whole.database.owner.query(
    `update sign_in_session set created_at = now() - interval '2 days'`,
  );
  const begun = await owner.inject('/api/auth/passkey/generate-register-options');
  assert.equal(codeOf(begun), 'sign-in-not-fresh', begun.body);
});

test('a letter of another account’s confirmation confirms only that one', async (t) => {
  const whole = await testApp(t);
  const browser = browserOf(whole.app);
  const register = (email: string) =>
    browser.post('/api/auth/sign-up/email', { email, name: 'Người Thử', password: PASSWORD });
  await register('mot@minh-hoa.example');
  await register('hai@minh-hoa.example');
  const { rows } = await whole.database.owner.query('select body from letter order by id');
  const token = /#(\S+)/.exec(rows[0].body)![1];
  const own = await accountOf(whole, 'ba@minh-hoa.example');
  assert.notEqual(own.accountId, undefined);
  assert.equal((await browser.post('/api/auth/verify-email', { token })).statusCode, 200);
  const confirmed = await whole.database.owner.query(
    `select email from account where email like '%minh-hoa.example' and email_verified order by 1`,
  );
  assert.deepEqual(
    confirmed.rows.map(({ email }) => email),
    ['ba@minh-hoa.example', 'mot@minh-hoa.example'],
  );
  const forged = await browser.post('/api/auth/verify-email', { token: `${token}x` });
  assert.equal(codeOf(forged), 'link-expired');
});

async function register(browser: Browser, passkey: ReturnType<typeof testAuthenticator>) {
  const begun = await browser.inject('/api/auth/passkey/generate-register-options');
  const { challenge } = begun.json<{ challenge: string }>();
  return browser.inject({
    method: 'POST',
    url: '/api/auth/passkey/verify-registration',
    headers: {
      origin: 'http://127.0.0.1:5757',
      cookie: `${(browser as { cookie?: string }).cookie}; ${cookieOf(begun)}`,
    },
    payload: passkey.register(challenge),
  });
}

async function answer(
  { app }: TestApp,
  passkey: ReturnType<typeof testAuthenticator>,
  how: { locked?: boolean } = {},
) {
  const begun = await browserOf(app).inject('/api/auth/passkey/generate-authenticate-options');
  const { challenge } = begun.json<{ challenge: string }>();
  return browserOf(app, cookieOf(begun)).post(
    '/api/auth/passkey/verify-authentication',
    passkey.answer(challenge, how),
  );
}

async function personOf({ app }: TestApp, cookie: string) {
  return (await browserOf(app, cookie || 'none=1').get<Session>('/api/session')).person;
}

function guessed(n: number): { code: string } {
  return { code: `00000${n}` };
}
