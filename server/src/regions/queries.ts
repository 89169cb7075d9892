import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { localText } from '#src/languages/local-text.ts';
import type { Region } from './contract.ts';

/** Every region of the present vintage (the country, 34 provinces, unknown, remote), with what it was made of. */
export async function listRegions(db: Kysely<DB>): Promise<Region[]> {
  const regions = await db.selectFrom('region').selectAll().orderBy('id').execute();
  const texts = await db
    .selectFrom('region_text')
    .select(['region_id', 'language', 'value'])
    .where('field', '=', 'name')
    .execute();
  const successions = await db.selectFrom('region_succession').selectAll().execute();
  const name = (id: number) => localText(texts.filter((text) => text.region_id === id));
  return regions
    .filter((region) => region.valid_to === null)
    .map((region) => ({
      id: region.id,
      code: region.code,
      kind: region.kind as Region['kind'],
      name: name(region.id),
      validFrom: region.valid_from,
      validTo: region.valid_to,
      tile:
        region.tile_column === null || region.tile_row === null
          ? null
          : { column: region.tile_column, row: region.tile_row },
      formerly: successions
        .filter((succession) => succession.successor_id === region.id)
        .map(({ predecessor_id }) => ({
          code: regions.find((former) => former.id === predecessor_id)?.code ?? '',
          name: name(predecessor_id),
        })),
    }));
}
