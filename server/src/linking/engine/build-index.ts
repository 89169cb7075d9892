import { Worker } from 'node:worker_threads';
import type { ContentPage } from '../index-content.ts';
import type { BuildOrder, Built } from './build-thread.ts';

const SCRIPT = new URL('build-thread.ts', import.meta.url);

/** Builds an index of some content in a thread of its own and puts it in its place. */
export async function buildIndex(
  path: string,
  content: AsyncIterable<ContentPage>,
  signal: AbortSignal,
): Promise<Built> {
  const worker = new Worker(SCRIPT, { resourceLimits: { maxOldGenerationSizeMb: 1500 } });
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end);
  try {
    const built = new Promise<Built>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread that built the index has ended')));
    });
    built.catch(() => undefined);
    for await (const page of content) worker.postMessage({ page } satisfies BuildOrder);
    worker.postMessage({ path } satisfies BuildOrder);
    return await built;
  } finally {
    signal.removeEventListener('abort', end);
    await worker.terminate();
  }
}
