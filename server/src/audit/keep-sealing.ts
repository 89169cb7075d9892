import type { Platform } from '#src/platform.ts';
import { newSealing, sealFacts } from './seal.ts';

/**
 * Seals at once, then every `seconds`, and a last time when what it gives back is called: call that
 * when nothing writes any more. A fault is reported and the next turn tries again.
 */
export function keepSealing(
  { db }: Pick<Platform, 'db'>,
  report: (fault: unknown) => void,
  seconds = 10,
): () => Promise<void> {
  const sealing = newSealing();
  let turn = Promise.resolve();
  let busy = false;
  const seal = () => {
    busy = true;
    turn = sealFacts(db, sealing)
      .then(() => undefined, report)
      .finally(() => (busy = false));
  };
  seal();
  const timer = setInterval(() => {
    if (!busy) seal();
  }, seconds * 1000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await turn;
    seal();
    await turn;
  };
}
