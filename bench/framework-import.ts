// ESCO and O*NET, from the first byte of the upload until they are applied, in one server process; what
// people wait for their pages meanwhile; the memory of the server and of PostgreSQL; and the same files
// a second time. On the embedded database, and on the PostgreSQL that NHIP_BENCH_DATABASE_URL names (it
// makes a database there and drops it again).
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packFiles } from '../server/src/command-line/pack-files.ts';
import { openPool } from '../server/src/db/pool.ts';
import type { ImportRun } from '../server/src/imports/contract.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { MemoryWatch } from './memory-watch.ts';
import { pagesDuring, type PageRequest } from './page-requests.ts';
import { importOver, withServer, type Installation } from './real-server.ts';
import { percentile } from './statistics.ts';

const limits = {
  ...{ embedded: 30_000, PostgreSQL: 20_000, again: 10_000 },
  ...{ page: 300, memory: 1_024 },
};
const frameworks = { ESCO: 'esco_1_2_0', 'O*NET': 'onet_29_2' };
const pages: Record<string, PageRequest> = {
  'first screen': { document: '/', data: ['/api/installation', '/api/regions', '/api/overview'] },
  'list of frameworks': { document: '/frameworks', data: ['/api/installation', '/api/frameworks'] },
};

const data = sharedData();
if (!data) console.log('skipped: the shared data folder is absent');
else {
  await withServer((at, home) => run('embedded', at, (line) => line.includes(home)));
  const server = process.env.NHIP_BENCH_DATABASE_URL;
  if (server) await onServer(server);
  else console.log('PostgreSQL: skipped, NHIP_BENCH_DATABASE_URL names none');
}

async function onServer(url: string): Promise<void> {
  const admin = openPool({ connectionString: url, max: 1 });
  const name = `nhip_bench_${process.pid}`;
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    await withServer((at) => run('PostgreSQL', at, (line) => line.startsWith('postgres: ')), {
      DATABASE_URL: own.href,
    });
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

async function run(
  where: 'embedded' | 'PostgreSQL',
  at: Installation & { pid: number },
  belongs: (commandLine: string) => boolean,
): Promise<void> {
  const idle = await pagesDuring(at, pages, () => wait(5_000));
  const table: Record<string, object> = {
    'nothing imported': pageTimes(Object.values(idle).flat()),
  };
  for (const [name, folder] of Object.entries(frameworks)) {
    const packed = await packFiles([join(data!, folder)]);
    const file = { path: packed.path, bytes: packed.bytes! };
    for (const turn of ['first', 'again'] as const) {
      const watch = new MemoryWatch(at.pid, belongs);
      let imported!: ImportRun;
      let took = 0;
      const busy = await pagesDuring(at, pages, async () => {
        const start = performance.now();
        imported = await importOver(at, file, { kind: 'framework' });
        took = performance.now() - start;
      });
      watch.stop();
      const times = Object.values(busy).flat();
      table[`${name}, ${turn}`] = {
        ...{ rows: imported.totalRows, seconds: round(took / 1000), ...pageTimes(times) },
        ...{ 'server, MB': Math.round(watch.server), 'PostgreSQL, MB': Math.round(watch.postgres) },
      };
      const what = `${where}, ${name} ${turn}`;
      if (turn === 'again' && imported.counts.same !== imported.totalRows) {
        throw new Error(`${what}: ${JSON.stringify(imported.counts)}`);
      }
      verdict(`${what}`, took, limits[turn === 'again' ? 'again' : where], 'ms');
      verdict(`${what}: p95 of a page meanwhile`, percentile(times, 0.95), limits.page, 'ms');
      verdict(`${what}: memory`, watch.server + watch.postgres, limits.memory, 'MB');
    }
  }
  console.log(where);
  console.table(table);
}

function pageTimes(times: readonly number[]) {
  return {
    pages: times.length,
    'p50, ms': round(percentile(times, 0.5)),
    'p95, ms': round(percentile(times, 0.95)),
    'longest, ms': round(Math.max(...times)),
  };
}

function verdict(what: string, found: number, limit: number, unit: string): void {
  const reached = found <= limit;
  if (!reached) process.exitCode = 1;
  const outcome = reached ? 'reached' : 'NOT reached';
  console.log(`${what}: ${Math.round(found)} ${unit}, limit ${limit} ${unit}: ${outcome}`);
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
