import { createHash, hash } from 'node:crypto';
import { sql } from 'kysely';

/** A fact as it is hashed: every column as text, whatever it holds, so that no broken row is unreadable. */
export interface HashedFact {
  id: string;
  /** microseconds since 1970 UTC */
  at: string;
  actor_id: string;
  organisation_id: string | null;
  purpose: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  /** as PostgreSQL writes jsonb: keys in its order, numbers with their digits */
  detail: string;
}

/** Microseconds since 1970 as a whole number; also of times that JavaScript cannot hold. */
export const microseconds = (column: string) =>
  sql`trunc(extract(epoch from ${sql.ref(column)}) * 1000000)::text`;

/** The columns of `audit_fact f` as a HashedFact. */
export const hashedColumns = sql`f.id::text as id, ${microseconds('f.at')} as at,
  f.actor_id::text as actor_id, f.organisation_id::text as organisation_id, f.purpose, f.action,
  f.subject_kind, f.subject_id, f.detail::text as detail`;

/**
 * SHA-256 over the fact in a form that two facts never share: version, then each column with its
 * length in bytes before it. A new column of the table needs a new version beside this one.
 */
export function factHash(fact: HashedFact): Buffer {
  return hash(
    'sha256',
    `nhip.audit-fact/1${part(fact.id)}${part(fact.at)}${part(fact.actor_id)}${part(fact.organisation_id)}` +
      `${part(fact.purpose)}${part(fact.action)}${part(fact.subject_kind)}${part(fact.subject_id)}${part(fact.detail)}`,
    'buffer',
  );
}

/** What a seal says of its facts, beside their hashes. */
export interface Sealed {
  id: number;
  factCount: number;
  settledThrough: number;
  /** microseconds since 1970 UTC */
  sealedAt: string;
  previousHash: Buffer;
}

/** SHA-256 over the hash of the seal before, what this seal says, and the whole hash of each of its facts. */
export function sealHash(seal: Sealed, facts: readonly Buffer[]): Buffer {
  const hashed = createHash('sha256');
  hashed.update('nhip.audit-seal/1').update(seal.previousHash);
  for (const value of [seal.id, seal.factCount, seal.settledThrough, seal.sealedAt]) {
    hashed.update(part(String(value)));
  }
  for (const fact of facts) hashed.update(fact);
  return hashed.digest();
}

/** Where the chain begins: at the installation, so that no chain passes for that of another one. */
export function firstHash(installation: string): Buffer {
  return hash('sha256', `nhip.audit-seal/1${part(installation)}`, 'buffer');
}

function part(value: string | null): string {
  return value === null ? ',-' : `,${Buffer.byteLength(value)}:${value}`;
}

/** How much of a fact's hash stands in its seal: enough to name the fact that was changed. */
export const PREFIX = 8;
