import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type {
  DefinitionRow,
  FrameworkRow,
  ItemRow,
  RoleRow,
  ScaleRow,
} from './importing/framework-row.ts';
import { isFormOf } from './lexicon-queries.ts';

/** Which rows of a version: some by their ids, or a page in the order of the ids. */
export type Selection = { ids: readonly number[] } | { after: number; limit: number };

/**
 * Items of a version in the shape in which importers bring them, each with its id: what comparisons,
 * exports and the editor read. Texts and lists stand in one order.
 */
export async function readItems(
  db: Kysely<DB>,
  versionId: number,
  selection: Selection,
): Promise<(ItemRow & { id: number; contentSha256: string | null; revision: number })[]> {
  const { rows } = await sql<{
    row: ItemRow & { id: number; contentSha256: string | null; revision: number };
  }>`
    select json_build_object(
        'type', 'item', 'id', c.id, 'sourceId', c.source_id, 'uuid', c.uuid, 'uri', c.uri,
        'code', v.code, 'kind', v.kind, 'sourceKind', v.source_kind, 'parent', p.source_id,
        'sequence', v.sequence, 'contentSha256', v.content_sha256, 'revision', v.revision,
        'texts', coalesce((select json_agg(json_build_object('field', t.field, 'language', t.language, 'value', t.value)
                             order by t.field, t.language)
                             from competency_text t
                            where t.competency_id = c.id and t.framework_version_id = ${versionId}), '[]'),
        'aliases', coalesce((select json_agg(json_build_object('form', e.form, 'language', e.language)
                               order by e.form, e.language)
                               from lexicon_entry e
                              where e.competency_id = c.id and ${isFormOf('e', 'w')}
                                and not exists (select from competency_text t
                                                 where t.competency_id = c.id and t.framework_version_id = ${versionId}
                                                   and t.field = 'label' and t.language = e.language
                                                   and t.value = e.form)), '[]'),
        'level', case when v.level is not null then json_build_object('scale', s.code, 'level', v.level) end,
        'levels', coalesce((select json_agg(json_build_object('scale', ls.code, 'level', l.level,
                              'texts', coalesce((select json_agg(json_build_object('language', t.language, 'value', t.value)
                                                   order by t.language)
                                                   from competency_level_text t
                                                  where t.competency_id = c.id and t.framework_version_id = ${versionId}
                                                    and t.level_scale_id = l.level_scale_id and t.level = l.level), '[]'))
                              order by ls.code, l.level)
                              from competency_level l join level_scale ls on ls.id = l.level_scale_id
                             where l.competency_id = c.id and l.framework_version_id = ${versionId}), '[]'),
        'relations', coalesce((select json_agg(json_strip_nulls(json_build_object('relation', r.relation, 'to', o.source_id,
                                 'sequence', r.sequence, 'extra', nullif(r.extra::text, '{}')::json))
                                 order by r.relation, r.sequence, o.source_id)
                                 from competency_relation r join competency o on o.id = r.to_competency_id
                                where r.from_competency_id = c.id and r.framework_version_id = ${versionId}), '[]'),
        'extra', v.extra) as row
      from competency_version v
      join framework_version w on w.id = v.framework_version_id
      join competency c on c.id = v.competency_id
      left join competency p on p.id = v.parent_competency_id
      left join level_scale s on s.id = v.level_scale_id
     where v.framework_version_id = ${versionId} and ${chosen('v.competency_id', selection)}
     order by v.competency_id ${limit(selection)}`.execute(db);
  return rows.map(({ row }) => row);
}

export async function readRoles(
  db: Kysely<DB>,
  versionId: number,
  selection: Selection,
): Promise<(RoleRow & { id: number; contentSha256: string | null; revision: number })[]> {
  const { rows } = await sql<{
    row: RoleRow & { id: number; contentSha256: string | null; revision: number };
  }>`
    select json_build_object(
        'type', 'role', 'id', c.id, 'sourceId', c.source_id, 'uuid', c.uuid, 'uri', c.uri,
        'code', v.code, 'kind', v.kind, 'sourceKind', v.source_kind, 'parent', p.source_id,
        'sequence', v.sequence, 'contentSha256', v.content_sha256, 'revision', v.revision,
        'texts', coalesce((select json_agg(json_build_object('field', t.field, 'language', t.language, 'value', t.value)
                             order by t.field, t.language)
                             from role_text t
                            where t.role_id = c.id and t.framework_version_id = ${versionId}), '[]'),
        'titles', coalesce((select json_agg(json_build_object('title', t.title, 'language', t.language)
                              order by t.title, t.language)
                              from role_title t
                             where t.role_id = c.id and t.framework_version_id = ${versionId}), '[]'),
        'requirements', coalesce((select json_agg(json_strip_nulls(json_build_object('item', o.source_id, 'necessity', q.necessity,
                                    'level', case when q.level is not null
                                               then json_build_object('scale', s.code, 'level', q.level) end,
                                    'weight', q.weight, 'extra', nullif(q.extra::text, '{}')::json))
                                    order by q.necessity desc, q.weight desc nulls last, o.source_id)
                                    from role_requirement q
                                    join competency o on o.id = q.competency_id
                                    left join level_scale s on s.id = q.level_scale_id
                                   where q.role_id = c.id and q.framework_version_id = ${versionId}), '[]'),
        'extra', v.extra) as row
      from role_version v
      join role c on c.id = v.role_id
      left join role p on p.id = v.parent_role_id
     where v.framework_version_id = ${versionId} and ${chosen('v.role_id', selection)}
     order by v.role_id ${limit(selection)}`.execute(db);
  return rows.map(({ row }) => row);
}

/** The whole, as a file would describe it. Throws where there is no such version. */
export async function readAbout(db: Kysely<DB>, versionId: number): Promise<FrameworkRow> {
  const { rows } = await sql<{ row: FrameworkRow }>`
    select json_build_object(
        'type', 'framework', 'code', f.code, 'uuid', f.uuid, 'uri', f.uri, 'version', v.version,
        'publishedOn', v.published_on, 'licence', v.licence, 'extra', v.extra,
        'texts', coalesce((select json_agg(json_build_object('field', t.field, 'language', t.language, 'value', t.value)
                             order by t.field, t.language)
                             from framework_version_text t where t.framework_version_id = v.id), '[]')) as row
      from framework_version v join framework f on f.id = v.framework_id
     where v.id = ${versionId}`.execute(db);
  return rows[0]!.row;
}

/**
 * Scales that a version uses or its framework owns: in the edition that its items name; where none does,
 * in the newest one, of a published version the newest that was written when it was published.
 */
export async function readScales(db: Kysely<DB>, versionId: number): Promise<ScaleRow[]> {
  const { rows } = await sql<{ row: ScaleRow }>`
    with named (id) as (
      select level_scale_id from competency_version where framework_version_id = ${versionId}
      union select level_scale_id from competency_level where framework_version_id = ${versionId}
      union select level_scale_id from role_requirement where framework_version_id = ${versionId})
    select json_build_object(
        'type', 'scale', 'code', s.code, 'kind', s.kind,
        'texts', coalesce((select json_agg(json_build_object('field', t.field, 'language', t.language, 'value', t.value)
                             order by t.field, t.language)
                             from level_scale_text t where t.level_scale_id = s.id), '[]'),
        'levels', coalesce((select json_agg(json_build_object('level', l.level, 'code', l.code,
                              'texts', coalesce((select json_agg(json_build_object('field', t.field, 'language', t.language, 'value', t.value)
                                                   order by t.field, t.language)
                                                   from level_text t
                                                  where t.level_scale_id = s.id and t.level = l.level), '[]'))
                              order by l.level)
                              from level l where l.level_scale_id = s.id), '[]')) as row
      from level_scale s
      join framework_version v on v.id = ${versionId}
     where s.id in (
       select distinct on (o.code) o.id from level_scale o
         left join named on named.id = o.id
        where named.id is not null
           or o.framework_id = v.framework_id
              and (v.status in ('draft', 'in-review')
                or o.written_at <= coalesce(v.published_at, v.created_at))
        order by o.code, named.id is not null desc, o.edition desc)
     order by s.code`.execute(db);
  return rows.map(({ row }) => row);
}

export async function readDefinitions(db: Kysely<DB>, versionId: number): Promise<DefinitionRow[]> {
  const rows = await db
    .selectFrom('framework_definition')
    .where('framework_version_id', '=', versionId)
    .select(['uuid', 'kind', 'body', 'sequence'])
    .orderBy('kind')
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ type: 'definition', ...row }) as DefinitionRow);
}

const chosen = (column: string, selection: Selection) =>
  'ids' in selection
    ? sql`${sql.ref(column)} = any(${[...selection.ids]}::int4[])`
    : sql`${sql.ref(column)} > ${selection.after}`;

const limit = (selection: Selection) =>
  'ids' in selection ? sql`` : sql`limit ${selection.limit}`;
