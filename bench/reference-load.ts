// The whole reference (framework, scale, roles, lexicon, certificates, crosswalks) from its files into an
// empty embedded database that keeps what it is told (fsync on), three times.
import { connect } from '../server/src/db/connect.ts';
import { migrate } from '../server/src/db/migrate.ts';
import { throwawayFolder } from '../server/src/db/throwaway.ts';
import { initialise } from '../server/src/installation/initialise.ts';
import { checkReference } from '../server/src/reference/check-reference.ts';
import { readReferenceFiles } from '../server/src/reference/read-files.ts';
import { readReference, toReference } from '../server/src/reference/read-reference.ts';
import { percentile } from './statistics.ts';

const limitSeconds = 5;
const rounds = 3;

await readReference();
const rows: Record<string, Record<string, number>> = {};
const seconds: number[] = [];
for (let round = 1; round <= rounds; round += 1) {
  const files = await readReferenceFiles();
  const { findings } = checkReference(files);
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  // initialise() below has them already: a program reads its files once
  toReference(files);
  const read = (performance.now() - began) / 1000;
  const { folder, remove } = await throwawayFolder();
  try {
    const database = await connect({ kind: 'embedded', folder });
    try {
      await migrate(database.pool);
      const start = performance.now();
      await initialise(database.db, 'main');
      const loaded = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(cpuBefore);
      seconds.push(read + loaded);
      const { rows: counts } = await database.pool.query<Record<string, number>>(`
        select (select count(*)::int4 from competency_version) as items,
               (select count(*)::int4 from lexicon_entry) as forms,
               (select count(*)::int4 from competency_level) as descriptors,
               (select count(*)::int4 from role_version) as roles,
               (select count(*)::int4 from role_requirement) as requirements,
               (select count(*)::int4 from certificate) as certificates`);
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      // on a busy machine the clock says less than what the process itself used; PostgreSQL is not in it
      const own = { 'own CPU s': round3((user + system) / 1e6) };
      const took = { 'read s': round3(read), 'load s': round3(loaded), ...own, errors };
      rows[`round ${round}`] = { ...took, ...counts[0] };
    } finally {
      await database.close();
    }
  } finally {
    await remove();
  }
}
console.table(rows);
const median = percentile(seconds, 0.5);
const reached = median <= limitSeconds;
console.log(
  `${round3(median)} s from the files to an initialised installation (median of ${rounds}, regions and ` +
    `first actors included), limit ${limitSeconds} s: ${reached ? 'reached' : 'NOT reached'}`,
);
if (!reached) process.exitCode = 1;

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
