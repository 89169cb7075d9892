import type { Insertable, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { plain } from '#src/languages/plain.ts';
import { TWO_TIER_SINCE, type RegionReference } from './reference-file.ts';

const SOURCE = 'Resolution 202/2025/QH15';

interface Name {
  field: 'name' | 'full-name';
  language: 'vi' | 'en';
  value: string;
}

/** Loads the provinces of Vietnam into an installation that has none. */
export async function loadRegions(trx: Transaction<DB>, reference: RegionReference): Promise<void> {
  const ids = new Map<string, number>();
  const add = async (region: Insertable<DB['region']>, names: Name[]): Promise<number> => {
    const id = await insertRegion(trx, region, names);
    ids.set(region.code, id);
    return id;
  };

  const country = await add(
    { code: 'VN', kind: 'country', iso_3166_2: 'VN' },
    namesOf('Việt Nam', 'Viet Nam'),
  );
  await add({ code: 'unknown', kind: 'unknown' }, namesOf('Chưa rõ', 'Unknown'));
  await add({ code: 'remote', kind: 'remote' }, namesOf('Từ xa', 'Remote'));
  for (const province of reference.provinces) {
    await add(
      {
        code: province.code,
        kind: 'province',
        statistical_code: province.statistical,
        parent_id: country,
        valid_from: TWO_TIER_SINCE,
        tile_column: province.tile[0],
        tile_row: province.tile[1],
      },
      [
        ...namesOf(province.vi, province.en),
        { field: 'full-name', language: 'vi', value: province.fullVi },
        { field: 'full-name', language: 'en', value: province.fullEn },
      ],
    );
  }
  for (const former of reference.former) {
    const id = await add(
      {
        code: former.code,
        kind: 'province',
        statistical_code: former.statistical,
        iso_3166_2: former.iso,
        parent_id: country,
        valid_to: TWO_TIER_SINCE,
      },
      namesOf(former.vi, former.en),
    );
    await trx
      .insertInto('region_succession')
      .values({
        predecessor_id: id,
        successor_id: ids.get(former.successor)!,
        share: '1',
        basis: 'whole',
        source: SOURCE,
      })
      .execute();
  }
  await trx
    .insertInto('region_spelling')
    .values(spellingsOf(reference).map(({ form, code }) => ({ form, region_id: ids.get(code)! })))
    .execute();
}

/**
 * Every plain form with the codes it may mean, each pair once. A province keeps its ways of being
 * written from before 2025: what is written of one of today is written of the former one of its name.
 */
export function spellingsOf(reference: RegionReference): { form: string; code: string }[] {
  const { provinces, former, spellings } = reference;
  const pairs = [
    ...[...provinces, ...former].flatMap(({ code, vi, en }) => [
      { form: plain(vi), code },
      { form: plain(en), code },
    ]),
    ...Object.entries(spellings).flatMap(([code, forms]) => {
      const today = provinces.find((province) => province.code === code);
      const before = former.filter(({ vi, successor }) => successor === code && vi === today?.vi);
      const codes = [code, ...before.map((province) => province.code)];
      return forms.flatMap((form) => codes.map((each) => ({ form: plain(form), code: each })));
    }),
  ];
  return [...new Map(pairs.map((pair) => [`${pair.form}\0${pair.code}`, pair])).values()];
}

async function insertRegion(
  trx: Transaction<DB>,
  region: Insertable<DB['region']>,
  names: Name[],
): Promise<number> {
  const { id } = await trx
    .insertInto('region')
    .values(region)
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('region_text')
    .values(names.map((name) => ({ region_id: id, origin: 'source', ...name })))
    .execute();
  return id;
}

function namesOf(vi: string, en: string): Name[] {
  return [
    { field: 'name', language: 'vi', value: vi },
    { field: 'name', language: 'en', value: en },
  ];
}
