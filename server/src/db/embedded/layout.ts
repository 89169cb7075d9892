import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where the parts of one embedded database lie. All of it belongs to the user that PostgreSQL runs as. */
export interface Layout {
  folder: string;
  /** PostgreSQL's own data folder. */
  cluster: string;
  settings: string;
  /** Not touched by us: an operator's own settings, read after ours. */
  localSettings: string;
  log: string;
  startLog: string;
  guests: string;
  /** The FIFO that every process using the database holds open. */
  door: string;
  socket: string;
  /** PostgreSQL's own, beside the socket. */
  socketLock: string;
}

export const port = 5432;
export const superuser = 'nhip';
export const databaseName = 'nhip';

/** The address of a Unix socket holds 108 bytes on Linux and 104 on macOS, the closing zero included. */
const longestSocketPath = 100;

/**
 * @param folder absolute, with symbolic links resolved
 * @param runtimeFolder where the socket goes when its path inside `folder` would be too long
 */
export function layoutOf(folder: string, runtimeFolder: string): Layout {
  const guests = join(folder, 'guests');
  const socket = socketFolder(folder, runtimeFolder);
  return {
    folder,
    cluster: join(folder, 'cluster'),
    settings: join(folder, 'settings.conf'),
    localSettings: join(folder, 'local.conf'),
    log: join(folder, 'log'),
    startLog: join(folder, 'log', 'start.log'),
    guests,
    door: join(guests, 'door'),
    socket,
    socketLock: join(socket, `.s.PGSQL.${port}.lock`),
  };
}

function socketFolder(folder: string, runtimeFolder: string): string {
  const inside = join(folder, 'socket');
  const address = join(inside, `.s.PGSQL.${port}`);
  // PostgreSQL reads a list of folders here: a comma or a quote in a name would split it.
  const plain = !/[,"'\\\n]/.test(inside);
  if (plain && Buffer.byteLength(address) <= longestSocketPath) return inside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(runtimeFolder, `nhip-${name}`);
}
