import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { PartName } from './fields.ts';

export interface Pointing {
  part: PartName;
  id: number;
  /** its field that points, as fields.ts names it */
  key: string;
  value: unknown;
}

/** What stays in a version and points at items that go: relations of other items, requirements of roles. */
export async function listPointing(
  db: Kysely<DB>,
  versionId: number,
  ids: readonly number[],
): Promise<Pointing[]> {
  const gone = sql`any(${[...ids]}::int4[])`;
  const { rows } = await sql<Pointing>`
    select 'item' as part, r.from_competency_id as id, 'relation ' || r.relation || ' ' || c.source_id as key,
           json_strip_nulls(json_build_object('sequence', r.sequence,
             'extra', nullif(r.extra::text, '{}')::json)) as value
      from competency_relation r join competency c on c.id = r.to_competency_id
     where r.framework_version_id = ${versionId} and r.to_competency_id = ${gone}
       and not r.from_competency_id = ${gone}
    union all
    select 'role', q.role_id, 'requirement ' || c.source_id,
           json_strip_nulls(json_build_object('necessity', q.necessity,
             'level', case when q.level is not null then json_build_object('scale', s.code, 'level', q.level) end,
             'weight', q.weight, 'extra', nullif(q.extra::text, '{}')::json))
      from role_requirement q join competency c on c.id = q.competency_id
      left join level_scale s on s.id = q.level_scale_id
     where q.framework_version_id = ${versionId} and q.competency_id = ${gone}`.execute(db);
  return rows;
}
