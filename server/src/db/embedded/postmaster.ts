import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  pid: number;
  port: number;
  socket: string;
  /** 'starting' covers the recovery after a crash, which can take minutes. */
  status: 'starting' | 'stopping' | 'ready';
}

/** Reads the text of postmaster.pid; undefined while PostgreSQL is still writing it. */
export function parsePostmaster(text: string): Postmaster | undefined {
  const [pid, , , port, socket, , , status] = text.split('\n').map((line) => line.trim());
  if (!pid || !/^\d+$/.test(pid) || !port || !socket) return undefined;
  const known = status === 'ready' || status === 'stopping' ? status : 'starting';
  return { pid: Number(pid), port: Number(port), socket, status: known };
}

/** The PostgreSQL that serves this cluster at this moment, if one does. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const text = pidFile(cluster);
  const postmaster = text === undefined ? undefined : parsePostmaster(text);
  return postmaster && worksIn(postmaster.pid, cluster) ? postmaster : undefined;
}

/**
 * Every process that still works in a cluster: the postmaster, and sessions that have outlived a
 * killed one. Starting beside them would damage the data.
 */
export function processesIn(cluster: string): number[] {
  const text = pidFile(cluster);
  // PostgreSQL removes the file as its last act of an orderly end.
  if (text === undefined) return [];
  if (process.platform !== 'linux') {
    const pid = Number(text.split('\n')[0]);
    return pid > 0 && worksIn(pid, cluster) ? [pid] : [];
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => worksIn(pid, cluster));
}

/**
 * Removes the lock files that a killed PostgreSQL has left, when its process number still exists: it
 * has come to belong to another program, or nobody has collected the dead process yet. PostgreSQL
 * would take that for itself at work and refuse to start. Call it only when nobody works in the
 * cluster.
 */
export function removeStaleLocks(cluster: string, socketLock: string): void {
  removeStale(join(cluster, 'postmaster.pid'));
  removeStale(socketLock);
}

function removeStale(path: string): void {
  const text = textOf(path);
  if (text === undefined || !existsProcess(Number(text.split('\n')[0]))) return;
  const aside = `${path}.${process.pid}`;
  renameSync(path, aside);
  // Had a PostgreSQL started since we looked, the file would be its own.
  if (readFileSync(aside, 'utf8') === text) rmSync(aside);
  else renameSync(aside, path);
}

export function existsProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pidFile(cluster: string): string | undefined {
  return textOf(join(cluster, 'postmaster.pid'));
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A process number alone proves nothing: after a restart of the machine another program may bear it. */
function worksIn(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    }
    const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
    return command.toString().includes(cluster);
  } catch {
    return false;
  }
}
