import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTION_WORDS } from '#src/audit/action-words.ts';
import { testApp } from '#src/testing/app.ts';
import { browserOf } from '#src/testing/people.ts';
import { accountOf, PASSWORD, withSecondFactor } from '#src/testing/sign-in.ts';
import { ENDPOINTS } from './endpoints.ts';

test('everything that the sign-in writes into the audit has words for people', () => {
  const facts = ENDPOINTS.flatMap(({ fact }) => fact ?? []);
  assert.ok(facts.includes('password-changed'));
  assert.deepEqual(
    facts.filter((fact) => !(fact in ACTION_WORDS)),
    [],
  );
});

test('a refused sign-in names the account that was tried, and none where there is none', async (t) => {
  const whole = await testApp(t);
  const { accountId } = await accountOf(whole, 'bi.thu@minh-hoa.example');
  for (const email of ['bi.thu@minh-hoa.example', 'khong.ai@minh-hoa.example']) {
    await browserOf(whole.app).post('/api/auth/sign-in/email', { email, password: 'wrong wrong' });
  }
  const { rows } = await whole.database.owner.query(
    `select subject_id, detail->>'why' as why from audit_fact where action = 'sign-in-refused' order by id`,
  );
  assert.deepEqual(rows, [
    { subject_id: accountId, why: 'sign-in-refused' },
    { subject_id: 'unknown', why: 'sign-in-refused' },
  ]);
});

test('adding and removing a second factor is written down as such', async (t) => {
  const whole = await testApp(t);
  const { signedIn, accountId } = await withSecondFactor(whole, 'hai.lop@minh-hoa.example');
  await signedIn.post('/api/auth/two-factor/disable', { password: PASSWORD });
  const { rows } = await whole.database.owner.query(
    `select action from audit_fact where subject_id = $1 order by id`,
    [accountId],
  );
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['signed-in', 'second-factor-added', 'second-factor-removed'],
  );
});
