import { availableParallelism } from 'node:os';
import { Problem } from '#src/errors.ts';

/** Hashes at once: each takes 19 MiB and a core, and files need a thread of the pool too. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1));
/** Who comes when so many are being served is told to come back: a flood must not hold everybody up. */
const MOST_ADMITTED = 64;
const COME_BACK_SECONDS = 5;

let admitted = 0;

/** Serves a request with a password in it. Throws too-many-attempts while too many are being served. */
export async function admitPassword<T>(serve: () => Promise<T>): Promise<T> {
  if (admitted >= MOST_ADMITTED) {
    throw new Problem('too-many-attempts', { seconds: COME_BACK_SECONDS });
  }
  admitted += 1;
  try {
    return await serve();
  } finally {
    admitted -= 1;
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `hash` when its turn comes. */
export async function inPasswordTurn<T>(hash: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else running += 1;
  try {
    return await hash();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
