import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildApp } from '#src/app.ts';
import { importers } from '#src/importers.ts';
import { testApp } from '#src/testing/app.ts';
import { browserOf, memberOf, TEST_HOST } from '#src/testing/people.ts';
import { accountOf, codeOf, from, PASSWORD } from '#src/testing/sign-in.ts';

const EMAIL = 'gioi.han@minh-hoa.example';
const SIGN_IN = '/api/auth/sign-in/email';
const PROXIED = { config: { trustProxy: '127.0.0.1' } };
const wrong = (n: number, email = EMAIL) => ({ email, password: `wrong guess ${n}` });

test('guesses at one address are counted together by two processes on one database', async (t) => {
  const whole = await testApp(t, PROXIED);
  await accountOf(whole, EMAIL);
  const other = await buildApp(whole.platform, {
    config: {
      port: 5757,
      publicUrl: undefined,
      identityProvider: undefined,
      trustProxy: '127.0.0.1',
    },
    importers,
  });
  const codes: (string | undefined)[] = [];
  for (let n = 0; n < 12; n++) {
    const at = from({ app: n % 2 ? other : whole.app }, `192.0.2.${n}`);
    codes.push(codeOf(await at(SIGN_IN, wrong(n))));
  }
  assert.deepEqual(codes.slice(9), ['sign-in-refused', 'too-many-attempts', 'too-many-attempts']);
});

test('what is counted at one address is still counted when the counters of places are swept', async (t) => {
  const whole = await testApp(t, PROXIED);
  await accountOf(whole, EMAIL);
  for (let n = 0; n < 10; n++) await from(whole, `192.0.2.${n}`)(SIGN_IN, wrong(n));
  // two minutes pass; the next attempt from a known place sweeps what is older than one
  await whole.database.owner.query(`update sign_in_rate set last_request = last_request - 120000`);
  await from(whole, '192.0.2.1')(SIGN_IN, wrong(1, 'khac@minh-hoa.example'));
  const eleventh = await from(whole, '192.0.2.99')(SIGN_IN, wrong(11));
  assert.equal(codeOf(eleventh), 'too-many-attempts');
  const right = await from(whole, '192.0.2.98')(SIGN_IN, { email: EMAIL, password: PASSWORD });
  assert.equal(codeOf(right), 'too-many-attempts');
});

test('a count ends with its quarter of an hour', async (t) => {
  const whole = await testApp(t, PROXIED);
  await accountOf(whole, EMAIL);
  for (let n = 0; n < 11; n++) await from(whole, `192.0.2.${n}`)(SIGN_IN, wrong(n));
  await whole.database.owner.query(`update sign_in_rate set last_request = last_request - 901000`);
  const right = await from(whole, '192.0.2.98')(SIGN_IN, { email: EMAIL, password: PASSWORD });
  assert.equal(right.statusCode, 200, right.body);
});

test('whoever invents addresses of origin is counted as one place while no proxy is trusted', async (t) => {
  const whole = await testApp(t);
  const codes: (string | undefined)[] = [];
  for (let n = 0; n < 24; n++) {
    const reply = await from(whole, `198.51.100.${n}`)(SIGN_IN, wrong(n, `a${n}@b.example`));
    codes.push(codeOf(reply));
  }
  assert.ok(
    codes.slice(20).every((code) => code === 'too-many-attempts'),
    String(codes),
  );
});

test('who is turned away for trying too often writes nothing more into the audit', async (t) => {
  const whole = await testApp(t);
  for (let n = 0; n < 30; n++) await from(whole, '-')(SIGN_IN, wrong(n, `a${n}@b.example`));
  const { rows } = await whole.database.owner.query(
    `select count(*)::int4 as n from audit_fact where action = 'sign-in-refused'`,
  );
  assert.deepEqual(rows, [{ n: 20 }]);
});

test('of a thousand attempts at once each gets an answer, and whoever is signed in is served meanwhile', async (t) => {
  const whole = await testApp(t, PROXIED);
  const member = await memberOf(whole, { roles: ['viewer'] });
  let answered = 0;
  const attempts = Promise.all(
    Array.from({ length: 1000 }, async (_, n) => {
      const at = from(whole, `10.${n >> 8}.${n & 255}.1`);
      const reply = await at(SIGN_IN, wrong(n, `a${n}@b.example`));
      answered += 1;
      return codeOf(reply);
    }),
  );
  const before = await member.inject('/api/session');
  assert.equal(before.statusCode, 200, before.body);
  assert.ok(answered < 1000, 'the flood is still on');
  const codes = new Set(await attempts);
  assert.deepEqual([...codes].sort(), ['sign-in-refused', 'too-many-attempts']);
  assert.equal((await browserOf(whole.app).inject('/readyz')).statusCode, 200);
});

test('tokens of machines are counted per machine and place, so that nobody locks another’s out', async (t) => {
  const whole = await testApp(t, PROXIED);
  const ask = (place: string) =>
    whole.app.inject({
      method: 'POST',
      url: '/oauth2/token',
      headers: {
        host: TEST_HOST,
        'x-forwarded-for': place,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'grant_type=client_credentials&client_id=a&client_secret=b',
    });
  let last = await ask('192.0.2.1');
  for (let n = 0; n < 60; n++) last = await ask('192.0.2.1');
  assert.deepEqual([last.statusCode, last.json()], [429, { error: 'temporarily_unavailable' }]);
  assert.equal((await ask('192.0.2.2')).statusCode, 401);
});
