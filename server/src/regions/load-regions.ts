import { readFile } from 'node:fs/promises';
import type { Transaction } from 'kysely';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DB } from '#src/db/types.ts';
import { plain } from '#src/languages/plain.ts';

const Province = z.object({
  code: z.string(),
  statistical: z.string(),
  tile: z.tuple([z.number().int(), z.number().int()]),
  vi: z.string(),
  en: z.string(),
  fullVi: z.string(),
  fullEn: z.string(),
});
const Former = z.object({
  code: z.string(),
  statistical: z.string(),
  iso: z.string(),
  vi: z.string(),
  en: z.string(),
  successor: z.string(),
});
const Reference = z.object({
  provinces: z.array(Province).length(34),
  former: z.array(Former).length(63),
  spellings: z.record(z.string(), z.array(z.string())),
});

const TWO_TIER_SINCE = '2025-07-01';
const SOURCE = 'Resolution 202/2025/QH15';
const file = new URL('../../../reference/regions/vietnam.yaml', import.meta.url);

/** Loads the provinces of Vietnam into an installation that has none. */
export async function loadRegions(trx: Transaction<DB>): Promise<void> {
  const reference = Reference.parse(parse(await readFile(file, 'utf8')));
  const ids = new Map<string, number>();
  const spellings: { form: string; region_id: number }[] = [];

  const add = async (
    region: Partial<DB['region']> & { code: string; kind: DB['region']['kind'] },
    names: { field: 'name' | 'full-name'; language: 'vi' | 'en'; value: string }[],
  ): Promise<number> => {
    const { id } = await trx
      .insertInto('region')
      .values(region as never)
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('region_text')
      .values(names.map((name) => ({ region_id: id, origin: 'source', ...name })))
      .execute();
    ids.set(region.code, id);
    return id;
  };
  const names = (vi: string, en: string) => [
    { field: 'name' as const, language: 'vi' as const, value: vi },
    { field: 'name' as const, language: 'en' as const, value: en },
  ];

  const country = await add(
    { code: 'VN', kind: 'country', iso_3166_2: 'VN' },
    names('Việt Nam', 'Viet Nam'),
  );
  await add({ code: 'unknown', kind: 'unknown' }, names('Chưa rõ', 'Unknown'));
  await add({ code: 'remote', kind: 'remote' }, names('Từ xa', 'Remote'));
  for (const province of reference.provinces) {
    const id = await add(
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
        ...names(province.vi, province.en),
        { field: 'full-name', language: 'vi', value: province.fullVi },
        { field: 'full-name', language: 'en', value: province.fullEn },
      ],
    );
    for (const form of new Set([plain(province.vi), plain(province.en)])) {
      spellings.push({ form, region_id: id });
    }
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
      names(former.vi, former.en),
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
    spellings.push({ form: plain(former.vi), region_id: id });
  }
  for (const [code, forms] of Object.entries(reference.spellings)) {
    for (const form of forms) spellings.push({ form: plain(form), region_id: ids.get(code)! });
  }
  await trx
    .insertInto('region_spelling')
    .values(spellings)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
