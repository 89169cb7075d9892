import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { inScope } from '#src/db/scope.ts';
import { getOrganisationRef } from '#src/organisations/organisations.ts';
import { scopeOf, type Actor } from '#src/actors/actor.ts';
import { GrantedRole } from '#src/actors/contract.ts';
import type { Session } from './contract.ts';
import { findAccount } from '#src/accounts/queries.ts';

/** What the web needs to know of who is at it. */
export async function presentSession(db: Kysely<DB>, actor: Actor): Promise<Session> {
  const account = actor.accountId ? await findAccount(db, { id: actor.accountId }) : undefined;
  const grants = account ? await listGrants(db, actor) : [];
  const organisations = await Promise.all(
    [...Map.groupBy(grants, ({ organisationId }) => organisationId)].map(async ([id, list]) => ({
      id,
      name: (await getOrganisationRef(db, id)).name,
      roles: list.map(({ role }) => GrantedRole.parse(role)),
    })),
  );
  const present = organisations.find(({ id }) => id === actor.organisationId);
  return {
    person: account
      ? {
          name: account.name,
          email: account.email,
          language: account.language === 'en' ? 'en' : 'vi',
          secondFactor: account.twoFactorEnabled,
        }
      : null,
    organisation: present ? { ...present, kind: await kindOf(db, present.id) } : null,
    roles:
      present?.roles ?? GrantedRole.array().parse(actor.roles.filter((role) => role !== 'system')),
    organisations,
  };
}

async function listGrants(db: Kysely<DB>, actor: Actor) {
  return inScope(db, scopeOf(actor), (trx) =>
    trx
      .selectFrom('role_grant')
      .innerJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
      .select(['role_grant.organisation_id as organisationId', 'role'])
      .distinct()
      .where('person_id', 'in', [...actor.personIds])
      .where('revoked_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date())]))
      .where((eb) =>
        eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', sql<string>`current_date`)]),
      )
      .orderBy('organisationId')
      .orderBy('role')
      .execute(),
  );
}

async function kindOf(db: Kysely<DB>, id: number): Promise<string> {
  const { kind } = await db
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return kind;
}
