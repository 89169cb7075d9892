import { setTimeout } from 'node:timers/promises';

/**
 * Gives its answer, or its refusal, not before this time has passed: how long the work took, with a
 * letter written or without, says nothing about who has an account.
 */
export async function inNoLessThan<T>(
  milliseconds: number | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (milliseconds === undefined) return work();
  const [done] = await Promise.allSettled([work(), setTimeout(milliseconds)]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
