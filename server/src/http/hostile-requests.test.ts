import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { browserOf, memberOf, TEST_HOST, TEST_ORIGIN } from '#src/testing/people.ts';
import { accountOf, codeOf, cookieOf, letters, PASSWORD } from '#src/testing/sign-in.ts';
import { ROUTES } from './access-table.ts';

const EMAIL = 'thu.dich@minh-hoa.example';

test('no route changes anything for another site, whatever the form of the request', async (t) => {
  const { app, cookie } = await testApp(t);
  const changing = Object.keys(ROUTES).filter((route) => !/^(GET|HEAD|OPTIONS) /.test(route));
  assert.ok(changing.length > 40);
  for (const route of changing) {
    const [method, url] = route.split(' ') as ['POST', string];
    for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
      const reply = await app.inject({
        method,
        url: url.replace(/:\w+/g, '1'),
        headers: {
          ...{ host: TEST_HOST, cookie, 'content-type': type },
          ...{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
        },
        payload: type.endsWith('json') ? '{}' : 'a=b',
      });
      assert.equal(codeOf(reply), 'origin-refused', `${route} ${type}`);
    }
  }
});

test('a form of another site is no JSON, even where the browser names no origin', async (t) => {
  const { app, cookie } = await testApp(t);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const reply = await app.inject({
      method: 'PUT',
      url: '/api/me/profile',
      headers: { host: TEST_HOST, cookie, 'content-type': type },
      payload: '{"displayName":"X"}',
    });
    assert.ok(reply.statusCode >= 400 && reply.statusCode < 500, `${type} ${reply.statusCode}`);
  }
});

test('under the public name a page that came over http is another site', async (t) => {
  const { app } = await testApp(t, { config: { publicUrl: new URL('https://nhip.example') } });
  const ask = (origin: string) =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { host: 'nhip.example', origin },
      payload: { email: EMAIL, password: PASSWORD },
    });
  assert.equal(codeOf(await ask('http://nhip.example')), 'origin-refused');
  assert.equal(codeOf(await ask('https://nhip.example')), 'sign-in-refused');
});

test('fields that nobody asked for change neither where a letter leads nor who one is', async (t) => {
  const whole = await testApp(t);
  const smuggled = {
    callbackURL: 'https://evil.example/',
    redirectTo: 'https://evil.example/',
    errorCallbackURL: 'https://evil.example/',
    rememberMe: true,
    role: 'secretariat',
    roles: ['secretariat'],
    personId: 1,
    person_id: 1,
    emailVerified: true,
    email_verified: true,
    twoFactorEnabled: false,
    id: '00000000-0000-4000-8000-000000000000',
    image: 'https://evil.example/x.png',
    trustDevice: true,
    disableSession: true,
    createSession: true,
  };
  const browser = browserOf(whole.app);
  const who = { email: EMAIL, name: 'Người Thử', password: PASSWORD };
  await browser.post('/api/auth/sign-up/email', { ...who, ...smuggled });
  const signedIn = await browser.post('/api/auth/sign-in/email', { ...who, ...smuggled });
  assert.equal(codeOf(signedIn), 'email-not-verified');
  const { rows } = await whole.database.owner.query(
    'select person_id, email_verified, image, two_factor_enabled from account where email = $1',
    [EMAIL],
  );
  assert.deepEqual(rows, [
    { person_id: null, email_verified: false, image: null, two_factor_enabled: false },
  ]);
  await accountOf(whole, 'khac@minh-hoa.example');
  const reset = { email: 'khac@minh-hoa.example', ...smuggled };
  assert.equal((await browser.post('/api/auth/request-password-reset', reset)).statusCode, 200);
  for (const { body } of await letters(whole)) assert.doesNotMatch(body, /evil/);
  const own = await browser.post('/api/auth/sign-in/email', {
    email: 'khac@minh-hoa.example',
    password: PASSWORD,
    ...smuggled,
  });
  assert.equal(own.headers.location, undefined);
  assert.doesNotMatch(cookieOf(own), /trust_device/);
});

test('endpoints of the sign-in library that nobody opened do not exist', async (t) => {
  const whole = await testApp(t);
  for (const path of [
    ...['update-user', 'change-email', 'delete-user', 'link-social', 'unlink-account'],
    ...['list-sessions', 'revoke-sessions', 'get-session', 'get-access-token', 'refresh-token'],
    ...['api-key/create', 'api-key/update', 'api-key/verify', 'passkey/update-passkey'],
    ...['two-factor/send-otp', 'two-factor/generate-backup-codes', 'two-factor/get-totp-uri'],
    ...['reset-password/x', 'verify-password', 'sign-in/social', 'oauth2/link', 'error', 'ok'],
  ]) {
    for (const method of ['GET', 'POST'] as const) {
      const reply = await whole.inject({
        method,
        url: `/api/auth/${path}`,
        headers: { origin: TEST_ORIGIN },
        ...(method === 'POST' && { payload: {} }),
      });
      assert.equal(reply.statusCode, 404, `${method} ${path}`);
    }
  }
});

test('bodies that are deep, poisoned or hold what cannot be stored are the sender’s mistake', async (t) => {
  const whole = await testApp(t);
  const member = await memberOf(whole);
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  const bodies = [
    deep,
    `{"response":${deep}}`,
    '['.repeat(200_000),
    '{"__proto__":{"roles":["secretariat"]},"email":"a@b.vn","password":"x"}',
    '{"constructor":{"prototype":{"x":1}},"email":"a@b.vn","password":"x"}',
    '{"email":"a\\u0000@b.vn","name":"a\\u0000","password":"a\\u0000"}',
    '{"email":["a@b.vn"],"password":{"$ne":null}}',
    'null',
    '"text"',
  ];
  const routes = Object.keys(ROUTES).filter(
    (route) => route.startsWith('POST /api/auth/') && !route.endsWith('/identity'),
  );
  for (const route of [...routes, 'POST /api/set-up', 'POST /api/invitations/accept']) {
    for (const body of bodies) {
      const reply = await ask(whole, member.cookie, route.slice(5), body);
      const told = `${route} ${body.slice(0, 60)}: ${reply.statusCode} ${reply.body.slice(0, 200)}`;
      assert.ok(reply.statusCode < 500, told);
    }
    // each body is met for itself, not by the limit of attempts
    await whole.database.owner.query('delete from sign_in_rate');
  }
  assert.equal(({} as { roles?: unknown }).roles, undefined);
});

test('a name with U+0000 is refused at registration without a trace of the fault', async (t) => {
  const whole = await testApp(t);
  const reply = await browserOf(whole.app).post('/api/auth/sign-up/email', {
    email: EMAIL,
    name: 'a\u0000b',
    password: PASSWORD,
  });
  assert.equal(reply.statusCode, 400, reply.body);
  assert.doesNotMatch(reply.body, /insert|account|byte sequence/i);
});

test('what looks like SQL is text in every field of the sign-in', async (t) => {
  const whole = await testApp(t);
  const sql = `'); drop table account; --`;
  const browser = browserOf(whole.app);
  await browser.post('/api/auth/sign-up/email', { email: EMAIL, name: sql, password: `${sql} x` });
  await browser.post('/api/auth/sign-in/email', { email: EMAIL, password: sql });
  await browser.post('/api/auth/reset-password', { token: sql, newPassword: PASSWORD });
  await browser.post('/api/auth/verify-email', { token: sql });
  await browser.post('/api/invitations/lookup', { token: sql });
  await browser.post('/api/invitations/accept', { token: `${sql}${sql}` });
  await whole.inject(`/api/organisations?q=${encodeURIComponent(sql)}`);
  const { rows } = await whole.database.owner.query('select name from account where email = $1', [
    EMAIL,
  ]);
  assert.deepEqual(rows, [{ name: sql }]);
});

test('what the API answers stays in no cache, and health is told without being kept back', async (t) => {
  const whole = await testApp(t);
  for (const url of ['/api/session', '/api/me/holdings', '/api/nothing', '/api/regions']) {
    assert.equal((await whole.inject(url)).headers['cache-control'], 'no-store', url);
  }
  const visitor = await browserOf(whole.app).inject('/api/me/holdings');
  assert.equal(visitor.headers['cache-control'], 'no-store');
});

function ask({ app }: TestApp, cookie: string, url: string, payload: string) {
  return app.inject({
    method: 'POST',
    url,
    headers: { host: TEST_HOST, origin: TEST_ORIGIN, cookie, 'content-type': 'application/json' },
    payload,
  });
}
