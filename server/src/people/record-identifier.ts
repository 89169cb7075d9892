import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';

type Kind = DB['person_identifier']['kind'];

export interface Identifier {
  kind: Kind;
  /** Who gave it; null for what is unique by itself. */
  issuerOrganisationId: number | null;
  value: string;
}

/**
 * Keeps an identifier of a person as a hash keyed with the installation's secret, with its last two
 * signs. Saying the same again changes nothing. Throws identifier-taken where it is somebody else's.
 */
export async function recordIdentifier(
  trx: ScopedTransaction,
  actor: Actor,
  secret: string,
  {
    personId,
    assurance,
    ...identifier
  }: Identifier & { personId: number; assurance: 'stated' | 'roster' | 'verified' },
): Promise<void> {
  const hmac = identifierHash(secret, identifier);
  const issuer = identifier.issuerOrganisationId;
  const { rows } = await sql<{ person_id: number }>`
    insert into person_identifier_key (kind, issuer_organisation_id, value_hmac, person_id)
    values (${identifier.kind}, ${issuer ?? 0}, ${hmac}, ${personId})
    on conflict do nothing returning person_id`.execute(trx);
  if (rows.length === 0) {
    const owner = await findPersonByIdentifier(trx, secret, identifier);
    if (owner !== personId) throw new Problem('identifier-taken', {});
    return;
  }
  const { id } = await trx
    .insertInto('person_identifier')
    .values({
      person_id: personId,
      kind: identifier.kind,
      issuer_organisation_id: issuer,
      value_hmac: hmac,
      hint: hintOf(identifier.value),
      assurance,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(trx, actor, {
    action: 'identifier-recorded',
    subjectKind: 'person',
    subjectId: personId,
    detail: { identifier: id, kind: identifier.kind, assurance },
  });
}

/** Whose identifier it is, within the scope of the transaction. */
export async function findPersonByIdentifier(
  trx: ScopedTransaction,
  secret: string,
  identifier: Identifier,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('person_identifier_key')
    .select('person_id as personId')
    .where('kind', '=', identifier.kind)
    .where('issuer_organisation_id', '=', identifier.issuerOrganisationId ?? 0)
    .where('value_hmac', '=', identifierHash(secret, identifier))
    .executeTakeFirst();
  return row?.personId;
}

/** Case and spaces do not make another identifier. */
function identifierHash(secret: string, { kind, issuerOrganisationId, value }: Identifier): Buffer {
  const plain = value.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return createHmac('sha256', secret)
    .update(`${kind}\0${issuerOrganisationId ?? 0}\0${plain}`)
    .digest();
}

/** Two of at least eight signs: enough for the person to know it, too little for others. */
function hintOf(value: string): string | null {
  const plain = value.replace(/\s+/g, '');
  return plain.length >= 8 && !plain.includes('@') ? `…${plain.slice(-2)}` : null;
}
