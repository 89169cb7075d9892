import { CompiledQuery, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { ensurePersonKey, personalHash } from './person-key.ts';

/** Who acts: as much of an Actor as a fact keeps. All rooms record, so this one imports none of them. */
export interface Acting {
  id: number;
  organisationId: number;
  purpose: string;
}

export interface Fact {
  /** verb in the past, e.g. 'import-applied'; its words stand in action-words.ts */
  action: string;
  subjectKind: string;
  subjectId: string | number;
  organisationId?: number;
  /** never personal data */
  detail?: Record<string, unknown>;
  /**
   * Values of one person that the change was about. They never enter the fact: it keeps hashes keyed
   * with that person's key, which can be compared until the person is erased.
   */
  personal?: { personId: number; values: Record<string, string> };
}

/** Writes the fact of a change in the transaction of the change itself. */
export async function record(trx: Transaction<DB>, actor: Acting, fact: Fact): Promise<void> {
  await recordEach(trx, actor, [fact]);
}

/** The same for a change of several things, each of which keeps its own trace. */
export async function recordEach(
  trx: Transaction<DB>,
  actor: Acting,
  facts: readonly Fact[],
): Promise<void> {
  if (facts.length === 0) return;
  const keys = await keysOf(trx, facts);
  for (let at = 0; at < facts.length; at += BATCH) {
    const batch = facts.slice(at, at + BATCH);
    const values = batch.flatMap((fact) => valuesOf(actor, fact, keys));
    await trx.executeQuery(CompiledQuery.raw(insertOf(batch.length), values));
  }
}

/** Facts in one statement: seven parameters each, of the 65,535 that one may have. */
const BATCH = 1000;

function valuesOf(actor: Acting, fact: Fact, keys: Keys): unknown[] {
  return [
    actor.id,
    fact.organisationId ?? actor.organisationId,
    actor.purpose,
    fact.action,
    fact.subjectKind,
    String(fact.subjectId),
    JSON.stringify(detailOf(fact, keys)),
  ];
}

/** Written out: every change waits for this statement, and a built one takes half as long again. */
function insertOf(facts: number): string {
  const row = (_: unknown, at: number) =>
    `(${[1, 2, 3, 4, 5, 6, 7].map((column) => `$${at * 7 + column}`).join(', ')})`;
  return `insert into audit_fact
    (actor_id, organisation_id, purpose, action, subject_kind, subject_id, detail)
    values ${Array.from({ length: facts }, row).join(', ')}`;
}

type Keys = ReadonlyMap<number, Buffer | undefined>;

async function keysOf(trx: Transaction<DB>, facts: readonly Fact[]): Promise<Keys> {
  const ids = new Set(facts.flatMap(({ personal }) => (personal ? [personal.personId] : [])));
  const keys = new Map<number, Buffer | undefined>();
  // in one order everywhere, so that two transactions never wait for each other's new keys
  for (const id of [...ids].sort((a, b) => a - b)) keys.set(id, await ensurePersonKey(trx, id));
  return keys;
}

function detailOf({ detail, personal }: Fact, keys: Keys): Record<string, unknown> {
  if (!personal) return detail ?? {};
  const key = keys.get(personal.personId);
  const values = Object.entries(personal.values).map(([name, value]) => [
    name,
    key ? personalHash(key, name, value) : null,
  ]);
  return {
    ...detail,
    personal: { person: personal.personId, values: Object.fromEntries(values) },
  };
}
