import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Progress {
  phase: 'staging' | 'applying';
  done: number;
  /** null until the file has been read once */
  total: number | null;
}

export type OnProgress = (progress: Progress) => void;

/** Lets requests that wait have their turn; a long computation calls it between its steps. */
export async function breathe(): Promise<void> {
  await nextTurn();
}

/** Calls `write` with the newest value at most every `milliseconds`, never twice at a time; failures are not its business. */
export function atMostEvery(
  milliseconds: number,
  write: (done: number) => Promise<unknown>,
): (done: number) => void {
  let last = 0;
  let writing = false;
  return (done) => {
    const now = Date.now();
    if (writing || now - last < milliseconds) return;
    last = now;
    writing = true;
    void write(done)
      .catch(() => undefined)
      .finally(() => (writing = false));
  };
}
