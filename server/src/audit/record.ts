import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/sign-in/actor.ts';

export interface Fact {
  /** verb in the past, e.g. 'import-applied' */
  action: string;
  subjectKind: string;
  subjectId: string | number;
  organisationId?: number;
  /** never personal data */
  detail?: Record<string, unknown>;
}

/** Writes the fact of a change in the transaction of the change itself. */
export async function record(trx: Transaction<DB>, actor: Actor, fact: Fact): Promise<void> {
  await recordEach(trx, actor, [fact]);
}

/** The same for a change of several things, each of which keeps its own trace. */
export async function recordEach(
  trx: Transaction<DB>,
  actor: Actor,
  facts: readonly Fact[],
): Promise<void> {
  if (facts.length === 0) return;
  await trx
    .insertInto('audit_fact')
    .values(
      facts.map((fact) => ({
        actor_id: actor.id,
        organisation_id: fact.organisationId ?? actor.organisationId,
        purpose: actor.purpose,
        action: fact.action,
        subject_kind: fact.subjectKind,
        subject_id: String(fact.subjectId),
        detail: JSON.stringify(fact.detail ?? {}),
      })),
    )
    .execute();
}
