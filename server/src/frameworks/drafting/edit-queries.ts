import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { Edit, Fields } from './contract.ts';
import type { PartName } from './fields.ts';
import type { LaterEdit } from './merge-edit.ts';

export interface NewEdit {
  /** null: the whole */
  part: PartName | null;
  id: number | null;
  action: Edit['action'];
  before: Fields | null;
  after: Fields | null;
  reason?: string | null;
}

/** Writes edits down under the next revision of the draft, which it gives. */
export async function insertEdits(
  trx: Transaction<DB>,
  actor: Actor,
  versionId: number,
  edits: readonly NewEdit[],
): Promise<number> {
  const { revision } = await trx
    .updateTable('framework_version')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', versionId)
    .returning('revision')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('framework_edit')
    .values(
      edits.map(({ part, id, action, before, after, reason }) => ({
        framework_version_id: versionId,
        competency_id: part === 'item' ? id : null,
        role_id: part === 'role' ? id : null,
        ...{ actor_id: actor.id, organisation_id: actor.organisationId },
        ...{ action, revision, reason: reason ?? null },
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
      })),
    )
    .execute();
  return revision;
}

export interface EditRow extends LaterEdit {
  revision: number;
  version: string;
  at: Date;
  actorId: number;
  organisationId: number;
  action: Edit['action'];
  part: 'item' | 'role' | 'whole';
  partId: number | null;
  partLabel: string | null;
  reason: string | null;
  /** stands in the draft that is open */
  current: boolean;
}

const editColumns = sql`
  e.id, e.revision, v.version, e.at, e.actor_id as "actorId", e.organisation_id as "organisationId",
  e.action, case when e.competency_id is not null then 'item'
                 when e.role_id is not null then 'role' else 'whole' end as part,
  coalesce(e.competency_id, e.role_id) as "partId",
  coalesce(cv.code, rv.code, e.before ->> 'code', e.after ->> 'code', c.code, r.source_id, '') as "partLabel",
  e.before, e.after, e.reason, e.action = 'imported' or e.after ? 'sourceId' as "fromFile",
  v.status in ('draft', 'in-review') as current
  from framework_edit e
  join framework_version v on v.id = e.framework_version_id
  left join competency c on c.id = e.competency_id
  left join role r on r.id = e.role_id
  left join competency_version cv
    on cv.competency_id = e.competency_id and cv.framework_version_id = e.framework_version_id
  left join role_version rv on rv.role_id = e.role_id and rv.framework_version_id = e.framework_version_id`;

/** Of one part, or of the whole (part null), that came after a revision; the oldest first. */
export async function listEditsSince(
  db: Kysely<DB>,
  versionId: number,
  of: { part: PartName | null; id: number | null },
  revision: number,
): Promise<EditRow[]> {
  const { rows } = await sql<EditRow>`
    select ${editColumns}
     where e.framework_version_id = ${versionId} and e.revision > ${revision}
       and e.competency_id is not distinct from ${of.part === 'item' ? of.id : null}::int4
       and e.role_id is not distinct from ${of.part === 'role' ? of.id : null}::int4
     order by e.id`.execute(db);
  return rows.map(shown);
}

/** The newest first. `of`: of one part, over all versions of its framework; else of the open draft. */
export async function listEdits(
  db: Kysely<DB>,
  frameworkId: number,
  of: { part: PartName | null; id: number } | { versionId: number },
  { before, limit }: { before: number | undefined; limit: number },
): Promise<EditRow[]> {
  const which =
    'versionId' in of
      ? sql`e.framework_version_id = ${of.versionId}`
      : of.part === 'role'
        ? sql`e.role_id = ${of.id}`
        : sql`e.competency_id = ${of.id}`;
  const { rows } = await sql<EditRow>`
    select ${editColumns}
     where ${which} and v.framework_id = ${frameworkId}
       and e.id < ${before ?? Number.MAX_SAFE_INTEGER}
     order by e.id desc limit ${limit}`.execute(db);
  return rows.map(shown);
}

export async function listEditsOfRevision(
  db: Kysely<DB>,
  versionId: number,
  revision: number,
): Promise<EditRow[]> {
  const { rows } = await sql<EditRow>`
    select ${editColumns}
     where e.framework_version_id = ${versionId} and e.revision = ${revision} order by e.id`.execute(
    db,
  );
  return rows.map(shown);
}

/** An import keeps the whole row; it says nothing field by field. */
function shown(row: EditRow): EditRow {
  return row.fromFile ? { ...row, before: null, after: null } : row;
}
