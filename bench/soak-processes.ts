import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processesIn } from '../server/src/db/embedded/postmaster.ts';

const clusterOf = (home: string) => join(home, 'main', 'postgres', 'cluster');

/** PostgreSQL of an installation with the processes that look after it, and all of their children. */
export function databaseProcesses(home: string): number[] {
  const parents = readParents();
  const postgres = processesIn(clusterOf(home));
  const keepers = postgres
    .map((pid) => parents.get(pid))
    .filter((pid) => pid !== undefined && commandOf(pid).includes(home)) as number[];
  const family = new Set([...postgres, ...keepers]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** Kills without a word, as a power cut would. */
export function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended by itself
    }
  }
}

/** Waits until no PostgreSQL works for the installation any more; gives what is left after `seconds`. */
export async function untilDatabaseRests(home: string, seconds = 30): Promise<number[]> {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    if (processesIn(clusterOf(home)).length === 0) return [];
    await wait(50);
  }
  return processesIn(clusterOf(home));
}

function readParents(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // it has just ended
    }
  }
  return parents;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
