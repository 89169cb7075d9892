import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { EndKind, Relation } from './contract.ts';
import { listPairsOf } from './pair-queries.ts';
import { standing } from './pairs.ts';
import { inverted } from './relation.ts';

/** What stands as accepted between two items, as it was written: from is … to. */
export interface AcceptedCrosswalk {
  uuid: string;
  from: number;
  to: number;
  relation: Relation;
  confidence: number | null;
  source: string;
  note: string | null;
  /** when it was accepted */
  at: Date;
}

/** The accepted crosswalks at one end of which any of these competencies or roles stands, one for each two items. */
export async function listAccepted(
  db: Kysely<DB>,
  kind: EndKind,
  ids: readonly number[],
): Promise<AcceptedCrosswalk[]> {
  const pairs = await listPairsOf(db, kind, ids);
  return pairs.flatMap((pair) => {
    const { turned, fromId, toId, status, relation, ...row } = standing(pair);
    if (status !== 'accepted') return [];
    const written = turned
      ? { from: toId, to: fromId, relation: inverted(relation) }
      : { from: fromId, to: toId, relation };
    const { uuid, confidence, source, note, decidedAt, proposedAt } = row;
    return [{ ...written, uuid, confidence, source, note, at: decidedAt ?? proposedAt }];
  });
}

/** The two ends of the crosswalk with a UUID, whatever stands between them. */
export async function findEndsOf(
  db: Kysely<DB>,
  uuid: string,
): Promise<{ kind: EndKind; from: number; to: number } | undefined> {
  const { rows } = await sql<{ kind: EndKind; from: number; to: number }>`
    select case when from_role_id is null then 'competency' else 'role' end as kind,
           coalesce(from_competency_id, from_role_id) as from,
           coalesce(to_competency_id, to_role_id) as to
      from crosswalk where uuid = ${uuid}`.execute(db);
  return rows[0];
}

/** Is another one after every change of what is said between a framework and others, or of what these publish. */
export async function stateOfCrosswalks(db: Kysely<DB>, frameworkId: number): Promise<string> {
  const side = (kind: EndKind, own: 'from' | 'to', other: 'from' | 'to') => sql`
    select x.id, x.revision, o.framework_id as other
      from ${sql.table(kind)} c
      join crosswalk x on x.${sql.ref(`${own}_${kind}_id`)} = c.id
      join ${sql.table(kind)} o on o.id = x.${sql.ref(`${other}_${kind}_id`)}
     where c.framework_id = ${frameworkId}`;
  const { rows } = await sql<{ state: string }>`
    with own as (
      ${side('competency', 'from', 'to')} union all ${side('competency', 'to', 'from')}
      union all ${side('role', 'from', 'to')} union all ${side('role', 'to', 'from')})
    select concat_ws(' ', count(*), sum(revision), max(id),
             (select string_agg(v.id::text, ',' order by v.id) from framework_version v
               where v.status = 'published' and v.framework_id in (select other from own))) as state
      from own`.execute(db);
  return rows[0]!.state;
}
