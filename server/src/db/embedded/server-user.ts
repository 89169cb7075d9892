import { statSync } from 'node:fs';
import { join } from 'node:path';

/** The user that PostgreSQL runs as, in the shape that child_process takes; empty: as we do ourselves. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/** "nobody" on every Linux and the highest 16-bit user otherwise: owns nothing, needs no entry. */
const unprivileged = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. For root we take the owner of the cluster that is there, so
 * that a command run with sudo leaves the data of an ordinary user theirs; else an unprivileged user.
 */
export function serverUser(folder: string): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const owner = ownerOf(join(folder, 'cluster'));
  return owner && owner.uid !== 0 ? owner : unprivileged;
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  const entry = statSync(path, { throwIfNoEntry: false });
  return entry && { uid: entry.uid, gid: entry.gid };
}

/** What the children see of the environment: their messages stay English, which we read. */
export const serverEnvironment = {
  PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
};
