import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { RoleDetail, RoleRef } from './contract.ts';
import { getReadableVersion } from './find-version.ts';
import { itemRef, levelRef, roleRef, roleWords } from './words-of.ts';

const MOST = 200;

/** A role of a version with all that it requires, named by its code, UUID or source's name. Throws not-found. */
export async function getRole(
  db: Kysely<DB>,
  framework: string,
  role: string,
  version?: string,
): Promise<RoleDetail> {
  const { frameworkId, versionId, ...of } = await getReadableVersion(db, framework, version);
  const at = sql`${versionId}::int4`;
  const { rows } = await sql<
    Omit<RoleDetail, 'framework' | 'path' | 'children' | 'requirements' | 'crosswalks'>
  >`
    select c.id, c.uuid, v.code, c.uri, v.kind, v.source_kind as "sourceKind",
           ${roleWords('c.id', at, 'label')} as label,
           ${roleWords('c.id', at, 'definition')} as definition,
           ${roleWords('c.id', at, 'note')} as note,
           coalesce((select json_agg(json_build_object('title', t.title, 'language', t.language)
                       order by t.language, t.title)
              from role_title t where t.role_id = c.id and t.framework_version_id = ${versionId}), '[]') as titles,
           json_build_object('isco', jsonb_path_query_array(v.extra, '$.isco[*] ? (@.type() == "string")'),
                             'onet', jsonb_path_query_array(v.extra, '$.onet[*] ? (@.type() == "string")')) as codes,
           case when jsonb_typeof(v.extra #> '{qualification,eqf,1}') = 'number'
                then json_build_object('lowest', v.extra -> 'qualification' -> 'eqf' -> 0,
                                       'highest', v.extra -> 'qualification' -> 'eqf' -> 1,
                                       'note', coalesce(v.extra -> 'qualification' -> 'note', '{}'))
           end as qualification,
           (select json_agg(json_build_object('version', fv.version, 'status', fv.status, 'code', o.code)
                      order by fv.id desc)
              from role_version o join framework_version fv on fv.id = o.framework_version_id
             where o.role_id = c.id and fv.status in ('published', 'superseded')) as versions
      from role_version v join role c on c.id = v.role_id
     where v.framework_version_id = ${versionId} and c.framework_id = ${frameworkId}
       and (v.code = ${role} or c.source_id = ${role} or c.uuid::text = lower(${role}))
     order by v.code = ${role} desc, c.source_id = ${role} desc limit 1`.execute(db);
  const own = rows[0];
  if (!own) throw new Problem('not-found', { what: `${framework} ${role}` });
  return {
    ...own,
    framework: of,
    path: await readPath(db, versionId, own.id),
    children: await readChildren(db, versionId, own.id),
    requirements: await readRequirements(db, versionId, own.id),
  };
}

async function readPath(db: Kysely<DB>, versionId: number, id: number): Promise<RoleRef[]> {
  const { rows } = await sql<{ ref: RoleRef }>`
    with recursive up (id, depth) as (
      select parent_role_id, 1 from role_version
       where framework_version_id = ${versionId} and role_id = ${id}
      union all
      select v.parent_role_id, up.depth + 1
        from up join role_version v on v.role_id = up.id and v.framework_version_id = ${versionId}
       where up.depth < 20)
    select ${roleRef('v')} as ref
      from up join role_version v on v.role_id = up.id and v.framework_version_id = ${versionId}
     order by up.depth desc`.execute(db);
  const refs = rows.map(({ ref }) => ref);
  return refs.filter(
    (ref, place) => ref.id !== id && refs.findLastIndex((other) => other.id === ref.id) === place,
  );
}

async function readChildren(
  db: Kysely<DB>,
  versionId: number,
  id: number,
): Promise<RoleDetail['children']> {
  const { rows } = await sql<{ ref: RoleRef; total: number }>`
    select ${roleRef('v')} as ref, count(*) over ()::int4 as total from role_version v
     where v.framework_version_id = ${versionId} and v.parent_role_id = ${id}
     order by v.sequence, v.code limit ${MOST}`.execute(db);
  return { total: rows[0]?.total ?? 0, list: rows.map(({ ref }) => ref) };
}

async function readRequirements(
  db: Kysely<DB>,
  versionId: number,
  id: number,
): Promise<RoleDetail['requirements']> {
  const { rows } = await sql<RoleDetail['requirements'][number]>`
    select ${itemRef('v')} as item, q.necessity, ${levelRef('q')} as level, q.weight,
           coalesce((select json_agg(json_build_object('source', e ->> 'source', 'from', e ->> 'from',
                       'share', (e ->> 'share')::float8, 'n', (e ->> 'n')::int4, 'asOf', e ->> 'asOf')
                       order by at)
              from jsonb_array_elements(jsonb_path_query_array(q.extra, '$.evidence[*] ? (exists(@.source) && exists(@.asOf))')) with ordinality as one (e, at)), '[]') as evidence
      from role_requirement q
      join competency_version v
        on v.competency_id = q.competency_id and v.framework_version_id = q.framework_version_id
     where q.framework_version_id = ${versionId} and q.role_id = ${id}
     order by q.necessity desc, q.weight desc nulls last, v.code`.execute(db);
  return rows;
}
