import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { CrosswalkStatus, EndKind, Relation } from '../contract.ts';

/** What the database has of a source. */
export interface StandingRow {
  id: number;
  kind: EndKind;
  fromId: number;
  toId: number;
  fromName: string;
  toName: string;
  relation: Relation;
  status: CrosswalkStatus;
  confidence: number | null;
  note: string | null;
  source: string;
  decidedByPerson: boolean;
  extra: Record<string, string | number>;
}

/** Names what a source says of two items, whichever way round. */
export function pairKey(source: string, kind: EndKind, one: number, other: number): string {
  return `${kind} ${Math.min(one, other)} ${Math.max(one, other)} ${source}`;
}

export async function findStandingRows(
  db: Kysely<DB>,
  sources: readonly string[],
): Promise<Map<string, StandingRow>> {
  const { rows } = await sql<StandingRow>`
    select x.id, case when x.from_role_id is null then 'competency' else 'role' end as kind,
           coalesce(x.from_competency_id, x.from_role_id) as "fromId",
           coalesce(x.to_competency_id, x.to_role_id) as "toId",
           coalesce(fc.source_id, fr.source_id) as "fromName", coalesce(tc.source_id, tr.source_id) as "toName",
           x.relation, x.status, x.confidence, x.note, x.source,
           x.decided_by_actor_id is not null as "decidedByPerson", x.extra
      from crosswalk x
      left join competency fc on fc.id = x.from_competency_id
      left join competency tc on tc.id = x.to_competency_id
      left join role fr on fr.id = x.from_role_id
      left join role tr on tr.id = x.to_role_id
     where x.source = any(${[...sources]}::text[])`.execute(db);
  return new Map(rows.map((row) => [pairKey(row.source, row.kind, row.fromId, row.toId), row]));
}
