import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { z } from 'zod';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { again, alsoMemberOf, listedPerson, organisation } from '#src/testing/organisations.ts';
import { memberOf, type Browser } from '#src/testing/people.ts';
import { CONSENT_WORDING_VERSION } from './consent-words.ts';
import type { MergeList, MyHoldings, PersonProfile } from './contract.ts';
import { addMonths, dateOf } from './dates.ts';

test('after a merge roles, consents and my data follow the one person, and undoing it restores everything exactly', async (t) => {
  const { whole, school, bank, student, employee } = await twoAccounts(t);
  const hr = await memberOf(whole, { organisationId: bank, roles: ['hr'] });
  await give(student, bank);
  const before = await everything(whole);
  const held = async (who: Browser) =>
    (await who.get<MyHoldings>('/api/me/holdings')).holdings
      .filter(({ holding }) => holding === 'affiliation')
      .map(({ organisation: { id } }) => id);
  assert.deepEqual(await held(student), [school]);

  const merge = await ask(student, employee);
  const confirmed = await employee.post(`/api/merges/${merge.personId}/${merge.id}/confirm`);
  assert.equal(confirmed.statusCode, 200, confirmed.body);
  assert.equal((await student.inject('/api/me/holdings')).statusCode, 401, 'sessions end');

  const [one, other] = [await again(whole, student), await again(whole, employee)];
  for (const who of [one, other]) {
    assert.deepEqual((await held(who)).sort(), [school, bank].sort());
    const session = await who.get<{ personId: number }>('/api/me/holdings');
    assert.equal(session.personId, student.personId, 'the one who asked is who they are now');
  }
  const roles = await other.inject('/api/corrections');
  assert.equal(roles.statusCode, 200, 'administrator of the school by the other account');
  const profile = await hr.get<PersonProfile>(
    `/api/people/${employee.personId}/profile?purpose=recruitment`,
  );
  assert.deepEqual(
    profile.affiliations!.map(({ organisation: { id } }) => id),
    [school],
    'the consent of the one id opens what is asked under the other',
  );

  const undone = await one.post(`/api/merges/${merge.personId}/${merge.id}/undo`);
  assert.equal(undone.statusCode, 200, undone.body);
  const [oneAgain, otherAgain] = [await again(whole, student), await again(whole, employee)];
  assert.deepEqual(await held(oneAgain), [school]);
  assert.deepEqual(await held(otherAgain), [bank]);
  assert.equal((await otherAgain.inject('/api/corrections')).statusCode, 403);
  const closed = await hr.get<PersonProfile>(
    `/api/people/${employee.personId}/profile?purpose=recruitment`,
  );
  assert.equal(closed.affiliations, null);
  assert.deepEqual(await everything(whole), before, 'no row was rewritten');
});

test('who asks from one account cannot confirm it, and a stranger can neither confirm, refuse nor undo', async (t) => {
  const { whole, student, employee } = await twoAccounts(t);
  const stranger = await memberOf(whole, { roles: ['operator'] });
  const merge = await ask(student, employee);
  assert.deepEqual(
    merge.parties!.map(({ personId }) => personId),
    [employee.personId, student.personId],
  );
  const door = `/api/merges/${merge.personId}/${merge.id}`;
  for (const who of [student, stranger]) {
    assert.equal((await who.post(`${door}/confirm`)).statusCode, 404);
  }
  assert.equal((await stranger.post(`${door}/refuse`)).statusCode, 404);
  assert.equal(codeOf((await stranger.post(`${door}/undo`)).body), 'merge-decided');
  assert.equal((await employee.post(`${door}/refuse`)).statusCode, 200);
  assert.equal(codeOf((await employee.post(`${door}/confirm`)).body), 'merge-decided');
});

test('whether an address has an account is told to nobody who asks for a merge', async (t) => {
  const { student, employee } = await twoAccounts(t);
  const replies = [];
  for (const email of [employee.email, 'khong-co@thu.example', student.email]) {
    const reply = await student.post('/api/me/merges', { email, reason: 'Cùng là tôi' });
    replies.push([reply.statusCode, reply.body]);
  }
  assert.deepEqual(replies, Array(3).fill([200, '{"done":true}']));
  assert.deepEqual((await student.get<Merges>('/api/me/merges')).items, []);
  const { holdings } = await student.get<MyHoldings>('/api/me/holdings');
  assert.equal(
    holdings.some(({ holding }) => holding === 'merge'),
    false,
  );
  const done = holdings.filter(({ holding }) => holding === 'audit-fact');
  const times = done.flatMap(({ items }) => items[0]!.data).find(({ code }) => code === 'times');
  assert.equal(times!.value, '3', 'the same trace of each');
});

test('an administrator proposes the merge of two listed people, and a second operator confirms', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const [first, second] = [
    await listedPerson(whole, { name: 'Phạm Văn A', organisationId: school }),
    await listedPerson(whole, { name: 'Phạm V. A', organisationId: school }),
  ];
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const operator = await memberOf(whole, { roles: ['operator'] });
  const wanted = { personId: second, intoPersonId: first, reason: 'Trùng mã sinh viên' };
  assert.equal((await registrar.post('/api/merges', wanted)).statusCode, 200);
  const { items } = await operator.get<Merges>('/api/merges');
  assert.deepEqual(
    items.map(({ state, mine }) => [state, mine]),
    [['proposed', true]],
  );
  assert.deepEqual(
    items[0]!.parties!.map(({ name, organisations }) => [name, organisations.map(({ vi }) => vi)]),
    [
      ['Phạm V. A', ['Trường Hư Cấu']],
      ['Phạm Văn A', ['Trường Hư Cấu']],
    ],
  );
  const { rows: looks } = await whole.database.owner.query(
    'select person_id from person_access where actor_id = $1 order by 1',
    [operator.actor.id],
  );
  assert.deepEqual(looks, [{ person_id: first }, { person_id: second }]);
  const door = `/api/merges/${second}/${items[0]!.id}`;
  assert.equal((await registrar.post(`${door}/confirm`)).statusCode, 404);
  assert.equal((await operator.post(`${door}/confirm`)).statusCode, 200);
  assert.equal((await operator.post(`${door}/undo`)).statusCode, 200);

  const own = await operator.post('/api/merges', wanted);
  assert.equal(own.statusCode, 200);
  const [latest] = (await operator.get<Merges>('/api/merges')).items;
  const alone = await operator.post(`/api/merges/${second}/${latest!.id}/confirm`);
  assert.equal(alone.statusCode, 404, 'two operators, not one twice');
});

test('an administrator proposes nothing about people of other organisations, nor where both sign in', async (t) => {
  const { whole, school, student, employee } = await twoAccounts(t);
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const pair = { personId: employee.personId, intoPersonId: student.personId, reason: 'Trùng' };
  assert.equal(codeOf((await registrar.post('/api/merges', pair)).body), 'not-found');
  await alsoMemberOf(whole, employee.personId, {
    organisationId: school,
    fullName: 'Cùng người',
    roles: [],
  });
  const reply = await registrar.post('/api/merges', pair);
  assert.equal(codeOf(reply.body), 'merge-owners-must-agree');
});

test('chains and rings of merges are refused', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const ids: number[] = [];
  for (const name of ['Một', 'Hai', 'Ba']) {
    ids.push(await listedPerson(whole, { name, organisationId: school }));
  }
  const [a, b, c] = ids as [number, number, number];
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const propose = async (personId: number, intoPersonId: number) => {
    const body = { personId, intoPersonId, reason: 'Thử' };
    const reply = await registrar.post('/api/merges', body);
    return reply.statusCode === 200 ? 'proposed' : codeOf(reply.body);
  };
  assert.equal(await propose(a, b), 'proposed');
  assert.equal(await propose(b, a), 'merge-chain', 'a ring');
  assert.equal(await propose(b, c), 'merge-chain', 'a root becomes an alias');
  assert.equal(await propose(c, a), 'merge-chain', 'into an alias');
  assert.equal(await propose(a, c), 'merge-chain', 'two roots');
  assert.equal(await propose(a, a), 'merge-chain');
  assert.equal(await propose(c, b), 'proposed', 'two aliases of one');
});

test('of two proposals that would make a ring at the same moment, one is refused', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const a = await listedPerson(whole, { name: 'Một', organisationId: school });
  const b = await listedPerson(whole, { name: 'Hai', organisationId: school });
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const replies = await Promise.all(
    [
      [a, b],
      [b, a],
    ].map(([personId, intoPersonId]) =>
      registrar.post('/api/merges', { personId, intoPersonId, reason: 'Thử' }),
    ),
  );
  assert.deepEqual(replies.map(({ statusCode }) => statusCode).sort(), [200, 409]);
});

type Merges = z.infer<typeof MergeList>;

/** One human with two accounts: an administrator at the school, a viewer at the bank. */
async function twoAccounts(t: TestContext) {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const bank = await organisation(whole, 'Ngân hàng Giả Tưởng');
  const student = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const employee = await memberOf(whole, { organisationId: bank, roles: ['viewer'] });
  return { whole, school, bank, student, employee };
}

/** Asks from the one account and finds the question in the other. */
async function ask(from: Browser, to: Browser & { email: string }) {
  await from.post('/api/me/merges', { email: to.email, reason: 'Cùng là tôi' });
  const { items } = await to.get<Merges>('/api/me/merges');
  assert.deepEqual(
    items.map(({ state, mine }) => [state, mine]),
    [['proposed', true]],
  );
  return items[0]!;
}

async function give(who: Browser, organisationId: number): Promise<void> {
  const reply = await who.post('/api/me/consents', {
    organisationId,
    purpose: 'recruitment',
    dataKinds: ['affiliations'],
    wordingVersion: CONSENT_WORDING_VERSION,
    until: addMonths(dateOf(new Date()), 6),
  });
  assert.equal(reply.statusCode, 200, reply.body);
}

/** Every row about people that a merge could have touched. */
async function everything({ database }: TestApp): Promise<unknown> {
  const tables = ['person', 'affiliation', 'role_grant', 'consent', 'account', 'person_identifier'];
  const contents = [];
  for (const table of tables) {
    const { rows } = await database.owner.query(`select * from ${table} order by 1, 2`);
    contents.push([table, rows]);
  }
  return contents;
}

function codeOf(body: string): string {
  return (JSON.parse(body) as ProblemBody).code;
}
