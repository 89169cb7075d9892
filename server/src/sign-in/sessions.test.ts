import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endSessions } from '#src/accounts/end-sessions.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { organisation } from '#src/testing/organisations.ts';
import { browserOf, memberOf, TEST_HOST } from '#src/testing/people.ts';
import { accountOf, codeOf, cookieOf, PASSWORD } from '#src/testing/sign-in.ts';
import type { NewKey, Session } from './contract.ts';

const EMAIL = 'phien@minh-hoa.example';
const SIGN_IN = '/api/auth/sign-in/email';
const credentials = { email: EMAIL, password: PASSWORD };

test('over https every cookie of the sign-in is for https alone, unreadable to scripts and not sent along from other sites', async (t) => {
  const whole = await testApp(t, { config: { publicUrl: new URL('https://nhip.example') } });
  await accountOf(whole, EMAIL);
  const ask = (url: string, payload?: object) =>
    whole.app.inject({
      method: payload ? 'POST' : 'GET',
      url,
      headers: { host: 'nhip.example', origin: 'https://nhip.example' },
      payload,
    });
  const replies = [
    await ask(SIGN_IN, credentials),
    await ask('/api/auth/passkey/generate-authenticate-options'),
  ];
  const cookies = replies.flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat());
  assert.ok(cookies.length >= 2, String(cookies));
  for (const cookie of cookies) {
    assert.match(cookie, /^__Host-nhip\./);
    for (const part of [/; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i, /; Path=\//i]) {
      assert.match(cookie, part);
    }
    assert.doesNotMatch(cookie, /; Domain=/i);
  }
  const known = await whole.app.inject({
    url: '/api/auth/passkey/generate-register-options',
    headers: { host: 'nhip.example', cookie: cookieOf(replies[0]!) },
  });
  assert.equal(known.statusCode, 200, known.body);
  for (const { headers } of replies) {
    assert.match(String(headers['strict-transport-security']), /^max-age=31536000/);
    assert.equal(headers['cache-control'], 'no-store');
  }
});

test('a session that an attacker has planted in the browser is not the one that the sign-in opens', async (t) => {
  const whole = await testApp(t);
  const attacker = await memberOf(whole);
  await accountOf(whole, EMAIL);
  const planted = browserOf(whole.app, attacker.cookie);
  const signedIn = await planted.post(SIGN_IN, credentials);
  assert.equal(signedIn.statusCode, 200);
  assert.notEqual(cookieOf(signedIn), attacker.cookie);
  const own = await browserOf(whole.app, cookieOf(signedIn)).get<Session>('/api/session');
  assert.equal(own.person?.email, EMAIL);
  const theirs = await attacker.get<Session>('/api/session');
  assert.equal(theirs.person?.email, attacker.email);
});

test('a cookie whose signature or token was touched is nobody’s', async (t) => {
  const whole = await testApp(t);
  const { cookie } = await memberOf(whole);
  const [name, value] = cookie.split('=') as [string, string];
  const [token, signature] = decodeURIComponent(value).split('.') as [string, string];
  const { rows } = await whole.database.owner.query('select token from sign_in_session limit 1');
  const forged = [
    rows[0].token,
    token,
    `${token}.`,
    `${token}.${Buffer.alloc(32).toString('base64')}`,
    `x${token}.${signature}`,
    `${token}.${signature.slice(0, -3)}`,
    '%E0%A4%A',
    "' or 1=1 --",
    '__proto__',
  ];
  for (const text of forged) {
    const browser = browserOf(whole.app, `${name}=${text}`);
    assert.equal((await browser.get<Session>('/api/session')).person, null, text);
  }
});

test('after the sign-out the cookie opens nothing, wherever it was copied to', async (t) => {
  const whole = await testApp(t);
  await accountOf(whole, EMAIL);
  const cookie = cookieOf(await browserOf(whole.app).post(SIGN_IN, credentials));
  const out = await browserOf(whole.app, cookie).post('/api/auth/sign-out');
  assert.equal(out.statusCode, 200);
  assert.match(String(out.headers['set-cookie']), /session_token=;.*Max-Age=0/i);
  assert.equal(out.headers['clear-site-data'], '"cache"');
  const copied = browserOf(whole.app, cookie);
  assert.equal((await copied.get<Session>('/api/session')).person, null);
  assert.equal(codeOf(await copied.inject('/api/sessions')), 'sign-in-required');
  assert.equal(
    codeOf(await copied.post('/api/auth/change-password', changed())),
    'sign-in-required',
  );
});

test('a changed password ends every other session and keeps the one that changed it', async (t) => {
  const whole = await testApp(t);
  await accountOf(whole, EMAIL);
  const open = async () =>
    browserOf(whole.app, cookieOf(await browserOf(whole.app).post(SIGN_IN, credentials)));
  const [own, other] = [await open(), await open()];
  const done = await own.post('/api/auth/change-password', changed());
  assert.equal(done.statusCode, 200, done.body);
  assert.equal((await other.get<Session>('/api/session')).person, null);
  const renewed = browserOf(whole.app, cookieOf(done));
  assert.equal((await renewed.get<Session>('/api/session')).person?.email, EMAIL);
});

test('when rights change every session of the person ends, also one that is being used', async (t) => {
  const whole = await testApp(t);
  const member = await memberOf(whole, { roles: ['viewer'] });
  assert.notEqual((await member.get<Session>('/api/session')).person, null);
  await whole.platform.db.transaction().execute((trx) => endSessions(trx, [member.personId]));
  assert.equal((await member.get<Session>('/api/session')).person, null);
});

test('a session ends a day after it was last used, and a locked account has none', async (t) => {
  const whole = await testApp(t);
  const member = await memberOf(whole);
  await whole.database.owner.query(
    `update account set disabled_at = now() where id = '${member.accountId}'`,
  );
  assert.equal((await member.get<Session>('/api/session')).person, null);
  await whole.database.owner.query('update account set disabled_at = null');
  assert.notEqual((await member.get<Session>('/api/session')).person, null);
  await whole.database.owner.query(
    `update sign_in_session set expires_at = now() - interval '1 s'`,
  );
  assert.equal((await member.get<Session>('/api/session')).person, null);
});

test('headers cannot say who acts, in what role or for whom', async (t) => {
  const whole = await testApp(t);
  const member = await memberOf(whole, { roles: ['viewer'] });
  for (const headers of [
    { 'x-nhip-client-address': '127.0.0.1', 'x-user-id': '1', 'x-forwarded-user': 'admin' },
    { actor: '{"roles":["secretariat"]}', 'x-role': 'secretariat', 'x-organisation-id': '1' },
    { 'x-http-method-override': 'DELETE', 'x-original-url': '/api/audit/facts' },
  ]) {
    const reply = await member.inject({ url: '/api/session', headers });
    assert.deepEqual(reply.json<Session>().roles, ['viewer']);
    const facts = await member.inject({ url: '/api/audit/facts', headers });
    assert.equal(codeOf(facts), 'not-allowed');
  }
});

test('a machine’s key opens no person’s room, even beside a person’s cookie', async (t) => {
  const whole = await testApp(t);
  const scopes = ['read', 'import', 'case.readonly', 'case.manage'];
  const { key } = (
    await whole.post('/api/api-clients', { name: 'Máy thử', scopes })
  ).json<NewKey>();
  for (const url of ['/api/me/holdings', '/api/sessions', '/api/passkeys', '/api/api-clients']) {
    const headers = { host: TEST_HOST, 'x-api-key': key, cookie: whole.cookie };
    const reply = await whole.app.inject({ url, headers });
    assert.equal(codeOf(reply), 'not-allowed', url);
  }
});

test('the machines of an organisation end with it', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const administrator = await memberOf(whole, {
    organisationId: school,
    roles: ['administrator'],
  });
  const made = await administrator.post('/api/api-clients', { name: 'Máy', scopes: ['read'] });
  const { id, key } = made.json<NewKey>();
  const token = await tokenOf(whole, id, key);
  const read = (authorization: string) =>
    whole.app.inject({ url: '/api/demand', headers: { host: TEST_HOST, authorization } });
  assert.equal((await read(`Bearer ${token}`)).statusCode, 200);
  await whole.database.owner.query(
    `update organisation set valid_to = current_date where id = ${school}`,
  );
  for (const bearer of [token, key]) {
    assert.equal(codeOf(await read(`Bearer ${bearer}`)), 'sign-in-required');
  }
});

test('whatever is wrong with a request for a token is said as RFC 6749 says it, and nothing else', async (t) => {
  const whole = await testApp(t);
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
  const form = 'grant_type=client_credentials';
  const asked: [string, string | undefined, number, string][] = [
    ['', undefined, 400, 'invalid_request'],
    ['grant_type=password&username=a&password=b', undefined, 400, 'unsupported_grant_type'],
    [form, undefined, 401, 'invalid_client'],
    [form, 'Basic !!!', 401, 'invalid_client'],
    [form, basic('no colon'), 401, 'invalid_client'],
    [form, basic('%E0%A4%A:%zz'), 401, 'invalid_client'],
    [form, basic('a\u0000:b\u0000'), 401, 'invalid_client'],
    [`${form}&client_id=a&client_secret=${'x'.repeat(5000)}`, undefined, 401, 'invalid_client'],
    [`${form}&client_id=a%00&client_secret=b%00`, undefined, 401, 'invalid_client'],
  ];
  for (const [payload, authorization, status, error] of asked) {
    const reply = await whole.app.inject({
      method: 'POST',
      url: '/oauth2/token',
      headers: {
        host: TEST_HOST,
        'content-type': 'application/x-www-form-urlencoded',
        ...(authorization && { authorization }),
      },
      payload,
    });
    assert.deepEqual([reply.statusCode, reply.json()], [status, { error }], payload.slice(0, 80));
    assert.equal(reply.headers['cache-control'], 'no-store');
    assert.equal(reply.headers['www-authenticate'] !== undefined, status === 401);
  }
});

async function tokenOf({ app }: TestApp, id: string, key: string): Promise<string> {
  const reply = await app.inject({
    method: 'POST',
    url: '/oauth2/token',
    headers: { host: TEST_HOST, 'content-type': 'application/x-www-form-urlencoded' },
    payload: `grant_type=client_credentials&client_id=${id}&client_secret=${key}`,
  });
  return reply.json<{ access_token: string }>().access_token;
}

function changed() {
  return { currentPassword: PASSWORD, newPassword: 'thuyền nhỏ trên hồ rộng' };
}
