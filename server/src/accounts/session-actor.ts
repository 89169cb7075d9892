import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor, Role } from '#src/actors/actor.ts';

export interface FoundSession {
  id: string;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
  chosenOrganisationId: number | null;
  /** null: the account has not been used yet, see begin-person.ts */
  personId: number | null;
  personIds: number[];
  actorId: number | null;
  grants: [organisationId: number, role: Role][];
  succeeded: [organisationId: number, predecessorId: number][];
}

/** The session of a token with everything its actor is made of, in one statement. */
export async function findSession(
  db: Kysely<DB>,
  token: string,
): Promise<FoundSession | undefined> {
  const { rows } = await sql<FoundSession>`
    select session_id as id, account_id as "accountId", created_at as "createdAt", expires_at as "expiresAt",
      chosen_organisation_id as "chosenOrganisationId", person_id as "personId", person_ids as "personIds",
      actor_id as "actorId", grants, succeeded
    from session_actor(${token})`.execute(db);
  return rows[0];
}

/**
 * Who acts in a session: in the organisation that was chosen while it still grants a role, else in the
 * first that does; without any, nobody in particular in the owner's.
 */
export function actorOfSession(
  session: FoundSession & { personId: number; actorId: number },
  platformOwner: number,
): Actor {
  const { grants, chosenOrganisationId } = session;
  const chosen =
    grants.find(([organisation]) => organisation === chosenOrganisationId)?.[0] ?? grants[0]?.[0];
  const succeeded = session.succeeded.filter(([organisation]) => organisation === chosen);
  return {
    id: session.actorId,
    kind: 'person',
    organisationId: chosen ?? platformOwner,
    organisationIds: chosen === undefined ? [] : [chosen, ...succeeded.map(([, id]) => id)],
    roles: grants.filter(([organisation]) => organisation === chosen).map(([, role]) => role),
    purpose: 'interactive use',
    personId: session.personId,
    personIds: session.personIds,
    accountId: session.accountId,
    sessionId: session.id,
    scopes: [],
  };
}
