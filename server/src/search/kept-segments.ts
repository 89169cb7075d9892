import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { buildIndex, type SearchIndex } from './search-index.ts';
import { listSegments, wholeState } from './segment-states.ts';

export interface Segment {
  name: string;
  framework: string | null;
  index: SearchIndex;
}

export interface Segments {
  list: readonly Segment[];
  /** newer content is being read */
  refreshing: boolean;
}

/** How long what was looked up is taken for true, and how long a search waits for what is newer. */
const TRUE_FOR_MS = 500;
const PATIENCE_MS = 250;

/**
 * The indexes of one process. They are built from the tables, so several processes agree: each looks at
 * the state of the tables when it is searched, at most twice a second, and reads anew the parts that
 * have moved on. Meanwhile searches are answered from what there was, after a little patience; only the
 * very first one waits.
 */
export function keptSegments(db: Kysely<DB>): () => Promise<Segments> {
  let known: { state: string; segments: Map<string, Segment & { state: string }> } | undefined;
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;
  let building: Promise<void> | undefined;

  const build = async (state: string) => {
    const before = known?.segments;
    const segments = new Map<string, Segment & { state: string }>();
    for (const { name, state, framework, read } of await listSegments(db)) {
      const same = before?.get(name);
      const index = same?.state === state ? same.index : await buildIndex(await read());
      segments.set(name, { name, state, framework, index });
    }
    known = { state, segments };
  };
  const look = async () => {
    const state = await wholeState(db);
    lookedAt = performance.now();
    if (state === known?.state || building) return;
    building = build(state)
      .catch((fault: unknown) => {
        lookedAt = -Infinity;
        throw fault;
      })
      .finally(() => (building = undefined));
    // whoever waits hears of a fault; nobody may be waiting
    building.catch(() => undefined);
  };
  return async () => {
    if (performance.now() - lookedAt > TRUE_FOR_MS) {
      looking ??= look().finally(() => (looking = undefined));
      await looking;
    }
    if (!known) await building;
    else if (building) await Promise.race([building, wait(PATIENCE_MS)]);
    return { list: [...known!.segments.values()], refreshing: building !== undefined };
  };
}
