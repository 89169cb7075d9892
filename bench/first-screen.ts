// The first screen and the coverage view for 16 readers at once on the real data, with the clients in
// a process of their own. In the same run: the shortest answer this server can give, and what an
// answer costs that is computed instead of being at hand.
import { computeCoverage } from '../server/src/gap/compute-coverage.ts';
import { openInstallation } from '../server/src/installation/open.ts';
import type { ProgrammeList } from '../server/src/programmes/contract.ts';
import { getActor } from '../server/src/actors/find-actor.ts';
import { sharedData } from '../server/src/testing/shared-data.ts';
import { Visitors, type PageRequest } from './page-requests.ts';
import { ask, files, importOver, withServer, type Installation } from './real-server.ts';
import { percentile } from './statistics.ts';

const limit = 200;
const readers = 16;
const pagesEach = 200;
const computations = 10;

const data = sharedData();
if (!data) console.log('skipped: the shared data folder is absent');
else await withServer((at, home) => run(at, home, data));

async function run(at: Installation, home: string, folder: string): Promise<void> {
  await importOver(at, files.advertisements(folder), { kind: 'advertisements', source: 'itviec' });
  await importOver(at, files.programme(folder), { kind: 'programme', institution: 'VNU-UET' });
  const programmes = await ask<ProgrammeList>(at, '/api/programmes');
  const { id, versionId } = programmes.find(({ code }) => code === '7480101')!;
  const firstScreen = { document: '/', data: [`/api/overview?programme=${id}`] };
  const coverage = { document: `/coverage/${id}`, data: [`/api/coverage?programme=${id}`] };

  const answered = await readAtOnce(at, firstScreen);
  console.table({
    'first screen: document and overview': row(answered),
    'coverage view: document and report': row(await readAtOnce(at, coverage)),
    'shortest answer (/healthz)': row(await readAtOnce(at, { document: '/healthz', data: [] })),
    'coverage computed anew, one after the other': row(await computed(home, versionId)),
  });
  const p95 = percentile(answered, 0.95);
  if (p95 > limit) process.exitCode = 1;
  console.log(
    `p95 of the first screen with ${readers} readers: ${p95.toFixed(1)} ms, limit ${limit} ms: ` +
      (p95 <= limit ? 'reached' : 'NOT reached'),
  );
}

/** Every reader opens the page again as soon as it is there. */
async function readAtOnce(at: Installation, page: PageRequest): Promise<number[]> {
  const times: number[] = [];
  const visitors = new Visitors(at, readers * 2);
  await visitors.open(page);
  const reader = async () => {
    for (let read = 0; read < pagesEach; read += 1) times.push(await visitors.open(page));
  };
  await Promise.all(Array.from({ length: readers }, reader));
  visitors.leave();
  return times;
}

async function computed(home: string, versionId: number): Promise<number[]> {
  const config = { home, port: 0, host: '127.0.0.1', language: 'en' as const };
  const opened = await openInstallation(
    {
      ...config,
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      secret: undefined,
      logLevel: 'error',
      trustProxy: undefined,
      pullHosts: [],
      linkingThreads: 0,
      postOffice: undefined,
      linkEndpoint: undefined,
      identityProvider: undefined,
      publicUrl: undefined,
    },
    'main',
    { create: false },
  );
  try {
    const { database, files: stored, kind } = opened;
    const jobs = { send: () => Promise.reject(new Error('nothing waits in a queue here')) };
    const platform = {
      db: database.db,
      files: stored,
      jobs,
      kind,
      programVersion: 'bench',
      secret: opened.secret,
      letters: 'kept' as const,
    };
    const actor = await getActor(database.db, 'command-line', 'bench');
    const times: number[] = [];
    for (let turn = 0; turn < computations; turn += 1) {
      const start = performance.now();
      await computeCoverage(platform, actor, versionId);
      times.push(performance.now() - start);
    }
    return times;
  } finally {
    await opened.close();
  }
}

function row(times: number[]) {
  const at = (share: number) => Number(percentile(times, share).toFixed(1));
  return { times: times.length, 'p50, ms': at(0.5), 'p95, ms': at(0.95), 'p99, ms': at(0.99) };
}
