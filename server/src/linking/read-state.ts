import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LinkingState } from './contract.ts';
import type { Linker } from './engine/linker.ts';
import { readIndexSet } from './index-set.ts';
import { linkerVersion } from './linker-version.ts';
import { findLastEnd, findOpenRun } from './relinking/run-queries.ts';

/** How far the texts of this installation are linked, and by what. */
export async function readLinkingState({
  db,
  linker,
}: {
  db: Kysely<DB>;
  linker: Linker;
}): Promise<LinkingState> {
  const set = await readIndexSet(db);
  const engine = await linker.findEngine(db, set);
  const run = await findOpenRun(db);
  const hybrid = linker.status(set);
  return {
    hybrid,
    linkerVersion: linkerVersion(hybrid === 'off' ? 'dictionary' : 'hybrid'),
    frameworks: set.versions.map(({ framework: code, version }) => ({ code, version })),
    linkedAt: engine ? ((await findLastEnd(db, engine.id))?.toISOString() ?? null) : null,
    builtAt: engine?.index ? engine.builtAt.toISOString() : null,
    run: run ? { done: run.done, total: run.total, startedAt: run.startedAt.toISOString() } : null,
  };
}
