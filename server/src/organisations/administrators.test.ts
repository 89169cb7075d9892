import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '#src/actors/actor.ts';
import { Problem } from '#src/errors.ts';
import { findSession, actorOfSession } from '#src/accounts/session-actor.ts';
import { insertSession } from '#src/accounts/sessions.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { organisation } from '#src/testing/organisations.ts';
import { signedIn, type SignedInPerson } from '#src/testing/people.ts';
import { delegateRole } from './delegate-role.ts';
import { leave } from './end-affiliation.ts';
import { grantRole } from './grant-role.ts';
import { inOrganisation } from './in-organisation.ts';
import { revokeRole } from './revoke-role.ts';

interface Deed {
  what: 'grant' | 'revoke' | 'delegate' | 'leave';
  by: number;
  on: number;
  role: 'administrator' | 'reviewer';
}

const PEOPLE = 4;
const deed = fc.record<Deed>({
  what: fc.constantFrom('grant', 'grant', 'revoke', 'revoke', 'delegate', 'leave'),
  by: fc.nat(PEOPLE - 1),
  on: fc.nat(PEOPLE - 1),
  role: fc.constantFrom('administrator', 'administrator', 'reviewer'),
});
/** What is done at the same moment. */
const rounds = fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

test('whatever members do to each other, one after the other or at once, an administrator stays', async (t) => {
  const app = await testApp(t);
  let performed = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async (sequence) => {
      const { id, people } = await crew(app);
      for (const round of sequence) {
        const outcomes = await Promise.all(round.map((one) => perform(app, id, people, one)));
        performed += outcomes.filter(Boolean).length;
        refused += outcomes.filter((done) => !done).length;
        assert.ok((await administrators(app, id)) > 0, JSON.stringify(round));
      }
    }),
    { numRuns: 12 },
  );
  assert.ok(performed > 0 && refused > 0, `${performed} performed, ${refused} refused`);
});

let crews = 0;

/** An organisation of four, of whom two administer it. */
async function crew(app: TestApp): Promise<{ id: number; people: SignedInPerson[] }> {
  crews += 1;
  const id = await organisation(app, `Trường Thử Nghiệm Hư Cấu ${crews}`);
  const people: SignedInPerson[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const roles = index < 2 ? (['administrator'] as const) : (['reviewer'] as const);
    people.push(await signedIn(app.platform, { organisationId: id, roles }));
  }
  return { id, people };
}

/** Whether it was done; a refusal is a Problem, and anything else fails the test. */
async function perform(
  app: TestApp,
  id: number,
  people: readonly SignedInPerson[],
  { what, by, on, role }: Deed,
): Promise<boolean> {
  const actor = await actorNow(app, people[by]!);
  const personId = people[on]!.personId;
  const until = new Date(Date.now() + 86_400_000);
  try {
    const grantId = await standingGrant(app, id, personId, role);
    await inOrganisation(app.platform.db, actor, id, async (trx) => {
      if (what === 'grant') await grantRole(trx, actor, id, { personId, role, until: null });
      if (what === 'revoke') await revokeRole(trx, actor, id, { personId, grantId });
      if (what === 'delegate')
        await delegateRole(trx, actor, id, { role, toPersonId: personId, until });
      if (what === 'leave') await leave(trx, actor, id);
    });
    return true;
  } catch (fault) {
    if (fault instanceof Problem) return false;
    throw fault;
  }
}

/** Who the person is at this moment, as a request of theirs would find out. */
async function actorNow(
  { platform }: Pick<TestApp, 'platform'>,
  person: SignedInPerson,
): Promise<Actor> {
  const { accountId, personId, actor } = person;
  const token = await platform.db
    .transaction()
    .execute((trx) => insertSession(trx, { accountId, ipAddress: null, userAgent: 'a test' }));
  const session = await findSession(platform.db, token);
  // somebody has just changed their roles, which ends their sessions: they sign in again
  if (!session) return actorNow({ platform }, person);
  return actorOfSession({ ...session, personId, actorId: actor.id }, actor.organisationId);
}

async function standingGrant(
  { database }: TestApp,
  id: number,
  personId: number,
  role: string,
): Promise<number> {
  const { rows } = await database.owner.query(
    `select id from role_grant where organisation_id = $1 and person_id = $2 and role = $3
       and revoked_at is null limit 1`,
    [id, personId, role],
  );
  return rows[0]?.id ?? 0;
}

/** Those who stay by themselves. */
async function administrators({ database }: TestApp, id: number): Promise<number> {
  const { rows } = await database.owner.query(
    `select count(*)::int as count from role_grant where organisation_id = $1 and role = 'administrator'
       and revoked_at is null and expires_at is null and delegated_grant_id is null`,
    [id],
  );
  return rows[0].count;
}
