import { sql, type Kysely, type Transaction } from 'kysely';
import { getActor } from '#src/actors/find-actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { inputRevisions, moveInput } from '#src/measures/input-revision.ts';
import { currentIndex, withRejected, type LinkIndex } from '../current-index.ts';
import type { Engine, Linker } from '../engine/linker.ts';
import { linkWith } from '../link-texts.ts';
import { holdDecisions, phrasesRevision } from '../standing-decisions.ts';
import { endRun, moveRun, openRun } from './run-queries.ts';
import type { LinkedOwner, OwnedLinks, TextSource } from './text-source.ts';

/** `superseded`: a framework or the lexicon moved meanwhile, and what is left is for another engine. */
export type Relinked = 'nothing' | 'done' | 'superseded' | 'busy';

export interface RelinkOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
  report?: ((fault: unknown) => void) | undefined;
}

/** Linked in a second or two; then one short transaction. */
const BATCH = 100;

/**
 * Links what another engine than the present one has linked, or none: texts that came in, all texts
 * after a framework or the lexicon moved. Batch by batch, each in a transaction of its own, so that it
 * goes on where it was stopped; meanwhile every text keeps the links that it has. Waits for the index.
 */
export async function relinkTexts(
  platform: { db: Kysely<DB>; linker: Linker },
  sources: readonly TextSource[],
  options: RelinkOptions = {},
): Promise<Relinked> {
  const { db } = platform;
  return db.connection().execute(async (connection) => {
    const key = sql`hashtextextended('relink-texts', 0)`;
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${key}) as mine`.execute(connection);
    if (!rows[0]!.mine) return 'busy';
    try {
      return await relinkAlone(platform, sources, options);
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection).catch(() => undefined);
    }
  });
}

async function relinkAlone(
  { db, linker }: { db: Kysely<DB>; linker: Linker },
  sources: readonly TextSource[],
  { signal, onProgress, report }: RelinkOptions,
): Promise<Relinked> {
  const { frameworks } = await inputRevisions(db);
  let present = await readPresent(db);
  const engine = await linker.getEngine(db, present.linkIndex.set);
  const engineSet = present.linkIndex.set.key;
  let left = 0;
  for (const source of sources) left += await source.count(db, engine.id);
  if (left === 0) return 'nothing';
  const run = await openRun(db, engine.id, left);
  let { done } = run;
  for (const source of sources) {
    for (let after = 0; ;) {
      signal?.throwIfAborted();
      if ((await inputRevisions(db)).frameworks !== frameworks) return supersede(db, run.id);
      if (present.phrases !== (await phrasesRevision(db))) {
        present = await readPresent(db);
        if (present.linkIndex.set.key !== engineSet) return supersede(db, run.id);
      }
      const owners = await source.list(db, engine.id, { after, limit: BATCH });
      if (owners.length === 0) break;
      const { linkIndex } = present;
      const linked = await linkOwners(linker, linkIndex, engine, owners, { signal, report });
      const written = await db
        .transaction()
        .execute((trx) => replaceLinks(trx, source, present, engine.id, linked));
      if (!written) continue;
      after = owners.at(-1)!.id;
      done += owners.length;
      await moveRun(db, run.id, done);
      onProgress?.({ done, total: Math.max(run.total, done) });
    }
  }
  await finish(db, run.id, engine, sources, done);
  return 'done';
}

/** What links are made of beside an engine: phrases that people gave, as of which decision. */
interface Present {
  phrases: number;
  linkIndex: LinkIndex;
}

async function readPresent(db: Kysely<DB>): Promise<Present> {
  // first, so that the index is as new as it says
  const phrases = await phrasesRevision(db);
  return { phrases, linkIndex: withRejected(await currentIndex(db)) };
}

async function supersede(db: Kysely<DB>, runId: number): Promise<Relinked> {
  await endRun(db, runId, 'superseded');
  return 'superseded';
}

async function linkOwners(
  linker: Linker,
  linkIndex: LinkIndex,
  engine: Engine,
  owners: readonly LinkedOwner[],
  options: Pick<RelinkOptions, 'signal' | 'report'>,
): Promise<OwnedLinks[]> {
  const texts = owners.flatMap((owner) => owner.texts);
  const linked = await linkWith(linker, linkIndex, engine, texts, options);
  let at = 0;
  return owners.map((owner) => ({
    ...owner,
    links: owner.texts.map(() => linked[at++]!.links),
  }));
}

/**
 * First of all locks that of the decisions: whoever decides waits for rows that this one removes. False, and
 * nothing written, where a phrase was given or taken back since the links were made.
 */
async function replaceLinks(
  trx: Transaction<DB>,
  source: TextSource,
  { phrases, linkIndex }: Present,
  engineId: number,
  owners: readonly OwnedLinks[],
): Promise<boolean> {
  await holdDecisions(trx);
  if ((await phrasesRevision(trx)) !== phrases) return false;
  if (await source.replace(trx, linkIndex, engineId, owners)) await moveInput(trx, source.input);
  return true;
}

/** What waits for a reviewer has changed even where nothing that counts has: the inputs move once. */
async function finish(
  db: Kysely<DB>,
  runId: number,
  engine: Engine,
  sources: readonly TextSource[],
  done: number,
): Promise<void> {
  const actor = await getActor(db, 'system', 'linking');
  await db.transaction().execute(async (trx) => {
    await endRun(trx, runId, 'done');
    for (const input of new Set(sources.map((source) => source.input))) await moveInput(trx, input);
    await record(trx, actor, {
      action: 'texts-linked',
      subjectKind: 'link-run',
      subjectId: runId,
      detail: { texts: done, linker: engine.linkerVersion },
    });
  });
}
