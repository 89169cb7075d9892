import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { LocalText } from '#src/languages/contract.ts';
import { organisationRefs } from './organisation-names.ts';

/** Enough to tell whether two records are of one person, and nothing beyond. */
export interface MergeParty {
  personId: number;
  name: string;
  organisations: LocalText[];
}

/** The people of these ids by name and where they belong; the caller writes the look down. */
export async function listParties(
  trx: ScopedTransaction,
  personIds: readonly number[],
): Promise<Map<number, MergeParty>> {
  const { rows } = await sql<{ personId: number; name: string; organisationIds: number[] }>`
    select p.person_id as "personId", p.display_name as name,
           array(select distinct a.organisation_id from affiliation a
                  where a.person_id = p.person_id order by 1) as "organisationIds"
      from person p where p.person_id = any (${[...personIds]}::int8[])`.execute(trx);
  const refs = await organisationRefs(
    trx,
    rows.flatMap(({ organisationIds }) => organisationIds),
  );
  return new Map(
    rows.map(({ personId, name, organisationIds }) => {
      const organisations = organisationIds.map((id) => refs.get(id)!.name);
      return [personId, { personId, name, organisations }];
    }),
  );
}
