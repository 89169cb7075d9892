import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Proposal } from '../lexical/propose-pairs.ts';
import type { Found, Sought } from './pair-thread.ts';

const SCRIPT = new URL('pair-thread.ts', import.meta.url);

/** The search of the engine in a thread of its own: building its index takes seconds. */
export async function* seekPairs(
  sought: Sought,
  signal?: AbortSignal,
): AsyncGenerator<{ items: number; proposals: Proposal[] }> {
  const worker = new Worker(SCRIPT, {
    workerData: sought,
    resourceLimits: { maxOldGenerationSizeMb: 1500 },
  });
  try {
    // an 'error' of the worker ends the loop by throwing it
    for await (const [found] of on(worker, 'message', { signal, close: ['exit'] })) {
      if ((found as Found) === 'done') return;
      yield found as Exclude<Found, 'done'>;
    }
    throw new Error('the thread that looked for crosswalks has ended');
  } finally {
    await worker.terminate();
  }
}
