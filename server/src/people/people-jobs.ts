import { keepDoing } from '#src/jobs/keep-doing.ts';
import type { Platform } from '#src/platform.ts';
import { getActor } from '#src/actors/find-actor.ts';
import type { Doors } from './doors.ts';
import { eraseDue } from './erase-due.ts';
import { holdingsOf } from './holdings.ts';

const SIX_HOURS = 6 * 3600;

/**
 * Keeps the promises of "until": at once and then every `seconds` erases what has come to its end.
 * Returns the way to stop it. Several processes may do so at the same time.
 */
export function keepErasing(
  platform: Platform,
  doors: Doors,
  report: (fault: unknown) => void,
  seconds = SIX_HOURS,
): () => Promise<void> {
  const sweep = async (signal: AbortSignal) => {
    const system = await getActor(platform.db, 'system', 'retention');
    await eraseDue(platform.db, system, holdingsOf(doors), { signal });
  };
  return keepDoing(sweep, { seconds, report });
}
