import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { removeFolder } from '../journeys/start-server.ts';
import type { Told, Way } from './soak-attempts.ts';
import { databaseProcesses, killAll, untilDatabaseRests } from './soak-processes.ts';
import { readState, type State } from './soak-state.ts';

export interface Round {
  way: Way;
  file: string;
  /** An installation in which nothing has been imported, and a folder for a copy of it. */
  template: string;
  home: string;
  /** When to kill, in milliseconds from the start of the import; asked again when the import was faster. */
  moment: () => number;
  withDatabase: boolean;
  /** What the database holds before an import, and after one that nobody disturbed. */
  before: State;
  after: State;
}

export interface RoundResult {
  killedAfter: number;
  found: string;
  resumedIn: number;
  faults: string[];
}

/** Imports, kills, looks, resumes, and looks again. */
export async function killAndResume(round: Round): Promise<RoundResult> {
  const { told, killedAfter } = await untilKilled(round);
  const faults: string[] = [];
  // Half of the time whoever comes next waits until the database has gone, half of the time not.
  if (!round.withDatabase && Math.random() < 0.5) faults.push(...(await leftovers(round.home)));
  const left = await readState(round.home);
  faults.push(...left.faults, ...lost(told, left), ...halfApplied(left, round));

  const start = performance.now();
  const again = await round.way(round.home, round.file);
  await again.applied.finally(() => again.close());
  const resumedIn = performance.now() - start;
  faults.push(...(await leftovers(round.home)));

  const end = await readState(round.home);
  faults.push(...end.faults);
  if (end.runs.some(({ status }) => status !== 'applied')) {
    faults.push(`ends as ${end.runs.map(({ status }) => status).join(', ')}`);
  }
  if (end.digest !== round.after.digest) faults.push('the end differs from an undisturbed import');
  if (end.counts.demandRevision !== round.after.counts.demandRevision) {
    faults.push(`demand moved ${end.counts.demandRevision} times`);
  }
  faults.push(...(await leftovers(round.home)));
  const [run] = left.runs;
  return {
    killedAfter,
    found: run ? `${run.status}, ${run.staged} rows` : 'no run',
    resumedIn,
    faults,
  };
}

async function untilKilled(round: Round): Promise<{ told: Told; killedAfter: number }> {
  for (let tries = 0; tries < 20; tries += 1) {
    await copyInstallation(round.template, round.home);
    const attempt = await round.way(round.home, round.file);
    const killedAfter = round.moment();
    const finished = await Promise.race([
      attempt.applied.then(() => true),
      wait(killedAfter).then(() => false),
    ]);
    if (!finished) {
      const database = round.withDatabase ? databaseProcesses(round.home) : [];
      killAll([attempt.pid, ...database]);
      await attempt.applied.catch(() => undefined);
      return { told: { ...attempt.told }, killedAfter };
    }
    await attempt.close();
    await removeFolder(round.home);
  }
  throw new Error('the import was faster than the kill twenty times in a row');
}

/** A plain copy by the system keeps the owners of the database's files and its FIFO. */
export async function copyInstallation(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
}

async function leftovers(home: string): Promise<string[]> {
  const pids = await untilDatabaseRests(home);
  return pids.length > 0 ? [`PostgreSQL stays behind: ${pids.join(', ')}`] : [];
}

function lost(told: Told, { runs: [run] }: State): string[] {
  if (!run) return told.started ? ['the import that was acknowledged is not there'] : [];
  const faults: string[] = [];
  if (run.staged < told.staged) faults.push(`${told.staged} rows were shown, ${run.staged} there`);
  const reached = ['staging', 'previewed', 'applying', 'applied'].indexOf(run.status);
  const promised = told.applied ? 3 : told.confirmed ? 2 : told.previewed ? 1 : 0;
  if (reached < promised) faults.push(`acknowledged more than ${run.status}`);
  return faults;
}

function halfApplied({ runs: [run], counts, digest }: State, { before, after }: Round): string[] {
  if (run?.status === 'applied') {
    return digest === after.digest ? [] : ['applied, but not what an undisturbed import applies'];
  }
  return JSON.stringify(counts) === JSON.stringify(before.counts)
    ? []
    : [`half-applied: ${JSON.stringify(counts)}`];
}
