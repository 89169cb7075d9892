// The first screen and the coverage view under 16 clients on the real data, finished answers against
// answers computed for every request, in the same run. Server and clients share one process, so the
// clients' own work is in the figures.
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { buildApp } from '../server/src/app.ts';
import { throwawayFolder } from '../server/src/db/throwaway.ts';
import { computeCoverage } from '../server/src/gap/compute-coverage.ts';
import { importers } from '../server/src/importers.ts';
import { confirmAndApply, runImport } from '../server/src/imports/run-import.ts';
import { openInstallation } from '../server/src/installation/open.ts';
import type { Platform } from '../server/src/platform.ts';
import type { ProgrammeList } from '../server/src/programmes/contract.ts';
import { getActor } from '../server/src/sign-in/find-actor.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { percentile } from './statistics.ts';

const CLIENTS = 16;
const REQUESTS = 3200;
const COMPUTED = 10;

const folder = sharedData();
if (!folder) console.log('skipped: the shared data folder is absent');
else await run(folder);

async function run(data: string): Promise<void> {
  const place = await throwawayFolder();
  const config = { home: place.folder, port: 0, host: '127.0.0.1', language: 'en' as const };
  const opened = await openInstallation(
    { ...config, databaseUrl: process.env.DATABASE_URL, publicUrl: undefined },
    'main',
    { create: true },
  );
  try {
    const jobs = { send: () => Promise.reject(new Error('nothing waits in a queue here')) };
    const { database, files, kind } = opened;
    const platform: Platform = { db: database.db, files, jobs, kind, programVersion: 'bench' };
    await importAll(platform, data);
    const app = await buildApp(platform, { config: { publicUrl: undefined }, importers });
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    try {
      await measure(platform, address);
    } finally {
      await app.close();
    }
  } finally {
    await opened.close();
    await place.remove();
  }
}

async function importAll(platform: Platform, data: string): Promise<void> {
  const actor = await getActor(platform.db, 'command-line', 'bench');
  const ads = {
    kind: 'advertisements' as const,
    path: join(data, 'itviec_2025_11/itviec_clean.csv.gz'),
  };
  const programmes = {
    kind: 'programme' as const,
    path: join(data, 'uet_2023/uet_parsed.json'),
    institution: 'VNU-UET',
  };
  for (const file of [ads, programmes]) {
    const run = await runImport(platform, importers, actor, file);
    await confirmAndApply(platform, importers, actor, run.id);
  }
}

async function measure(platform: Platform, address: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const ask = (path: string) => request(agent, `${address}${path}`);
  const cold = await timed(() => ask('/api/overview'));
  const [programme] = JSON.parse(await ask('/api/programmes')) as ProgrammeList;
  const coverage = `/api/coverage?programme=${programme!.id}`;
  const coldCoverage = await timed(() => ask(coverage));
  const actor = await getActor(platform.db, 'command-line', 'bench');
  const computed: number[] = [];
  for (let round = 0; round < COMPUTED; round += 1) {
    computed.push(
      await timed(() => computeCoverage(platform, actor, programme!.versionId).then(() => '')),
    );
  }
  console.table({
    'GET /api/overview': await underLoad(() => ask('/api/overview'), cold),
    [`GET ${coverage}`]: await underLoad(() => ask(coverage), coldCoverage),
    'computed for every request, one client': row(computed, computed[0]!),
  });
  agent.destroy();
}

async function underLoad(ask: () => Promise<string>, cold: number) {
  const times: number[] = [];
  const client = async () => {
    while (times.length < REQUESTS) times.push(await timed(ask));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return row(times, cold);
}

function row(times: number[], first: number) {
  const rounded = (share: number) => Math.round(percentile(times, share) * 10) / 10;
  return {
    requests: times.length,
    'first, ms': Math.round(first),
    'p50, ms': rounded(0.5),
    'p95, ms': rounded(0.95),
    'p99, ms': rounded(0.99),
  };
}

async function timed(work: () => Promise<string>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function request(agent: Agent, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (reply) => {
      let body = '';
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => (body += part));
      reply.on('end', () =>
        reply.statusCode === 200 ? resolve(body) : reject(new Error(`${reply.statusCode} ${body}`)),
      );
    }).on('error', reject);
  });
}
