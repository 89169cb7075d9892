import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';

export interface RunRow {
  id: number;
  engineId: number;
  done: number;
  total: number;
  startedAt: Date;
}

/** The run of an engine, begun or gone on with; one of another engine is over. */
export async function openRun(db: Kysely<DB>, engineId: number, left: number): Promise<RunRow> {
  return db.transaction().execute(async (trx) => {
    await sql`
      update link_run set status = 'superseded', ended_at = now()
       where status = 'running' and link_engine_id <> ${engineId}`.execute(trx);
    const { rows } = await sql<RunRow>`
      insert into link_run (link_engine_id, status, total) values (${engineId}, 'running', ${left})
      on conflict ((true)) where status = 'running'
        do update set total = link_run.done + ${left}, moved_at = now()
      returning id, link_engine_id as "engineId", done, total, started_at as "startedAt"`.execute(
      trx,
    );
    return rows[0]!;
  });
}

export async function moveRun(db: Kysely<DB>, id: number, done: number): Promise<void> {
  await db
    .updateTable('link_run')
    .set({ done, total: sql`greatest(total, ${done})`, moved_at: new Date() })
    .where('id', '=', id)
    .execute();
}

export async function endRun(
  db: Kysely<DB>,
  id: number,
  status: 'done' | 'superseded',
): Promise<void> {
  await db
    .updateTable('link_run')
    .set({ status, ended_at: new Date() })
    .where('id', '=', id)
    .execute();
}

export async function findOpenRun(db: Kysely<DB>): Promise<RunRow | undefined> {
  return db
    .selectFrom('link_run')
    .where('status', '=', 'running')
    .select(['id', 'link_engine_id as engineId', 'done', 'total', 'started_at as startedAt'])
    .executeTakeFirst();
}

/** When a run of an engine last linked everything that there was. */
export async function findLastEnd(db: Kysely<DB>, engineId: number): Promise<Date | undefined> {
  const row = await db
    .selectFrom('link_run')
    .where('link_engine_id', '=', engineId)
    .where('status', '=', 'done')
    .select((eb) => eb.fn.max('ended_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}
