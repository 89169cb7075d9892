import type { Transaction } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/actors/actor.ts';

/** What an organisation may be asked to correct, by the names of room `organisations`. */
export type CorrectableField = 'fullName' | 'personCode' | 'email' | 'phone' | 'positionTitle';

/**
 * What this room asks of the rooms that write the other tables about a person. They import this room,
 * so their acts come in from above (people-doors.ts).
 */
export interface Doors {
  /** accounts: every way of signing in and what it knew of the person */
  deleteAccount(trx: Transaction<DB>, accountId: string): Promise<void>;
  /** accounts: what people may do has changed, or who they are */
  endSessions(trx: Transaction<DB>, personIds: readonly number[]): Promise<void>;
  /** mail: letters that still carry an address */
  deleteLetters(trx: Transaction<DB>, letterIds: readonly number[]): Promise<void>;
  /** organisations: corrects what an organisation says of a person */
  updateAffiliation(
    trx: ScopedTransaction,
    actor: Actor,
    personId: number,
    affiliationId: number,
    changes: Partial<Record<CorrectableField, string>>,
  ): Promise<void>;
  /** organisations: the person leaves, and their roles there end; throws where nobody would be left in charge */
  endAffiliation(
    trx: ScopedTransaction,
    actor: Actor,
    personId: number,
    affiliationId: number,
  ): Promise<void>;
  /** organisations: one role that stands without an affiliation */
  revokeRole(
    trx: ScopedTransaction,
    actor: Actor,
    organisationId: number,
    grant: { personId: number; grantId: number },
  ): Promise<void>;
  /** organisations: the rows of affiliations that have ended */
  deleteAffiliations(
    trx: ScopedTransaction,
    affiliations: readonly { personId: number; id: number }[],
  ): Promise<void>;
  /** organisations: invitations, with the address and the name in them */
  deleteInvitations(trx: ScopedTransaction, invitationIds: readonly string[]): Promise<void>;
}
