import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp } from '#src/testing/app.ts';
import {
  TEST_CLIENT,
  testIdentityProvider,
  type Misbehaviour,
} from '#src/testing/identity-provider.ts';
import { browserOf } from '#src/testing/people.ts';
import type { Session } from './contract.ts';

test('who signs in at the identity provider is a person here, the same one each time', async (t) => {
  const { signIn, app, provider, database } = await open(t);
  for (let visit = 0; visit < 2; visit++) {
    const session = await browserOf(app, (await signIn()).cookie).get<Session>('/api/session');
    assert.equal(session.person?.name, provider.person.name);
    assert.deepEqual(session.roles, []);
  }
  const { rows } = await database.owner.query(
    `select count(*)::int4 as n from account where email = $1 and person_id is not null`,
    [provider.person.email],
  );
  assert.deepEqual(rows, [{ n: 1 }]);
  const facts = await database.owner.query(
    `select distinct detail->>'way' as way from audit_fact where action = 'signed-in'`,
  );
  assert.deepEqual(facts.rows, [{ way: 'identity' }]);
});

test('of the tokens that the provider gives nothing is kept', async (t) => {
  const { signIn, database } = await open(t);
  for (let visit = 0; visit < 2; visit++) assert.notEqual((await signIn()).cookie, '');
  const { rows } = await database.owner.query(
    'select access_token, refresh_token, id_token from account_credential',
  );
  assert.deepEqual(rows, [{ access_token: null, refresh_token: null, id_token: null }]);
});

test('a provider that would have secrets sent over an open line is not used', async (t) => {
  const { ask, provider } = await open(t);
  provider.misbehave.tokenEndpoint = 'http://provider.example/token';
  assert.equal((await ask()).json<ProblemBody>().code, 'identity-provider-invalid');
});

test('keys that the provider has changed are fetched anew', async (t) => {
  const { signIn, provider, app } = await open(t);
  assert.notEqual((await signIn()).cookie, '');
  await provider.rotateKeys();
  // the library asks for keys at most every thirty seconds
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 31_000 });
  const { cookie } = await signIn();
  t.mock.timers.reset();
  assert.notEqual((await browserOf(app, cookie).get<Session>('/api/session')).person, null);
});

const REFUSED: [string, Misbehaviour][] = [
  ['a token of another issuer', { tokenIssuer: 'https://other.example' }],
  ['a token for another client', { audience: 'another' }],
  ['a token signed by a stranger', { strangeKey: true }],
  ['a token that answers another question', { nonce: 'replayed' }],
  ['a token that expired long ago by our clock', { clockSkew: -3600 }],
];

for (const [what, misbehaviour] of REFUSED) {
  test(`${what} opens nothing`, async (t) => {
    const { signIn, provider } = await open(t);
    Object.assign(provider.misbehave, misbehaviour);
    const { cookie, location } = await signIn();
    assert.equal(cookie, '');
    assert.match(location, /^\/sign-in\?error=/);
  });
}

test('a provider that is down closes its own door only, and opens it again by itself', async (t) => {
  const { ask, signIn, provider, app } = await open(t);
  provider.misbehave.down = true;
  const refused = await ask();
  assert.equal(refused.statusCode, 503);
  assert.equal(refused.json<ProblemBody>().code, 'identity-provider-unreachable');
  const reply = await browserOf(app).post('/api/auth/sign-in/email', {
    email: 'nobody@nowhere.example',
    password: 'a password of nobody',
  });
  assert.equal(reply.json<ProblemBody>().code, 'sign-in-refused');
  provider.misbehave.down = false;
  assert.notEqual((await signIn()).cookie, '');
});

test('a provider that names itself otherwise than configured is not used', async (t) => {
  const { ask, provider } = await open(t);
  provider.misbehave.discoveredIssuer = 'https://other.example';
  assert.equal((await ask()).json<ProblemBody>().code, 'identity-provider-invalid');
});

test('an answer of the provider that nobody asked for opens nothing', async (t) => {
  const { app, ask, provider } = await open(t);
  const { url } = (await ask()).json<{ url: string }>();
  const back = provider.consent(url);
  // another browser, which has not begun the sign-in
  const forged = await browserOf(app).inject(back.pathname + back.search);
  assert.equal(forged.statusCode, 302);
  assert.ok(!cookieOf(forged).includes('session_token'), cookieOf(forged));
});

test('an account with a password is not taken over by the same address at the provider, unconfirmed', async (t) => {
  const { signIn, provider, whole } = await open(t);
  const { accounts } = await accountsOf(whole, provider.person.email);
  assert.equal(accounts, 0);
  await browserOf(whole.app).post('/api/auth/sign-up/email', {
    email: provider.person.email,
    name: 'Người khác',
    password: 'cầu treo bắc qua sông lớn',
  });
  provider.person.email_verified = false;
  const { cookie } = await signIn();
  assert.equal(cookie, '');
});

async function accountsOf({ database }: Awaited<ReturnType<typeof testApp>>, email: string) {
  const { rows } = await database.owner.query(
    'select count(*)::int4 as accounts from account where email = $1',
    [email],
  );
  return rows[0];
}

async function open(t: TestContext) {
  const provider = await testIdentityProvider(t);
  const whole = await testApp(t, {
    config: {
      identityProvider: { name: 'Định danh thử', issuer: provider.issuer, ...TEST_CLIENT },
    },
  });
  const browser = browserOf(whole.app);
  const ask = () => browser.post('/api/auth/sign-in/identity');
  const signIn = async () => {
    const begun = await ask();
    assert.equal(begun.statusCode, 200, begun.body);
    const back = provider.consent(begun.json<{ url: string }>().url);
    const own = browserOf(whole.app, cookieOf(begun));
    const done = await own.inject(back.pathname + back.search);
    const session = cookieOf(done)
      .split('; ')
      .filter((cookie) => /session_token=.+/.test(cookie));
    return { cookie: session.join('; '), location: String(done.headers.location) };
  };
  return { ...whole, whole, ask, signIn, provider };
}

function cookieOf(reply: LightMyRequestResponse): string {
  const set = [reply.headers['set-cookie'] ?? []].flat();
  return set.map((cookie) => cookie.split(';')[0]).join('; ');
}
