import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const Province = z.object({
  code: z.string(),
  statistical: z.string(),
  /** [column, row] of the tile map */
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
export const RegionReference = z.object({
  provinces: z.array(Province).length(34),
  former: z.array(Former).length(63),
  /** by code: other ways in which a place is written */
  spellings: z.record(z.string(), z.array(z.string())),
});
export type RegionReference = z.infer<typeof RegionReference>;

/** The two-tier system, with its 34 provinces, is in force since this day. */
export const TWO_TIER_SINCE = '2025-07-01';

const file = new URL('../../../reference/regions/vietnam.yaml', import.meta.url);

/** The provinces that come with the program; throws on any departure from their shape. */
export async function readRegionReference(): Promise<RegionReference> {
  return RegionReference.parse(parse(await readFile(file, 'utf8')));
}
