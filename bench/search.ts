// Search over the names of ESCO and O*NET (well over 25,000 things) for 16 people who type at once,
// through HTTP, with half of the queries misspelt: on the embedded database, and on the PostgreSQL that
// NHIP_BENCH_DATABASE_URL names (it makes a database there and drops it again). There also what the
// same queries cost when the database itself looks for near names (pg_trgm), in the same run.
import { Agent, get } from 'node:http';
import { openPool } from '../server/src/db/pool.ts';
import { readConfig } from '../server/src/config.ts';
import { getActor } from '../server/src/actors/find-actor.ts';
import type { AnyRow } from '../server/src/frameworks/importing/framework-row.ts';
import { openInstallation } from '../server/src/installation/open.ts';
import { openJobs } from '../server/src/jobs/pg-boss.ts';
import { confirmAndApply, runImportOf } from '../server/src/testing/import-rows.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { nhip, removeFolder, temporaryFolder } from '../journeys/start-server.ts';
import { madeRows, realRows } from './search-rows.ts';
import { percentile } from './statistics.ts';

const clients = 16;
const searchesEach = 150;
const limits = { embedded: 100, PostgreSQL: 50 };
const data = sharedData();
const files = data ? realRows(data) : madeRows();
const names = files.flat().flatMap(namesOf);
const entries = files.flat().filter(({ type }) => type === 'item' || type === 'role').length;
console.log(`${entries} things with ${names.length} names${data ? '' : ' (made up)'}`);
const queries = typedQueries(4_000);

const agent = new Agent({ keepAlive: true, maxSockets: clients });
const rows: Record<string, object> = {};
await measure('embedded', undefined);
const server = process.env.NHIP_BENCH_DATABASE_URL;
if (server) await onServer(server);
else console.log('PostgreSQL: skipped, NHIP_BENCH_DATABASE_URL names none');
console.table(rows);

async function onServer(url: string): Promise<void> {
  const admin = openPool({ connectionString: url, max: 1 });
  const name = `nhip_bench_${process.pid}`;
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    await measure('PostgreSQL', own.href);
    await measureTrigrams(own.href);
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

async function measure(where: 'embedded' | 'PostgreSQL', url: string | undefined): Promise<void> {
  const home = await temporaryFolder('bench');
  try {
    await load(home, url);
    const environment = { PORT: '0', ...(url && { DATABASE_URL: url }) };
    const child = nhip(['serve', '--json'], home, environment);
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout!.on('data', (chunk) => {
        said += String(chunk);
        const ready = /"url": "([^"]+)"/.exec(said);
        if (ready) resolve(ready[1]!);
      });
      child.once('exit', (code) => reject(new Error(`nhip serve ended with ${code}: ${said}`)));
    });
    try {
      const start = performance.now();
      await ask(address, 'manage');
      const first = performance.now() - start;
      await typeAtOnce((query) => ask(address, query), 20);
      const times = await typeAtOnce((query) => ask(address, query), searchesEach);
      const p95 = report(where, times, { 'first search, index still being read': first });
      console.log(
        `${where}: p95 ${p95.toFixed(1)} ms with ${clients} clients, limit ${limits[where]} ms: ` +
          (p95 <= limits[where] ? 'reached' : 'NOT reached'),
      );
      if (p95 > limits[where]) process.exitCode = 1;
    } finally {
      child.kill('SIGINT');
      await new Promise((resolve) => child.once('exit', resolve));
    }
  } finally {
    await removeFolder(home);
  }
}

async function load(home: string, url: string | undefined): Promise<void> {
  const config = readConfig({ NHIP_HOME: home, ...(url && { DATABASE_URL: url }) });
  const opened = await openInstallation(config, 'main', { create: true });
  try {
    const { database, files: store, linker, secret } = opened;
    const jobs = openJobs(database.pool, () => undefined);
    const platform = {
      ...{ db: database.db, files: store, jobs, linker, secret },
      ...{ kind: 'main' as const, programVersion: 'bench', letters: 'kept' as const },
    };
    const actor = await getActor(database.db, 'command-line', 'bench');
    for (const file of files) {
      const { id, importer } = await runImportOf(platform, actor, file);
      await confirmAndApply(platform, actor, id, importer);
    }
    await jobs.stop();
  } finally {
    await opened.close();
  }
}

/** A search table as PostgreSQL itself would have it, asked by as many connections. */
async function measureTrigrams(url: string): Promise<void> {
  const pool = openPool({ connectionString: url, max: clients });
  try {
    await pool.query('create extension if not exists pg_trgm');
    await pool.query('create table names (name text)');
    await pool.query('insert into names select distinct lower(n) from unnest($1::text[]) n', [
      names,
    ]);
    await pool.query('create index on names using gin (name gin_trgm_ops)');
    await pool.query('analyze names');
    const search = (query: string) =>
      pool.query('select name from names where name %> $1 order by name <->> $1 limit 20', [
        query.toLowerCase(),
      ]);
    await typeAtOnce(search, 5);
    report('pg_trgm on the same PostgreSQL', await typeAtOnce(search, 30));
  } finally {
    await pool.end();
  }
}

/** Everybody searches again as soon as there is an answer. */
async function typeAtOnce(search: (query: string) => Promise<unknown>, each: number) {
  const times: number[] = [];
  const person = async (_: unknown, who: number) => {
    for (let turn = 0; turn < each; turn += 1) {
      const start = performance.now();
      await search(queries[(who * each + turn) % queries.length]!);
      times.push(performance.now() - start);
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: clients }, person));
  return Object.assign(times, { perSecond: (1000 * times.length) / (performance.now() - begin) });
}

function report(name: string, times: number[] & { perSecond: number }, more: object = {}): number {
  const p95 = percentile(times, 0.95);
  rows[name] = {
    p50: round(percentile(times, 0.5)),
    p95: round(p95),
    p99: round(percentile(times, 0.99)),
    'searches per second': Math.round(times.perSecond),
    ...Object.fromEntries(
      Object.entries(more).map(([key, value]) => [key, round(value as number)]),
    ),
  };
  return p95;
}

function round(ms: number): number {
  return Number(ms.toFixed(1));
}

function ask(address: string, query: string): Promise<void> {
  const url = new URL(`/api/search?${new URLSearchParams({ q: query })}`, address);
  return new Promise((resolve, reject) => {
    get(url, { agent }, (reply) => {
      reply.resume();
      reply.on('end', () =>
        reply.statusCode === 200
          ? resolve()
          : reject(new Error(`${url.href}: ${reply.statusCode}`)),
      );
    }).on('error', reject);
  });
}

/** Beginnings of names as they are typed, whole names, some of their words; every second one misspelt. */
function typedQueries(count: number): string[] {
  let seed = 11;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: count }, (_, at) => {
    const name = names[random(names.length)]!.slice(0, 60);
    const words = name.split(' ');
    const query = [
      name.slice(0, 2 + random(8)),
      name,
      words.slice(0, 2).join(' '),
      words.toReversed().slice(0, 2).join(' '),
    ][at % 4]!;
    if (random(2) === 0 || query.length < 4) return query;
    const place = 1 + random(query.length - 2);
    const [before, letter, after] = [query.slice(0, place), query[place]!, query.slice(place + 1)];
    return [before + after, before + letter + letter + after, `${before}e${after}`][random(3)]!;
  });
}

function namesOf(row: AnyRow): string[] {
  if (row.type !== 'item' && row.type !== 'role') return [];
  const others =
    row.type === 'item'
      ? row.aliases.map(({ form }) => form)
      : row.titles.map(({ title }) => title);
  return [...row.texts.map(({ value }) => value), ...others];
}
