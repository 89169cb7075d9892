import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { memberOf } from '#src/testing/people.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { leave } from './end-affiliation.ts';
import { inOrganisation } from './in-organisation.ts';
import { ensureOrganisation } from './organisations.ts';
import { revokeRole } from './revoke-role.ts';
import type { MemberDetail, OrganisationDetail } from './contract.ts';

type Member = Awaited<ReturnType<typeof memberOf>>;
const inSomeWeeks = () => new Date(Date.now() + 30 * 86_400_000).toISOString();

test('two administrators who remove each other at the same moment: one is removed and one stays', async (t) => {
  const { app, id } = await withUniversity(t);
  for (let round = 0; round < 4; round += 1) {
    const [a, b] = await Promise.all([administrator(app, id), administrator(app, id)]);
    await clearOthers(app, id, [a, b]);
    const [grantA, grantB] = await Promise.all([grantOf(a, id, a), grantOf(b, id, b)]);
    const remove = (by: Member, holder: Member, grantId: number) =>
      inOrganisation(app.platform.db, by.actor, id, (trx) =>
        revokeRole(trx, by.actor, id, { personId: holder.personId, grantId }),
      );
    const outcomes = await Promise.allSettled([remove(a, b, grantB), remove(b, a, grantA)]);
    const refused = outcomes.filter((one) => one.status === 'rejected');
    assert.equal(refused.length, 1);
    // whoever was removed while they waited is no administrator any more
    assert.ok(isProblem('role-not-yours')(refused[0]!.reason));
    assert.equal(await administrators(app, id), 1);
  }
});

test('two administrators who leave at the same moment: one stays', async (t) => {
  const { app, id } = await withUniversity(t);
  const both = await Promise.all([administrator(app, id), administrator(app, id)]);
  const outcomes = await Promise.allSettled(
    both.map(({ actor }) =>
      inOrganisation(app.platform.db, actor, id, (trx) => leave(trx, actor, id)),
    ),
  );
  const refused = outcomes.filter((one) => one.status === 'rejected');
  assert.equal(refused.length, 1);
  assert.ok(isProblem('last-administrator')(refused[0]!.reason));
  assert.equal(await administrators(app, id), 1);
});

test('the last administrator can neither leave, nor be revoked, nor be ended by themselves', async (t) => {
  const { app, id } = await withUniversity(t);
  const last = await administrator(app, id);
  const { affiliations } = await last.get<MemberDetail>(member(id, last.personId));
  for (const reply of [
    await revoke(last, id, last, await grantOf(last, id, last)),
    await last.post(`/api/organisations/${id}/leave`),
    await last.post(`${member(id, last.personId)}/affiliations/${affiliations[0]!.id}/end`, {}),
  ]) {
    assert.equal(reply.statusCode, 409, reply.body);
    assert.equal(reply.json<ProblemBody>().code, 'last-administrator');
  }
  const second = await administrator(app, id);
  assert.equal((await last.post(`/api/organisations/${id}/leave`)).statusCode, 200);
  assert.equal((await second.post(`/api/organisations/${id}/leave`)).statusCode, 409);
});

test('the last of the secretariat cannot give the role back', async (t) => {
  const { app } = await withUniversity(t);
  const owner = app.administrator.organisationId;
  const { grants } = await app.get<MemberDetail>(member(owner, app.administrator.personId!));
  const own = grants.find(({ role }) => role === 'secretariat')!;
  const url = `${member(owner, app.administrator.personId!)}/roles/${own.id}/revoke`;
  const reply = await app.post(url);
  assert.equal(reply.json<ProblemBody>().code, 'last-secretariat', reply.body);
});

test('a granted role is there at the next sign-in, the session before it has ended, and a fact tells of it', async (t) => {
  const { app, id } = await withUniversity(t);
  const boss = await administrator(app, id);
  const lecturer = await memberOf(app, { organisationId: id, roles: ['viewer'] });
  const reply = await boss.post(`${member(id, lecturer.personId)}/roles`, { role: 'lecturer' });
  assert.equal(reply.statusCode, 201, reply.body);
  assert.equal((await lecturer.inject('/api/organisations')).statusCode, 401);
  const { grants, history } = await boss.get<MemberDetail>(member(id, lecturer.personId));
  assert.deepEqual(
    grants
      .filter(({ standing }) => standing)
      .map(({ role }) => role)
      .sort(),
    ['lecturer', 'viewer'],
  );
  assert.equal(history[0]?.action, 'role-granted');
  const twice = await boss.post(`${member(id, lecturer.personId)}/roles`, { role: 'lecturer' });
  assert.equal(twice.json<ProblemBody>().code, 'role-held-already');
});

test('a lent role ends with the role that it came from, and cannot be lent on', async (t) => {
  const { app, id } = await withUniversity(t);
  const boss = await administrator(app, id);
  const reviewer = await memberOf(app, { organisationId: id, roles: ['reviewer'] });
  const substitute = await memberOf(app, { organisationId: id, roles: ['viewer'] });
  const third = await memberOf(app, { organisationId: id, roles: ['viewer'] });
  const lend = (from: Member, to: Member, until = inSomeWeeks()) =>
    from.post(`/api/organisations/${id}/delegations`, {
      role: 'reviewer',
      toPersonId: to.personId,
      until,
    });
  const far = new Date(Date.now() + 200 * 86_400_000).toISOString();
  const tooLong = await lend(reviewer, substitute, far);
  assert.equal(tooLong.json<ProblemBody>().code, 'delegation-too-long');
  const notHeld = await lend(third, substitute);
  assert.equal(notHeld.json<ProblemBody>().code, 'delegation-role-not-held');
  const lent = await lend(reviewer, substitute);
  assert.equal(lent.statusCode, 201, lent.body);

  const source = await grantOf(boss, id, reviewer, 'reviewer');
  assert.equal((await revoke(boss, id, reviewer, source)).statusCode, 200);
  const { grants } = await boss.get<MemberDetail>(member(id, substitute.personId));
  const ended = grants.find(({ role }) => role === 'reviewer')!;
  assert.equal(ended.standing, false);
  assert.notEqual(ended.revokedAt, null);
});

test('an administrator gives no role of the platform, and none in another organisation', async (t) => {
  const { app, id } = await withUniversity(t);
  const other = await organisation(app, 'Trường Đại học Bên Kia Hư Cấu');
  const boss = await administrator(app, id);
  const there = await memberOf(app, { organisationId: other, roles: ['viewer'] });
  const here = await memberOf(app, { organisationId: id, roles: ['viewer'] });
  const platform = await boss.post(`${member(id, here.personId)}/roles`, { role: 'operator' });
  assert.equal(platform.json<ProblemBody>().code, 'role-of-the-platform');
  const foreign = await boss.post(`${member(other, there.personId)}/roles`, { role: 'reviewer' });
  assert.equal(foreign.statusCode, 404);
  assert.equal((await boss.inject(member(other, there.personId))).statusCode, 404);
  assert.equal((await boss.inject(`/api/organisations/${other}/members`)).statusCode, 404);
});

test('the secretariat appoints and sees the administrators of another organisation, and nobody else there', async (t) => {
  const { app, id } = await withUniversity(t);
  const boss = await administrator(app, id);
  const lecturer = await memberOf(app, { organisationId: id, roles: ['lecturer'] });
  const seen = await app.get<{ items: { personId: number }[] }>(`/api/organisations/${id}/members`);
  assert.deepEqual(
    seen.items.map(({ personId }) => personId),
    [boss.personId],
  );
  assert.equal((await app.inject(member(id, lecturer.personId))).statusCode, 404);
  const refused = await app.post(`${member(id, lecturer.personId)}/roles`, { role: 'reviewer' });
  assert.equal(refused.json<ProblemBody>().code, 'role-not-yours');
  const appointed = await app.post(`${member(id, lecturer.personId)}/roles`, {
    role: 'administrator',
  });
  assert.equal(appointed.statusCode, 201, appointed.body);
  const { may } = await app.get<OrganisationDetail>(`/api/organisations/${id}`);
  assert.deepEqual([may.readMembers, may.manageMembers], ['administrators', false]);
});

test('whoever leaves loses every role, and what they lent ends too', async (t) => {
  const { app, id } = await withUniversity(t);
  const boss = await administrator(app, id);
  const reviewer = await memberOf(app, { organisationId: id, roles: ['reviewer', 'lecturer'] });
  const substitute = await memberOf(app, { organisationId: id, roles: ['viewer'] });
  await reviewer.post(`/api/organisations/${id}/delegations`, {
    role: 'reviewer',
    toPersonId: substitute.personId,
    until: inSomeWeeks(),
  });
  assert.equal((await reviewer.post(`/api/organisations/${id}/leave`)).statusCode, 200);
  const gone = await boss.get<MemberDetail>(member(id, reviewer.personId));
  assert.equal(gone.status, 'left');
  assert.ok(gone.grants.every(({ standing }) => !standing));
  const { grants } = await boss.get<MemberDetail>(member(id, substitute.personId));
  assert.deepEqual(
    grants.filter(({ standing }) => standing).map(({ role }) => role),
    ['viewer'],
  );
});

async function withUniversity(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t);
  return { app, id: await organisation(app, 'Trường Đại học Bờ Sông Hư Cấu') };
}

function organisation({ platform, commandLine }: TestApp, name: string): Promise<number> {
  return platform.db
    .transaction()
    .execute((trx) => ensureOrganisation(trx, commandLine, { kind: 'university', name }));
}

function administrator(app: TestApp, organisationId: number): Promise<Member> {
  return memberOf(app, { organisationId, roles: ['administrator'] });
}

function member(organisationId: number, personId: number): string {
  return `/api/organisations/${organisationId}/members/${personId}`;
}

async function grantOf(
  asking: Member,
  id: number,
  holder: Member,
  role = 'administrator',
): Promise<number> {
  const { grants } = await asking.get<MemberDetail>(member(id, holder.personId));
  return grants.find((grant) => grant.role === role && grant.standing)!.id;
}

function revoke(by: Member, id: number, holder: Member, grantId: number) {
  return by.post(`${member(id, holder.personId)}/roles/${grantId}/revoke`);
}

async function administrators({ database }: TestApp, id: number): Promise<number> {
  const { rows } = await database.owner.query(
    `select count(*)::int as count from role_grant
      where organisation_id = $1 and role = 'administrator' and revoked_at is null`,
    [id],
  );
  return rows[0].count;
}

/** Administrators of earlier rounds go, so that these two are the only ones. */
async function clearOthers({ database }: TestApp, id: number, stay: Member[]): Promise<void> {
  await database.owner.query(
    `update role_grant set revoked_at = now() where organisation_id = $1 and person_id <> all ($2)`,
    [id, stay.map(({ personId }) => personId)],
  );
}
