import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp } from '#src/testing/app.ts';
import { organisation } from '#src/testing/organisations.ts';
import { memberOf } from '#src/testing/people.ts';
import type { RetentionRules } from './contract.ts';

const RULE = {
  holding: 'affiliation',
  months: 24,
  obligatory: false,
  basis: 'Quy chế lưu trữ (thử)',
  source: 'Điều 5',
  validFrom: '2026-01-01',
};

test('a new installation has no retention rule: none is in the program', async (t) => {
  const whole = await testApp(t);
  assert.deepEqual(await whole.get<Rules>('/api/retention-rules'), { items: [] });
});

test('an administrator sets rules for their own organisation, the secretariat for all; each sees both kinds', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const bank = await organisation(whole, 'Ngân hàng Giả Tưởng');
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const banker = await memberOf(whole, { organisationId: bank, roles: ['administrator'] });
  assert.equal((await registrar.post('/api/retention-rules', RULE)).statusCode, 200);
  const forAll = { ...RULE, forEveryOrganisation: true, obligatory: true, months: 60 };
  assert.equal((await registrar.post('/api/retention-rules', forAll)).statusCode, 403);
  assert.equal((await whole.post('/api/retention-rules', forAll)).statusCode, 200);
  const seen = async (who: { get: typeof whole.get }) =>
    (await who.get<Rules>('/api/retention-rules')).items.map((rule) => [
      rule.organisation?.id ?? 'all',
      rule.months,
      rule.basis,
    ]);
  assert.deepEqual(await seen(registrar), [
    ['all', 60, RULE.basis],
    [school, 24, RULE.basis],
  ]);
  assert.deepEqual(await seen(banker), [['all', 60, RULE.basis]]);
});

test('a rule is ended once, on a day after it began, by those whose it is', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const bank = await organisation(whole, 'Ngân hàng Giả Tưởng');
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const banker = await memberOf(whole, { organisationId: bank, roles: ['administrator'] });
  await registrar.post('/api/retention-rules', RULE);
  const [rule] = (await registrar.get<Rules>('/api/retention-rules')).items;
  const end = `/api/retention-rules/${rule!.id}/end`;
  assert.equal((await banker.post(end, { on: '2026-12-01' })).statusCode, 404);
  assert.equal((await whole.post(end, { on: '2026-12-01' })).statusCode, 404, 'not theirs either');
  const early = await registrar.post(end, { on: '2025-12-31' });
  assert.equal(early.json<ProblemBody>().code, 'retention-rule-ended');
  assert.equal((await registrar.post(end, { on: '2026-12-01' })).statusCode, 200);
  const twice = await registrar.post(end, { on: '2026-12-02' });
  assert.equal(twice.json<ProblemBody>().code, 'retention-rule-ended');
  const [ended] = (await registrar.get<Rules>('/api/retention-rules')).items;
  assert.equal(ended!.validTo, '2026-12-01', 'it stays as history');
});

test('a rule without its ground or its document is refused', async (t) => {
  const whole = await testApp(t);
  for (const wrong of [{ basis: '' }, { source: ' ' }, { months: -1 }, { holding: 'account' }]) {
    const reply = await whole.post('/api/retention-rules', { ...RULE, ...wrong });
    assert.equal(reply.statusCode, 400, JSON.stringify(wrong));
  }
});

type Rules = z.infer<typeof RetentionRules>;
