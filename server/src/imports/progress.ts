import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Progress {
  phase: 'staging' | 'applying';
  done: number;
  /** null until the file has been read once */
  total: number | null;
}

export type OnProgress = (progress: Progress) => void;

export interface WorkOptions {
  onProgress?: OnProgress | undefined;
  /** Asks the work to stop soon; what was not committed is done again when the run is resumed. */
  signal?: AbortSignal | undefined;
}

/** Lets requests that wait have their turn; a long computation calls it between its steps. */
export async function breathe(): Promise<void> {
  await nextTurn();
}

/** Says when it is time to breathe: of many small steps only where they have taken this long together. */
export function everyFew(milliseconds = 10): () => boolean {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return false;
    last = now;
    return true;
  };
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
