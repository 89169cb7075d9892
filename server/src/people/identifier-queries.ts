import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';

export async function deleteIdentifiers(
  trx: ScopedTransaction,
  rows: readonly { personId: number; id: number }[],
): Promise<void> {
  const persons = rows.map(({ personId }) => personId);
  await sql`delete from person_identifier_key k using person_identifier i,
      unnest(${persons}::int8[], ${rows.map(({ id }) => id)}::int8[]) as gone (person_id, id)
    where i.person_id = gone.person_id and i.id = gone.id and k.person_id = i.person_id and k.kind = i.kind
      and k.value_hmac = i.value_hmac
      and k.issuer_organisation_id = coalesce(i.issuer_organisation_id, 0)`.execute(trx);
  await sql`delete from person_identifier i
    using unnest(${persons}::int8[], ${rows.map(({ id }) => id)}::int8[]) as gone (person_id, id)
    where i.person_id = gone.person_id and i.id = gone.id`.execute(trx);
}
