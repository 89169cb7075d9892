import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import type { DemandTable } from './contract.ts';
import { competencyShares } from './shares.ts';
import {
  demandBase,
  findRegionName,
  vacancyCompetencies,
  type DemandFilter,
} from './statistics-queries.ts';

/**
 * What the market asks for: every competency that some counted vacancy names, in one consistent view.
 * Throws not-found for a region that is none of the present vintage.
 */
export async function demandTable(db: Kysely<DB>, filter: DemandFilter = {}): Promise<DemandTable> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const region =
        filter.regionCode === undefined ? null : await findRegionName(trx, filter.regionCode);
      if (region === undefined) throw new Problem('not-found', { what: filter.regionCode! });
      const refs = await competencyRefs(trx);
      const base = await demandBase(trx, filter);
      const shares = competencyShares(await vacancyCompetencies(trx, filter));
      return {
        region,
        base,
        rows: shares.map(({ competencyId, ...row }) => ({
          competency: refs.get(competencyId)!,
          ...row,
        })),
      };
    });
}
