import type { Importer, ParseContext, Run } from '#src/imports/importer.ts';
import { regionFinder } from '#src/regions/find-region.ts';
import type { AdvertisementContent } from '../advertisement.ts';
import { applyAdvertisements } from '../apply-advertisements.ts';
import { compareAdvertisements, differencesOf } from '../compare-advertisements.ts';
import { lintAdvertisements } from '../lint-advertisements.ts';
import { COLUMNS } from './columns.ts';
import { csvRecords } from './csv-records.ts';
import type { RegionFinder } from './place.ts';
import { readAdvertisement } from './read-advertisement.ts';

const SOURCE = 'itviec';

/** The CSV of advertisements that scrapes of ITviec.com come in; see README.md for its traps. */
export const itviecCsvImporter: Importer = {
  kind: 'advertisements',
  format: 'itviec-csv',
  input: 'demand',
  defaultSource: SOURCE,

  detect(head) {
    const header = head.toString('utf8').split('\n', 1)[0] ?? '';
    return COLUMNS.filter((column) => header.includes(column)).length >= COLUMNS.length / 2;
  },

  async *parse(content, { db, today }: ParseContext) {
    const findRegion = remembering(await regionFinder(db));
    for await (const record of csvRecords(content)) {
      yield readAdvertisement(record, { today, findRegion });
    }
  },

  finishStaging: lintAdvertisements,
  diff: (trx, run) => compareAdvertisements(trx, sourced(run)),
  differences: (db, run, rows) => differencesOf(db, sourced(run), rows),
  apply: (trx, run, _actor, onProgress) => applyAdvertisements(trx, sourced(run), onProgress),

  label(payload) {
    const { title, employerName } = payload as Partial<AdvertisementContent>;
    return [title, employerName].filter(Boolean).join(' — ');
  },
};

function sourced(run: Run): Run & { source: string } {
  return { ...run, source: run.source ?? SOURCE };
}

/** Addresses repeat a thousand times in a file. */
function remembering(findRegion: RegionFinder): RegionFinder {
  const known = new Map<string, ReturnType<RegionFinder>>();
  return (written, on) => {
    const key = `${on} ${written}`;
    const found = known.get(key) ?? findRegion(written, on);
    known.set(key, found);
    return found;
  };
}
