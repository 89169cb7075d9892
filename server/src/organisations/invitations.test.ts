import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { memberOf, signedIn } from '#src/testing/people.ts';
import { acceptInvitation, getOpenInvitation, type Acceptance } from './accept-invitation.ts';
import type { InvitationPage, InvitationSent, InvitationShown, MemberDetail } from './contract.ts';
import { invitationVerdict, maskedEmail } from './invitation-rules.ts';
import { ensureOrganisation } from './organisations.ts';

type Member = Awaited<ReturnType<typeof memberOf>>;
const ADDRESS = 'moi@bo-song.example';

test('what was used or revoked says so, also after it has expired', () => {
  const now = new Date('2026-03-01');
  const past = new Date('2026-02-01');
  const state = { expiresAt: past, acceptedAt: null, revokedAt: null };
  assert.equal(invitationVerdict(undefined, now), 'unknown');
  assert.equal(invitationVerdict(state, now), 'expired');
  assert.equal(invitationVerdict({ ...state, acceptedAt: past }, now), 'accepted');
  assert.equal(invitationVerdict({ ...state, revokedAt: past }, now), 'revoked');
  assert.equal(invitationVerdict({ ...state, expiresAt: new Date('2026-03-02') }, now), 'open');
  assert.equal(maskedEmail(ADDRESS), 'm•••@bo-song.example');
});

test('the invited reads who invites them and as what, accepts, and is a member in those roles', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const token = await invite(boss, id, { email: ADDRESS, roles: ['lecturer', 'reviewer'] });
  const shown = await lookup(app, token);
  assert.deepEqual(
    [shown.organisation.name.vi, shown.roles, shown.emailMasked, shown.accountExists],
    ['Trường Đại học Bờ Sông Hư Cấu', ['lecturer', 'reviewer'], 'm•••@bo-song.example', false],
  );
  const { personId } = await accepted(app, token, { email: ADDRESS });
  const { grants, status } = await boss.get<MemberDetail>(member(id, personId));
  assert.equal(status, 'active');
  assert.deepEqual(grants.map(({ role }) => role).sort(), ['lecturer', 'reviewer']);
  assert.equal(await fact(app, 'invitation-accepted'), 1);
  const { rows } = await app.database.owner.query('select email, full_name from invitation');
  assert.deepEqual(rows, [{ email: null, full_name: null }], 'what has ended keeps no address');
});

test('the token is kept nowhere: the database has its hash, the letter has the link', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const token = await invite(boss, id, { email: ADDRESS, roles: ['viewer'], language: 'en' });
  const { rows } = await app.database.owner.query(
    `select (select body from letter where recipient = $1) as body,
      (select count(*)::int from invitation i where i::text like '%' || $2 || '%') as leaks`,
    [ADDRESS, token],
  );
  assert.match(rows[0].body, new RegExp(`/invitation#${token}\\n`));
  assert.match(rows[0].body, /invites you/);
  assert.equal(rows[0].leaks, 0);
});

test('an invitation works once: replayed it says so, and two at once make one member', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const token = await invite(boss, id, { email: ADDRESS, roles: ['viewer'] });
  const person = await signedIn(app.platform, { email: ADDRESS, organisationId: null });
  const use = () => accept(app, { token, personId: person.personId, accountEmail: ADDRESS });
  const outcomes = await Promise.allSettled([use(), use(), use()]);
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  await assert.rejects(use, isProblem('invitation-accepted'));
  const replayed = await app.post('/api/invitations/lookup', { token });
  assert.deepEqual([replayed.statusCode, codeOf(replayed)], [410, 'invitation-accepted']);
});

test('an invitation that expired, was revoked or never was is refused with a way out', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const token = await invite(boss, id, { email: ADDRESS, roles: ['viewer'] });
  await app.database.owner.query(`update invitation set expires_at = now() - interval '1 second'`);
  const late = await app.post('/api/invitations/lookup', { token });
  assert.deepEqual([late.statusCode, codeOf(late)], [410, 'invitation-expired']);
  assert.match(late.json<ProblemBody>().words.vi, /nhờ người mời gửi lại/);

  const { items } = await boss.get<InvitationPage>(invitations(id));
  assert.equal(items[0]?.status, 'expired');
  const again = await boss.post(`${invitations(id)}/${items[0]!.id}/resend`);
  assert.equal(again.statusCode, 200, again.body);
  const fresh = tokenOf(again.json<InvitationSent>());
  assert.equal((await app.post('/api/invitations/lookup', { token })).statusCode, 404);
  await lookup(app, fresh);

  assert.equal((await boss.post(`${invitations(id)}/${items[0]!.id}/revoke`)).statusCode, 200);
  const gone = await app.post('/api/invitations/lookup', { token: fresh });
  assert.deepEqual([gone.statusCode, codeOf(gone)], [410, 'invitation-revoked']);
  const closed = await boss.post(`${invitations(id)}/${items[0]!.id}/resend`);
  assert.equal(codeOf(closed), 'invitation-closed');
});

test('an invitation to another address needs the word of the person that both are theirs', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const token = await invite(boss, id, { email: ADDRESS, roles: ['viewer'] });
  const person = await signedIn(app.platform, { email: 'khac@noi.example', organisationId: null });
  const mine = { token, personId: person.personId, accountEmail: person.email };
  await assert.rejects(() => accept(app, mine), isProblem('invitation-foreign'));
  await accept(app, { ...mine, otherAddressConfirmed: true });
  assert.equal((await boss.get<MemberDetail>(member(id, person.personId))).status, 'active');
});

test('whoever is invited twice has one invitation with what was said last, and the older link is dead', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const first = await invite(boss, id, { email: ADDRESS, roles: ['viewer'] });
  const second = await invite(boss, id, { email: ' MOI@Bo-Song.example ', roles: ['trainer'] });
  const { items } = await boss.get<InvitationPage>(invitations(id));
  assert.deepEqual(
    items.map(({ roles, email }) => [roles, email]),
    [[['trainer'], ADDRESS]],
  );
  assert.equal((await app.post('/api/invitations/lookup', { token: first })).statusCode, 404);
  assert.deepEqual((await lookup(app, second)).roles, ['trainer']);
});

test('an address that only looks right is refused', async (t) => {
  const { id, boss } = await withBoss(t);
  for (const [email, code] of [
    ['mоi@bo-song.example', 'email-look-alike'],
    ['moi@bо-song.example', 'email-look-alike'],
    ['moi.bo-song.example', 'email-invalid'],
  ] as const) {
    const reply = await boss.post(invitations(id), { email, roles: ['viewer'] });
    assert.deepEqual([reply.statusCode, codeOf(reply)], [400, code], email);
  }
});

test('nobody invites somebody into a role that is not theirs to give', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const platform = await boss.post(invitations(id), { email: ADDRESS, roles: ['secretariat'] });
  assert.equal(codeOf(platform), 'role-of-the-platform');
  const fromAbove = await app.post(invitations(id), { email: ADDRESS, roles: ['lecturer'] });
  assert.equal(codeOf(fromAbove), 'role-not-yours');
  const first = await app.post(invitations(id), { email: ADDRESS, roles: ['administrator'] });
  assert.equal(first.statusCode, 201, first.body);
  const other = await organisation(app, 'Công ty Gió Đông Hư Cấu');
  const foreign = await boss.post(invitations(other), { email: ADDRESS, roles: ['viewer'] });
  assert.equal(foreign.statusCode, 404);
});

test('a person entered before they had an account keeps their entry when they accept', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const entry = { fullName: 'Đỗ Thị Sáu', email: ADDRESS, personCode: 'S6' };
  const { personId } = (await boss.post(`/api/organisations/${id}/members`, entry)).json<{
    personId: number;
  }>();
  const token = await invite(boss, id, { email: ADDRESS, roles: ['lecturer'] });
  const open = await app.platform.db.transaction().execute((trx) => getOpenInvitation(trx, token));
  assert.equal(open.personId, personId, 'a new account becomes theirs');

  // they have an account of another address already: the entry goes on under that person
  const other = await signedIn(app.platform, { email: 'sau@rieng.example', organisationId: null });
  const outcome = await accept(app, {
    token,
    personId: other.personId,
    accountEmail: other.email,
    otherAddressConfirmed: true,
  });
  assert.equal(outcome.rosterPersonId, personId);
  const moved = await boss.get<MemberDetail>(member(id, other.personId));
  assert.deepEqual(
    [moved.affiliations[0]?.fullName, moved.affiliations[0]?.personCode],
    ['Đỗ Thị Sáu', 'S6'],
  );
  assert.equal((await boss.get<MemberDetail>(member(id, personId))).status, 'left');
});

async function withBoss(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t, { letters: 'kept' });
  const id = await organisation(app, 'Trường Đại học Bờ Sông Hư Cấu');
  return { app, id, boss: await memberOf(app, { organisationId: id, roles: ['administrator'] }) };
}

function organisation({ platform, commandLine }: TestApp, name: string): Promise<number> {
  return platform.db
    .transaction()
    .execute((trx) => ensureOrganisation(trx, commandLine, { kind: 'university', name }));
}

const invitations = (id: number) => `/api/organisations/${id}/invitations`;
const member = (id: number, personId: number) => `/api/organisations/${id}/members/${personId}`;
const codeOf = (reply: { json<Body>(): Body }) => reply.json<ProblemBody>().code;
const tokenOf = ({ link }: InvitationSent) => link!.split('#')[1]!;

async function invite(by: Member, id: number, wanted: object): Promise<string> {
  const reply = await by.post(invitations(id), wanted);
  assert.equal(reply.statusCode, 201, reply.body);
  return tokenOf(reply.json<InvitationSent>());
}

async function lookup(app: TestApp, token: string): Promise<InvitationShown> {
  const reply = await app.post('/api/invitations/lookup', { token });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<InvitationShown>();
}

function accept(app: TestApp, wanted: Omit<Acceptance, 'name'>) {
  return app.platform.db
    .transaction()
    .execute((trx) => acceptInvitation(trx, app.system, { ...wanted, name: 'Người Được Mời' }));
}

async function accepted(app: TestApp, token: string, { email }: { email: string }) {
  const { personId } = await signedIn(app.platform, { email, organisationId: null });
  await accept(app, { token, personId, accountEmail: email });
  return { personId };
}

async function fact({ database }: TestApp, action: string): Promise<number> {
  const { rows } = await database.owner.query(
    'select count(*)::int as count from audit_fact where action = $1',
    [action],
  );
  return rows[0].count;
}
