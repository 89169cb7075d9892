import { sql } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import { passes } from '#src/imports/faults.ts';
import { atMostEvery, breathe } from '#src/imports/progress.ts';
import type { JobHandler } from '#src/jobs/pg-boss.ts';
import type { Platform } from '#src/platform.ts';
import type { Compared, Pair } from './compared-frameworks.ts';
import type { ProposalRun } from './contract.ts';
import { seekPairs } from './engine/seek-pairs.ts';
import { proposePairs, type Proposal } from './lexical/propose-pairs.ts';
import type { Method } from './methods.ts';
import {
  findOpenRun,
  findRun,
  countItems,
  insertRun,
  listDescribedItems,
  listNamedItems,
  updateRun,
  writeProposals,
  type RunRow,
} from './seek-queries.ts';

export const SEEK_JOB = 'seek-crosswalks';

/** Has proposals looked for between two frameworks, by a job; a search that is under way is not doubled. */
export async function startSeeking(
  { db, jobs }: Platform,
  actor: Actor,
  pair: Pair,
  method: Method,
): Promise<ProposalRun> {
  return db.transaction().execute(async (trx) => {
    const key = `seek-crosswalks ${pair.kind} ${[pair.from.id, pair.to.id].sort((a, b) => a - b).join(' ')}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
    const open = await findOpenRun(trx, pair);
    if (open) return open;
    const id = await insertRun(trx, actor, pair, method);
    await jobs.send(trx, { name: SEEK_JOB, data: { runId: id }, key: String(id) });
    await record(trx, actor, {
      action: 'crosswalks-sought',
      subjectKind: 'crosswalk',
      subjectId: id,
      detail: { from: pair.from.code, to: pair.to.code, kind: pair.kind, method },
    });
    return (await findRun(trx, id))!;
  });
}

/** The search itself. After a crash it is done again from its start: it finds the same. */
export async function seekCrosswalks(
  { db }: Platform,
  runId: number,
  signal?: AbortSignal,
): Promise<void> {
  const run = await findRun(db, runId);
  if (!run || run.status === 'done' || run.status === 'failed') return;
  const [from, to] = await Promise.all([version(db, run.fromId), version(db, run.toId)]);
  const pair = { kind: run.kind, from, to };
  const total = await countItems(db, pair);
  await updateRun(db, runId, { status: 'running', total, done: 0 });
  const show = atMostEvery(400, (done) => updateRun(db, runId, { done }));
  const proposals: Proposal[] = [];
  let done = 0;
  for await (const found of SEARCHES[run.method](db, pair, signal)) {
    proposals.push(...found.proposals);
    done += found.items;
    show(done);
  }
  await finish(db, { ...run, total }, pair, proposals);
}

type Search = (
  db: Platform['db'],
  pair: Pair,
  signal: AbortSignal | undefined,
) => AsyncGenerator<{ items: number; proposals: Proposal[] }>;

const SEARCHES: Readonly<Record<Method, Search>> = {
  async *lexical(db, { kind, from, to }, signal) {
    const items = await listNamedItems(db, kind, from.versionId);
    const others = await listNamedItems(db, kind, to.versionId);
    let [proposals, done] = [[] as Proposal[], 0];
    for (const found of proposePairs(items, others)) {
      proposals.push(...found);
      done += 1;
      if (done < BETWEEN_TURNS) continue;
      signal?.throwIfAborted();
      yield { items: done, proposals };
      await breathe();
      [proposals, done] = [[], 0];
    }
    yield { items: done, proposals };
  },
  async *engine(db, { kind, from, to }, signal) {
    yield* seekPairs(
      {
        from: await listDescribedItems(db, kind, from.versionId),
        to: await listDescribedItems(db, kind, to.versionId),
      },
      signal,
    );
  },
};

/** A few milliseconds of work: requests that wait have their turn between. */
const BETWEEN_TURNS = 20;

async function finish(
  db: Platform['db'],
  run: RunRow,
  pair: Pair,
  proposals: readonly Proposal[],
): Promise<void> {
  const counts = await db
    .transaction()
    .execute((trx) =>
      writeProposals(
        trx,
        pair,
        { method: run.method, actorId: run.actorId, organisationId: run.organisationId },
        proposals,
      ),
    );
  await updateRun(db, run.id, { status: 'done', done: run.total ?? undefined, counts });
}

/** The version that is compared; the run was allowed when it was asked for. */
async function version(db: Platform['db'], frameworkId: number): Promise<Compared> {
  const { rows } = await sql<Compared>`
    select f.id, f.code, v.version, v.id as "versionId", true as "isPublic"
      from framework f join framework_version v on v.framework_id = f.id
     where f.id = ${frameworkId}
     order by array_position(array['published', 'superseded', 'in-review', 'draft'], v.status), v.id desc
     limit 1`.execute(db);
  return { ...rows[0]!, title: { vi: null, en: null } };
}

/** The handlers of the jobs that this room sends. */
export function crosswalkJobs(platform: Platform): Record<string, JobHandler> {
  return {
    async [SEEK_JOB](data, signal) {
      const runId = Number(data.runId);
      try {
        await seekCrosswalks(platform, runId, signal);
      } catch (fault) {
        // what passes is tried again; anything else would only fail once more
        if (!signal.aborted && !passes(fault)) {
          await updateRun(platform.db, runId, { status: 'failed' });
        }
        throw fault;
      }
    },
  };
}
