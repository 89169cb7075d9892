// What it costs a request to know who asks: the same page asked as a visitor and as a signed-in member
// of an organisation, in turn, over HTTP on this machine. The embedded database, the program's own role.
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { insertSession } from '../server/src/accounts/sessions.ts';
import { getActor } from '../server/src/actors/find-actor.ts';
import { buildApp } from '../server/src/app.ts';
import { readConfig } from '../server/src/config.ts';
import { importers } from '../server/src/importers.ts';
import { openInstallation } from '../server/src/installation/open.ts';
import { openJobs } from '../server/src/jobs/pg-boss.ts';
import type { Platform } from '../server/src/platform.ts';
import {
  findDemonstrationAccount,
  insertDemonstrationAccounts,
} from '../server/src/sign-in/demonstration-accounts.ts';
import { sessionCookieName, signedSessionToken } from '../server/src/sign-in/session-cookie.ts';
import { removeFolder, temporaryFolder } from '../journeys/start-server.ts';
import { percentile } from './statistics.ts';

const limit = 1;
const rounds = 3_000;
const page = '/api/installation';

const home = await temporaryFolder('bench');
try {
  const config = readConfig({ NHIP_HOME: home, PORT: '0' });
  const opened = await openInstallation(config, 'demo', { create: true });
  const { db } = opened.database;
  const jobs = openJobs(opened.database.pool, () => undefined);
  const platform: Platform = { ...opened, db, jobs, programVersion: 'bench', letters: 'shown' };
  await insertDemonstrationAccounts(db, await getActor(db, 'system', 'bench'));
  const app = await buildApp(platform, { config, importers });
  await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    await measure((app.server.address() as AddressInfo).port, await cookieOf(platform));
  } finally {
    await app.close();
    await opened.close();
  }
} finally {
  await removeFolder(home);
}

async function measure(port: number, cookie: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (headers: Record<string, string>) => timed(port, agent, headers);
  const visitor: number[] = [];
  const member: number[] = [];
  for (let round = -200; round < rounds; round++) {
    const [first, second] = [await ask({}), await ask({ cookie })];
    if (round < 0) continue;
    visitor.push(first);
    member.push(second);
  }
  agent.destroy();
  console.table({
    visitor: row(visitor),
    'signed in': row(member),
  });
  const added = percentile(member, 0.5) - percentile(visitor, 0.5);
  console.log(
    `the session check adds ${added.toFixed(2)} ms at p50, limit ${limit} ms: ` +
      (added <= limit ? 'reached' : 'NOT reached'),
  );
}

function row(times: readonly number[]): Record<string, string> {
  const at = (share: number) => `${percentile(times, share).toFixed(2)} ms`;
  return { requests: String(times.length), p50: at(0.5), p95: at(0.95) };
}

function timed(port: number, agent: Agent, headers: Record<string, string>): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: page, agent, headers }, (reply) => {
      if (reply.statusCode !== 200) reject(new Error(`${page}: ${reply.statusCode}`));
      reply.resume().on('end', () => resolve(performance.now() - start));
    })
      .on('error', reject)
      .end();
  });
}

async function cookieOf({ db, secret }: Platform): Promise<string> {
  const account = await findDemonstrationAccount(db, 'administrator');
  if (!account) throw new Error('the demonstration has no administrator');
  const token = await db
    .transaction()
    .execute((trx) => insertSession(trx, { ...account, ipAddress: null, userAgent: null }));
  return `${sessionCookieName(false)}=${signedSessionToken(token, secret)}`;
}
