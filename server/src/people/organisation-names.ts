import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { localText } from '#src/languages/local-text.ts';
import type { OrganisationRef } from '#src/organisations/contract.ts';

/** The organisations of these ids by their names; the platform's owner under `null` as well. */
export async function organisationRefs(
  db: Kysely<DB>,
  ids: readonly (number | null)[],
): Promise<Map<number | null, OrganisationRef>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await db
    .selectFrom('organisation as o')
    .innerJoin('organisation_text as t', 't.organisation_id', 'o.id')
    .where('t.field', '=', 'name')
    .where((where) =>
      where.or([
        where('o.kind', '=', 'platform-owner'),
        ...(wanted.length > 0 ? [where('o.id', 'in', wanted)] : []),
      ]),
    )
    .select(['o.id', 'o.kind', 'o.fictional', 't.language', 't.value'])
    .execute();
  const refs = new Map<number | null, OrganisationRef>();
  for (const { id, kind, fictional } of rows) {
    const ref = { id, fictional, name: localText(rows.filter((row) => row.id === id)) };
    refs.set(id, ref);
    if (kind === 'platform-owner') refs.set(null, ref);
  }
  return refs;
}
