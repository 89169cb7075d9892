import type { RowFinding } from '#src/imports/importer.ts';
import { warning } from './cells.ts';
import type { Cells } from './columns.ts';

/** Of room regions: the region that a written place names on a date; code 'unknown' where it names none. */
export type RegionFinder = (placeWritten: string, on: string) => { regionId: number; code: string };

export interface Place {
  regionId: number;
  problems: RowFinding[];
}

/**
 * The region of a posting: its address; where that names no province, the city column; where that
 * does not either, 'remote' for remote work. The city column is derived by others and never
 * overrules the address.
 */
export function readPlace(
  cells: Pick<Cells, 'locate_names' | 'city'>,
  on: string,
  isRemote: boolean,
  findRegion: RegionFinder,
): Place {
  const byAddress = findRegion(cells.locate_names, on);
  const byCity = findRegion(cells.city, on);
  if (byAddress.code !== 'unknown') {
    const contradicts = byCity.code !== 'unknown' && byCity.code !== byAddress.code;
    const detail = {
      place: cells.locate_names.split(/[,\n]/).at(-1)?.trim() ?? '',
      city: cells.city,
    };
    return {
      regionId: byAddress.regionId,
      problems: contradicts ? [warning('place-contradiction', 'city', detail)] : [],
    };
  }
  if (byCity.code !== 'unknown') return { regionId: byCity.regionId, problems: [] };
  if (isRemote) return { regionId: findRegion('remote', on).regionId, problems: [] };
  const detail = { value: cells.locate_names.slice(0, 200) };
  return {
    regionId: byAddress.regionId,
    problems: [warning('place-unknown', 'locate_names', detail)],
  };
}
