// All rows of the real file, from the first byte of the upload until the coverage of a real programme
// stands on them, in one server process on the embedded database; and what other people wait for
// their pages meanwhile, against what they wait when nothing is imported, in the same run.
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import type { AdvertisementPage } from '../server/src/demand/contract.ts';
import type { CoverageReport } from '../server/src/gap/contract.ts';
import type { ProgrammeList } from '../server/src/programmes/contract.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { pagesDuring, type PageRequest } from './page-requests.ts';
import { ask, files, importOver, withServer, type Installation } from './real-server.ts';
import { percentile } from './statistics.ts';

const limits = { import: 30_000, page: 300 };
const idleSeconds = 10;
const ours = fileURLToPath(new URL('../reference/demo/advertisements.csv', import.meta.url));

const data = sharedData();
if (!data) console.log('skipped: the shared data folder is absent');
else await withServer((at) => run(at, data));

async function run(at: Installation, folder: string) {
  // Pages need something to show before the real file is there: the programmes and our own file.
  await importOver(at, files.programme(folder), {
    kind: 'programme',
    institution: 'VNU-UET',
  });
  await importOver(at, ours, { kind: 'advertisements', source: 'ours' });
  const programmes = await ask<ProgrammeList>(at, '/api/programmes');
  const programme = programmes.find(({ code }) => code === '7480101')!;
  const { items } = await ask<AdvertisementPage>(at, '/api/advertisements?size=1');
  const pages: Record<string, PageRequest> = {
    'first screen': {
      document: '/',
      data: ['/api/installation', '/api/regions', `/api/overview?programme=${programme.id}`],
    },
    advertisement: {
      document: `/advertisements/${items[0]!.id}`,
      data: ['/api/installation', `/api/advertisements/${items[0]!.id}`],
    },
  };

  const idle = await pagesDuring(at, pages, () => wait(idleSeconds * 1000));
  const steps: Record<string, number> = {};
  let rows = 0;
  const busy = await pagesDuring(at, pages, async () => {
    const start = performance.now();
    const { totalRows, counts } = await importOver(at, files.advertisements(folder), {
      kind: 'advertisements',
      source: 'itviec',
    });
    steps['staged, previewed, applied, linked'] = performance.now() - start;
    const report = await ask<CoverageReport>(at, `/api/coverage?programme=${programme.id}`);
    steps['… and the coverage of 7480101 computed'] = performance.now() - start;
    rows = totalRows ?? 0;
    console.log(
      `${rows} rows: ${counts.new} new, ${counts.held} of them held, ${counts.rejected} rejected; ` +
        `coverage over ${report.demand.vacancies} vacancies, ${report.rows.length} competencies`,
    );
  });

  console.table(
    Object.fromEntries(
      Object.entries(steps).map(([name, took]) => [
        name,
        { seconds: round(took / 1000, 2), 'rows/s': Math.round((1000 * rows) / took) },
      ]),
    ),
  );
  const table: Record<string, object> = {};
  for (const name of Object.keys(pages)) {
    table[`${name}, nothing imported`] = row(idle[name]!);
    table[`${name}, meanwhile`] = row(busy[name]!);
  }
  console.table(table);
  verdict('import', Math.max(...Object.values(steps)), limits.import);
  verdict('p95 of a page meanwhile', percentile(Object.values(busy).flat(), 0.95), limits.page);
}

function row(times: number[]) {
  return {
    pages: times.length,
    'p50, ms': round(percentile(times, 0.5), 1),
    'p95, ms': round(percentile(times, 0.95), 1),
    'longest, ms': round(Math.max(...times), 1),
  };
}

function verdict(what: string, took: number, limit: number): void {
  const reached = took <= limit;
  if (!reached) process.exitCode = 1;
  console.log(
    `${what}: ${round(took, 0)} ms, limit ${limit} ms: ${reached ? 'reached' : 'NOT reached'}`,
  );
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
