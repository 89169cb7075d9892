import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import type { DemandTable } from './contract.ts';
import { competencyShares } from './shares.ts';
import { demandBase, vacancyCompetencies, type DemandFilter } from './statistics-queries.ts';

/** What the market asks for: every competency that some counted vacancy names, in one consistent view. */
export async function demandTable(db: Kysely<DB>, filter: DemandFilter = {}): Promise<DemandTable> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const refs = await competencyRefs(trx);
      const base = await demandBase(trx, filter);
      const shares = competencyShares(await vacancyCompetencies(trx, filter));
      return {
        base,
        rows: shares.map(({ competencyId, ...row }) => ({
          competency: refs.get(competencyId)!,
          ...row,
        })),
      };
    });
}
