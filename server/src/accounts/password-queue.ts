import { availableParallelism } from 'node:os';
import { Problem } from '#src/errors.ts';

/** Hashes at once: each takes 19 MiB and a core, and files need a thread of the pool too. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1));
/** Who comes when so many wait already is told to come back: a flood must not hold everybody up. */
export const MOST_WAITING = 64;
const COME_BACK_SECONDS = 5;

let running = 0;
const waiting: (() => void)[] = [];

/** Throws too-many-attempts while the queue of passwords to be hashed is full. */
export function insistPasswordTurn(): void {
  if (waiting.length >= MOST_WAITING) {
    throw new Problem('too-many-attempts', { seconds: COME_BACK_SECONDS });
  }
}

/** Runs `hash` when its turn comes. Throws too-many-attempts when the queue is full. */
export async function inPasswordTurn<T>(hash: () => Promise<T>): Promise<T> {
  insistPasswordTurn();
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
