import type { Overview } from '@nhip/server/gap/contract.ts';
import type { LocalText } from '@nhip/server/languages/contract.ts';
import type { Region } from '@nhip/server/regions/contract.ts';

/** Below this many advertisements a province is hatched: it cannot be told apart. */
export const enough = 30;

export interface ProvinceTile {
  code: string;
  name: LocalText;
  column: number;
  row: number;
  advertisements: number;
  coverage: { low: number; high: number } | null;
  /** 1…5 for the depth of the colour; 0 where nothing can be told. */
  depth: number;
}

/** The archipelagos lie off the province that they belong to; their figures are counted there. */
export const archipelagos = [
  { key: 'hoang-sa', provinceCode: 'VN-P48', column: 5, row: 9 },
  { key: 'truong-sa', provinceCode: 'VN-P56', column: 5, row: 15 },
] as const;

export function tilesOfProvinces(
  regions: Region[],
  provinces: Overview['provinces'],
): { tiles: ProvinceTile[]; outside: number } {
  const demand = new Map(provinces.map((province) => [province.regionCode, province]));
  const most = Math.max(1, ...provinces.map((province) => province.advertisements));
  const tiles = regions.flatMap((region) => {
    if (!region.tile) return [];
    const advertisements = demand.get(region.code)?.advertisements ?? 0;
    const coverage = demand.get(region.code)?.coverage ?? null;
    const tile = { code: region.code, name: region.name, ...region.tile, advertisements, coverage };
    return [{ ...tile, depth: depthOf(advertisements, coverage, most) }];
  });
  const placed = new Set(tiles.map((tile) => tile.code));
  const outside = provinces
    .filter((province) => !placed.has(province.regionCode))
    .reduce((sum, province) => sum + province.advertisements, 0);
  return { tiles: tiles.sort(byName), outside };
}

function depthOf(advertisements: number, coverage: ProvinceTile['coverage'], most: number): number {
  if (advertisements < enough) return 0;
  const share = coverage ? (coverage.low + coverage.high) / 2 : advertisements / most;
  return Math.min(5, 1 + Math.floor(share * 5));
}

function byName(one: ProvinceTile, other: ProvinceTile): number {
  return (one.name.vi ?? one.code).localeCompare(other.name.vi ?? other.code, 'vi');
}
