import { sql, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import { inverted } from '../relation.ts';
import { matchedRows, type Matched } from './compare-rows.ts';

const BATCH = 2_000;

/**
 * Writes the new and changed rows and takes away those that their source no longer has. Where a person has
 * decided about the same two already, a new source's row takes that decision.
 */
export async function applyRows(
  trx: Transaction<DB>,
  run: Run,
  actor: Actor,
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  const rows = await matchedRows(trx, run);
  const open = rows.filter(({ change }) => change === 'new' || change === 'changed');
  for (let from = 0; from < open.length; from += BATCH) {
    const batch = open.slice(from, from + BATCH);
    await insertRows(
      trx,
      run,
      actor,
      batch.filter(({ change }) => change === 'new'),
    );
    await updateRows(
      trx,
      run,
      batch.filter(({ change }) => change === 'changed'),
    );
    await onProgress(from + batch.length);
  }
  await sql`
    delete from crosswalk where decided_by_actor_id is null and id in (
      select substr(key, 11)::int4 from import_row
       where import_run_id = ${run.id} and change = 'removed')`.execute(trx);
}

/** What writes rows: a run of an import, or (null) what comes with the program. */
export interface RowsOrigin {
  id: string | null;
  ownerOrganisationId: number;
}

export async function insertRows(
  trx: Transaction<DB>,
  run: RowsOrigin,
  actor: Actor,
  rows: readonly Pick<Matched, 'row' | 'ends'>[],
): Promise<void> {
  const wanted = JSON.stringify(
    rows.map(({ row, ends }) => ({
      ...{ relation: row.relation, confidence: row.confidence, source: row.source },
      ...{ status: row.status, note: row.note, extra: row.extra ?? {} },
      ...(ends.kind === 'competency'
        ? { from_competency: ends.from.id, to_competency: ends.to.id }
        : { from_role: ends.from.id, to_role: ends.to.id }),
    })),
  );
  await sql`
    insert into crosswalk
      (from_competency_id, to_competency_id, from_role_id, to_role_id, relation, status, confidence, source,
       note, extra, grounds, owner_organisation_id, proposed_by_actor_id, import_run_id,
       decided_by_actor_id, decided_at)
    select w.from_competency, w.to_competency, w.from_role, w.to_role,
           coalesce(case when d.turned and d.relation = 'broader' then 'narrower'
                         when d.turned and d.relation = 'narrower' then 'broader'
                         else d.relation end, w.relation),
           coalesce(d.status, w.status), w.confidence, w.source, w.note, w.extra,
           jsonb_build_object('code', 'source', 'source', w.source), ${run.ownerOrganisationId}, ${actor.id},
           ${run.id}, d.decided_by_actor_id, d.decided_at
      from jsonb_to_recordset(${wanted}::jsonb) as w
             (from_competency int4, to_competency int4, from_role int4, to_role int4, relation text,
              confidence real, source text, status text, note text, extra jsonb)
      left join lateral (
        select x.relation, x.status, x.decided_by_actor_id, x.decided_at,
               coalesce(x.from_competency_id, x.from_role_id)
                 <> coalesce(w.from_competency, w.from_role) as turned
          from crosswalk x
         where x.decided_by_actor_id is not null
           and ((x.from_competency_id = w.from_competency and x.to_competency_id = w.to_competency)
             or (x.from_competency_id = w.to_competency and x.to_competency_id = w.from_competency)
             or (x.from_role_id = w.from_role and x.to_role_id = w.to_role)
             or (x.from_role_id = w.to_role and x.to_role_id = w.from_role))
         order by x.decided_at desc limit 1) d on true`.execute(trx);
}

export async function updateRows(
  trx: Transaction<DB>,
  run: Pick<RowsOrigin, 'id'>,
  rows: readonly Pick<Matched, 'row' | 'ends' | 'standing'>[],
): Promise<void> {
  const wanted = JSON.stringify(
    rows.map(({ row, ends, standing }) => ({
      ...{ id: standing!.id, confidence: row.confidence, note: row.note, extra: row.extra },
      relation: standing!.fromId === ends.from.id ? row.relation : inverted(row.relation),
      status: row.status,
    })),
  );
  await sql`
    update crosswalk x
       set confidence = w.confidence, extra = coalesce(w.extra, x.extra), import_run_id = ${run.id},
           revision = x.revision + 1,
           relation = case when x.decided_by_actor_id is null then w.relation else x.relation end,
           note = case when x.decided_by_actor_id is null then w.note else x.note end,
           status = case when x.decided_by_actor_id is null and w.status = 'accepted'
                         then 'accepted' else x.status end
      from jsonb_to_recordset(${wanted}::jsonb) as w
             (id int4, relation text, status text, confidence real, note text, extra jsonb)
     where x.id = w.id`.execute(trx);
}
