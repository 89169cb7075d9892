import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { browserOf, memberOf, type Browser } from '#src/testing/people.ts';
import type { NewKey, OpenSession, SecondFactorSetUp, Session, SignInWays } from './contract.ts';
import { makeSetUpToken } from './set-up.ts';

const PASSWORD = 'cầu treo bắc qua sông lớn';
const PERSON = { name: 'Người Thử', email: 'thu@minh-hoa.example', password: PASSWORD };

test('whoever holds the set-up link becomes the secretariat, once', async (t) => {
  const whole = await testApp(t);
  const token = await setUpToken(whole);
  const browser = browserOf(whole.app);
  const made = await browser.post('/api/set-up', { ...PERSON, token });
  assert.equal(made.statusCode, 200, made.body);
  const session = await browserOf(whole.app, cookieOf(made)).get<Session>('/api/session');
  assert.equal(session.person?.email, PERSON.email);
  assert.deepEqual([...session.roles].sort(), ['administrator', 'secretariat']);
  for (const again of [token, 'a token that nobody was ever given']) {
    const refused = await browser.post('/api/set-up', {
      ...PERSON,
      email: 'x@y.example',
      token: again,
    });
    assert.equal(codeOf(refused), 'set-up-link-invalid');
  }
});

test('a password opens a session, a wrong one and an unknown address are told the same', async (t) => {
  const { browser, app } = await withPassword(t);
  const right = await browser.post('/api/auth/sign-in/email', credentials());
  assert.equal(right.statusCode, 200, right.body);
  assert.deepEqual(right.json(), { secondFactor: false });
  assert.match(String(right.headers['set-cookie']), /HttpOnly; SameSite=Lax/);
  const session = await browserOf(app, cookieOf(right)).get<Session>('/api/session');
  assert.equal(session.person?.name, PERSON.name);
  const wrong = await browser.post(
    '/api/auth/sign-in/email',
    credentials({ password: 'wrong wrong' }),
  );
  const unknown = await browser.post(
    '/api/auth/sign-in/email',
    credentials({ email: 'no@no.example' }),
  );
  assert.equal(wrong.statusCode, 401);
  assert.equal(wrong.body, unknown.body);
  assert.equal(codeOf(wrong), 'sign-in-refused');
});

test('an address counts the same in capitals, and one with letters of another alphabet is refused', async (t) => {
  const { browser } = await withPassword(t);
  const capitals = credentials({ email: ' THU@Minh-Hoa.Example ' });
  assert.equal((await browser.post('/api/auth/sign-in/email', capitals)).statusCode, 200);
  const cyrillic = credentials({ email: 'тhu@minh-hoa.example' });
  assert.equal(codeOf(await browser.post('/api/auth/sign-in/email', cyrillic)), 'email-look-alike');
});

test('guessing at one address is stopped wherever it comes from, also when the address is nobody’s', async (t) => {
  const { app } = await withPassword(t, { trustProxy: '127.0.0.1' });
  for (const email of [PERSON.email, 'nobody@nowhere.example']) {
    const codes: (string | undefined)[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const reply = await app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        headers: { host: '127.0.0.1:5757', 'x-forwarded-for': `192.0.2.${attempt}` },
        payload: credentials({ email, password: `wrong guess ${attempt}` }),
      });
      codes.push(codeOf(reply));
    }
    assert.deepEqual(codes.slice(0, 10), Array(10).fill('sign-in-refused'));
    assert.deepEqual(codes.slice(10), ['too-many-attempts', 'too-many-attempts']);
  }
});

test('many attempts from one place are stopped', async (t) => {
  const { browser } = await withPassword(t);
  const replies = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      browser.post('/api/auth/sign-in/email', credentials({ email: `a${n}@b.example` })),
    ),
  );
  const stopped = replies.filter((reply) => codeOf(reply) === 'too-many-attempts');
  assert.ok(stopped.length >= 40, `${stopped.length} of 60`);
});

test('with a second factor the password alone opens nothing, and a code is good once', async (t) => {
  const { app, browser } = await withPassword(t);
  const first = await browser.post('/api/auth/sign-in/email', credentials());
  const own = browserOf(app, cookieOf(first));
  const enabled = await own.post('/api/auth/two-factor/enable', { password: PASSWORD });
  assert.equal(enabled.statusCode, 200, enabled.body);
  const { totpURI, backupCodes } = enabled.json<SecondFactorSetUp>();
  assert.equal(backupCodes.length, 10);
  const confirmed = await own.post('/api/auth/two-factor/verify-totp', { code: totp(totpURI) });
  assert.equal(confirmed.statusCode, 200, confirmed.body);

  const again = await browser.post('/api/auth/sign-in/email', credentials());
  assert.deepEqual(again.json(), { secondFactor: true });
  const half = browserOf(app, cookieOf(again));
  assert.equal((await half.get<Session>('/api/session')).person, null);
  const wrong = await half.post('/api/auth/two-factor/verify-totp', { code: '000000' });
  assert.equal(codeOf(wrong), 'code-wrong');
  const done = await half.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] });
  assert.equal(done.statusCode, 200, done.body);
  const session = await browserOf(app, cookieOf(done)).get<Session>('/api/session');
  assert.equal(session.person?.secondFactor, true);
  const third = await browser.post('/api/auth/sign-in/email', credentials());
  const replayed = await browserOf(app, cookieOf(third)).post(
    '/api/auth/two-factor/verify-backup-code',
    { code: backupCodes[0] },
  );
  assert.equal(codeOf(replayed), 'code-wrong');
});

test('who registers confirms the address first; a second registration of it is told nothing', async (t) => {
  const whole = await testApp(t);
  const browser = browserOf(whole.app);
  const signUp = () => browser.post('/api/auth/sign-up/email', PERSON);
  const first = await signUp();
  assert.equal(first.statusCode, 200, first.body);
  assert.equal(
    codeOf(await browser.post('/api/auth/sign-in/email', credentials())),
    'email-not-verified',
  );
  const confirmed = await browser.post('/api/auth/verify-email', { token: await linkOf(whole) });
  assert.equal(confirmed.statusCode, 200, confirmed.body);
  assert.equal((await browser.post('/api/auth/sign-in/email', credentials())).statusCode, 200);
  const second = await signUp();
  assert.deepEqual([second.statusCode, second.body], [first.statusCode, first.body]);
  const { rows } = await whole.database.owner.query(
    `select a.person_id is not null as person, (select count(*)::int4 from account) as accounts
     from account a where email = $1`,
    [PERSON.email],
  );
  assert.deepEqual(rows, [{ person: true, accounts: 2 }]);
});

test('a new password is set by the letter, once, and ends every session', async (t) => {
  const { whole, app, browser } = await withPassword(t);
  const before = browserOf(
    app,
    cookieOf(await browser.post('/api/auth/sign-in/email', credentials())),
  );
  for (const email of [PERSON.email, 'nobody@nowhere.example']) {
    assert.equal(
      (await browser.post('/api/auth/request-password-reset', { email })).statusCode,
      200,
    );
  }
  const token = await linkOf(whole);
  const newPassword = 'thuyền nhỏ trên hồ rộng';
  const set = await browser.post('/api/auth/reset-password', { token, newPassword });
  assert.equal(set.statusCode, 200, set.body);
  assert.equal((await before.get<Session>('/api/session')).person, null);
  const replayed = await browser.post('/api/auth/reset-password', { token, newPassword });
  assert.equal(codeOf(replayed), 'link-expired');
  const signedIn = await browser.post(
    '/api/auth/sign-in/email',
    credentials({ password: newPassword }),
  );
  assert.equal(signedIn.statusCode, 200, signedIn.body);
});

test('sessions are listed and ended; the token of a session is shown nowhere', async (t) => {
  const { app, browser } = await withPassword(t);
  const cookies: string[] = [];
  for (let count = 0; count < 3; count++) {
    cookies.push(cookieOf(await browser.post('/api/auth/sign-in/email', credentials())));
  }
  const own = browserOf(app, cookies[0]);
  const listed = await own.get<OpenSession[]>('/api/sessions');
  assert.equal(listed.filter(({ present }) => present).length, 1);
  assert.ok(!cookies.some((cookie) => JSON.stringify(listed).includes(cookie.slice(25, 50))));
  const other = listed.find(({ present }) => !present)!;
  assert.equal((await own.send('DELETE', `/api/sessions/${other.id}`)).statusCode, 200);
  assert.equal((await own.send('DELETE', '/api/sessions')).statusCode, 200);
  for (const cookie of cookies.slice(1)) {
    assert.equal((await browserOf(app, cookie).get<Session>('/api/session')).person, null);
  }
  assert.notEqual((await own.get<Session>('/api/session')).person, null);
  assert.equal((await own.post('/api/auth/sign-out')).statusCode, 200);
  assert.equal((await own.get<Session>('/api/session')).person, null);
});

test('one click signs in per role in the demonstration, and nowhere else', async (t) => {
  const { kindOf, app } = await demonstration(t);
  const browser = browserOf(app);
  const { demonstration: roles } = await browser.get<SignInWays>('/api/sign-in/ways');
  assert.equal(kindOf, 'demo');
  assert.equal(roles.length, 13);
  for (const { role } of roles) {
    const reply = await browser.post('/api/demonstration/sign-in', { role });
    assert.equal(reply.statusCode, 200, `${role} ${reply.body}`);
    const session = await browserOf(app, cookieOf(reply)).get<Session>('/api/session');
    assert.deepEqual(session.roles, [role]);
  }
  const real = await testApp(t);
  const refused = await browserOf(real.app).post('/api/demonstration/sign-in', { role: 'viewer' });
  assert.equal(refused.statusCode, 404);
});

test('a machine reads with its key or with a token for an hour, within its scopes, until it is revoked', async (t) => {
  const whole = await testApp(t);
  const made = await whole.post('/api/api-clients', { name: 'Máy thử', scopes: ['read'] });
  assert.equal(made.statusCode, 201, made.body);
  const { id, key } = made.json<NewKey>();
  const read = (headers: Record<string, string>, url = '/api/demand') =>
    whole.app.inject({ url, headers: { host: '127.0.0.1:5757', ...headers } });
  assert.equal((await read({ 'x-api-key': key })).statusCode, 200);
  assert.equal((await read({ authorization: `Bearer ${key}` })).statusCode, 200);
  assert.equal((await read({ 'x-api-key': key }, '/api/imports')).statusCode, 403);
  const token = (form: string, authorization?: string) =>
    whole.app.inject({
      method: 'POST',
      url: '/oauth2/token',
      headers: {
        host: '127.0.0.1:5757',
        'content-type': 'application/x-www-form-urlencoded',
        ...(authorization && { authorization }),
      },
      payload: form,
    });
  const basic = `Basic ${Buffer.from(`${id}:${key}`).toString('base64')}`;
  const given = await token('grant_type=client_credentials&scope=read', basic);
  assert.equal(given.statusCode, 200, given.body);
  const { access_token, token_type, expires_in } = given.json();
  assert.deepEqual([token_type, expires_in], ['Bearer', 3600]);
  assert.equal((await read({ authorization: `Bearer ${access_token}` })).statusCode, 200);
  const more = await token('grant_type=client_credentials&scope=import', basic);
  assert.deepEqual(more.json(), { error: 'invalid_scope' });
  const foreign = await token('grant_type=client_credentials', `Basic ${btoa(`${id}:nhip_wrong`)}`);
  assert.deepEqual([foreign.statusCode, foreign.json()], [401, { error: 'invalid_client' }]);
  assert.equal((await whole.send('DELETE', `/api/api-clients/${id}`)).statusCode, 200);
  assert.equal((await read({ 'x-api-key': key })).statusCode, 401);
  assert.equal((await read({ authorization: `Bearer ${access_token}` })).statusCode, 401);
});

test('a machine of another organisation is not found', async (t) => {
  const whole = await testApp(t);
  const made = await whole.post('/api/api-clients', { name: 'Máy thử', scopes: ['read'] });
  const stranger = await memberOf(whole, {
    organisationId: await otherOrganisation(whole),
    roles: ['administrator'],
  });
  const { id } = made.json<NewKey>();
  assert.equal((await stranger.send('DELETE', `/api/api-clients/${id}`)).statusCode, 404);
  assert.deepEqual(await stranger.get('/api/api-clients'), []);
});

function credentials(change: Partial<typeof PERSON> = {}) {
  const { email, password } = { ...PERSON, ...change };
  return { email, password };
}

async function withPassword(t: Parameters<typeof testApp>[0], config: object = {}) {
  const whole = await testApp(t, { config });
  const browser: Browser = browserOf(whole.app);
  const made = await browser.post('/api/set-up', { ...PERSON, token: await setUpToken(whole) });
  assert.equal(made.statusCode, 200, made.body);
  return { whole, app: whole.app, browser };
}

function setUpToken({ platform }: TestApp): Promise<string> {
  return platform.db.transaction().execute((trx) => makeSetUpToken(trx, 'secretariat'));
}

async function demonstration(t: Parameters<typeof testApp>[0]) {
  const { insertDemonstrationAccounts } = await import('./demonstration-accounts.ts');
  const whole = await testApp(t, { kind: 'demo' });
  await insertDemonstrationAccounts(whole.platform.db, whole.system);
  return { kindOf: whole.platform.kind, app: whole.app };
}

async function otherOrganisation({ platform, system }: TestApp): Promise<number> {
  const { ensureOrganisation } = await import('#src/organisations/organisations.ts');
  return platform.db
    .transaction()
    .execute((trx) =>
      ensureOrganisation(trx, system, { kind: 'enterprise', name: 'Công ty Khác' }),
    );
}

/** The token behind the # of the newest letter. */
async function linkOf({ database }: TestApp): Promise<string> {
  const { rows } = await database.pool.query('select body from letter order by id desc limit 1');
  return /#(\S+)/.exec(rows[0].body)![1]!;
}

function cookieOf(reply: LightMyRequestResponse): string {
  const set = [reply.headers['set-cookie'] ?? []].flat();
  return set.map((cookie) => cookie.split(';')[0]).join('; ');
}

function codeOf(reply: LightMyRequestResponse): string | undefined {
  return reply.json<ProblemBody>().code;
}

/** RFC 6238 with the secret of an otpauth: address. */
function totp(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret')!;
  const bits = [...secret]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
