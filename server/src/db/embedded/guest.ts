import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Binaries } from './binaries.ts';
import type { Layout } from './layout.ts';
import { serverEnvironment, type ServerUser } from './server-user.ts';

/** A process that holds the door of an embedded database open, and so keeps PostgreSQL alive (see keeper.sh). */
export interface Guest {
  isWelcome(): boolean;
  /** Says good-bye, without letting go of the door yet. */
  sayGo(): void;
  /** The keeper's answer to the good-bye. */
  answer(): 'last' | 'others' | undefined;
  letGo(): void;
}

export function enter(layout: Layout): Guest {
  const name = randomUUID();
  // A FIFO opens for writing only while somebody reads it; opened for both, it never waits.
  const anchor = openSync(layout.door, constants.O_RDWR);
  const door = openSync(layout.door, constants.O_WRONLY);
  writeSync(door, `come ${name}\n`);
  closeSync(anchor);
  const note = (word: string) => join(layout.guests, `${name}.${word}`);
  const received = (word: string) => {
    if (!existsSync(note(word))) return false;
    rmSync(note(word), { force: true });
    return true;
  };
  let open = true;
  return {
    isWelcome: () => received('welcome'),
    sayGo: () => void (hasKeeper(layout) && writeSync(door, `go ${name}\n`)),
    answer: () => (received('last') ? 'last' : received('others') ? 'others' : undefined),
    letGo: () => {
      if (open) closeSync(door);
      open = false;
    },
  };
}

/** Whether anybody reads the door: a keeper, or for an instant a process that is starting one. */
export function hasKeeper(layout: Layout): boolean {
  try {
    closeSync(openSync(layout.door, constants.O_WRONLY | constants.O_NONBLOCK));
    return true;
  } catch {
    return false;
  }
}

/** The script goes by value: PostgreSQL's user may have no way into the folder of the program. */
const script = readFileSync(fileURLToPath(new URL('./keeper.sh', import.meta.url)), 'utf8')
  .replace(/^ *#.*\n/gm, '')
  .trim();

export function startKeeper(layout: Layout, binaries: Binaries, user: ServerUser): ChildProcess {
  const anchor = openSync(layout.door, constants.O_RDWR);
  const door = openSync(layout.door, constants.O_RDONLY);
  closeSync(anchor);
  const out = openSync(layout.startLog, 'w', 0o644);
  try {
    const keeper = spawn(
      '/bin/sh',
      ['-c', script, 'nhip-database', binaries.postgres, layout.cluster, layout.guests],
      { ...user, cwd: '/', env: serverEnvironment, stdio: [door, out, out], detached: true },
    );
    keeper.on('error', () => {});
    keeper.unref();
    return keeper;
  } finally {
    closeSync(door);
    closeSync(out);
  }
}
