import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { keepDoing } from '#src/jobs/keep-doing.ts';
import { inputRevisions } from '#src/measures/input-revision.ts';
import type { Linker } from '../engine/linker.ts';
import { relinkTexts } from './relink-texts.ts';
import type { TextSource } from './text-source.ts';

/** What fails again and again, such as an index that does not fit into memory, is tried again rarely. */
const LONGEST_PAUSE = 600_000;

/**
 * Links what came in and what moved, at once and then every `seconds`; looks for texts only when an
 * input has moved since all were linked. Returns the way to stop it.
 */
export function keepLinking(
  platform: { db: Kysely<DB>; linker: Linker },
  sources: readonly TextSource[],
  report: (fault: unknown) => void,
  seconds = 3,
): () => Promise<void> {
  let linked: string | undefined;
  let failures = 0;
  let notBefore = 0;
  const turn = async (signal: AbortSignal) => {
    if (Date.now() < notBefore) return;
    // what people decide is put on links by themselves
    const { frameworks, demand, programmes } = await inputRevisions(platform.db);
    const state = `${frameworks} ${demand} ${programmes}`;
    if (state === linked) return;
    try {
      const outcome = await relinkTexts(platform, sources, { signal, report });
      if (outcome === 'nothing') linked = state;
      failures = 0;
    } catch (fault) {
      if (signal.aborted) return;
      failures += 1;
      notBefore = Date.now() + Math.min(LONGEST_PAUSE, seconds * 1000 * 2 ** failures);
      throw fault;
    }
  };
  return keepDoing(turn, { seconds, report });
}
