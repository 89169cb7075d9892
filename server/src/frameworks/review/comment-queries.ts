import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Thread } from './contract.ts';

export interface CommentRow {
  id: number;
  threadId: number | null;
  part: Thread['part'];
  partId: number | null;
  partLabel: string;
  actorId: number;
  organisationId: number;
  at: Date;
  body: string;
  resolvedAt: Date | null;
  resolvedByActorId: number | null;
}

export async function listComments(db: Kysely<DB>, versionId: number): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select m.id, m.thread_id as "threadId",
           case when m.competency_id is not null then 'item'
                when m.role_id is not null then 'role' else 'whole' end as part,
           coalesce(m.competency_id, m.role_id) as "partId",
           coalesce(cv.code, rv.code, c.code, r.source_id, '') as "partLabel",
           m.actor_id as "actorId", m.organisation_id as "organisationId", m.at, m.body,
           m.resolved_at as "resolvedAt", m.resolved_by_actor_id as "resolvedByActorId"
      from framework_comment m
      left join competency c on c.id = m.competency_id
      left join role r on r.id = m.role_id
      left join competency_version cv
        on cv.competency_id = m.competency_id and cv.framework_version_id = m.framework_version_id
      left join role_version rv
        on rv.role_id = m.role_id and rv.framework_version_id = m.framework_version_id
     where m.framework_version_id = ${versionId} order by m.id`.execute(db);
  return rows;
}

export interface ThreadMark {
  id: number;
  part: Thread['part'];
  partId: number | null;
  resolved: boolean;
}

export async function findThread(
  db: Kysely<DB>,
  versionId: number,
  id: number,
): Promise<ThreadMark | undefined> {
  const { rows } = await sql<ThreadMark>`
    select id, case when competency_id is not null then 'item'
                    when role_id is not null then 'role' else 'whole' end as part,
           coalesce(competency_id, role_id) as "partId", resolved_at is not null as resolved
      from framework_comment
     where framework_version_id = ${versionId} and id = ${id} and thread_id is null`.execute(db);
  return rows[0];
}

/** Throws not-found where the part has never stood in this version. */
export async function insertComment(
  trx: Transaction<DB>,
  actor: Actor,
  { versionId, frameworkId }: { versionId: number; frameworkId: number },
  said: {
    part: Thread['part'];
    partId: number | null;
    threadId: number | null;
    body: string;
  },
): Promise<number> {
  const competency = said.part === 'item' ? said.partId : null;
  const role = said.part === 'role' ? said.partId : null;
  const { rows } = await sql<{ id: number }>`
    insert into framework_comment
      (framework_version_id, competency_id, role_id, thread_id, actor_id, organisation_id, body)
    select ${versionId}, ${competency}::int4, ${role}::int4, ${said.threadId}::int4, ${actor.id}::int4,
           ${actor.organisationId}::int4, ${said.body}
     where (${said.part} = 'whole'
        or exists (select from competency where id = ${competency}::int4 and framework_id = ${frameworkId})
        or exists (select from role where id = ${role}::int4 and framework_id = ${frameworkId}))
    returning id`.execute(trx);
  if (!rows[0]) throw new Problem('not-found', { what: `#${said.partId}` });
  return rows[0].id;
}

export async function setResolved(
  trx: Transaction<DB>,
  id: number,
  by: Actor | null,
): Promise<void> {
  await trx
    .updateTable('framework_comment')
    .set({ resolved_at: by ? sql<Date>`now()` : null, resolved_by_actor_id: by?.id ?? null })
    .where('id', '=', id)
    .execute();
}
