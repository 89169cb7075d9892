import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { documentUuid } from '#src/frameworks/document-uuid.ts';
import type { DefinitionRow } from '#src/frameworks/importing/framework-row.ts';
import { mainLanguage } from '../statements.ts';

/** A version that anybody may see: the one in force under the UUID of its framework, older ones under their own. */
export interface Published {
  versionId: number;
  frameworkId: number;
  /** of the CFDocument and its CFPackage */
  identifier: string;
  status: 'published' | 'superseded';
  creator: string;
  /** when the version, or what is public about it, last became another */
  changedAt: string;
  /** all that a package is made of is named by this: the same state, the same bytes */
  state: string;
}

/** The newest first. Drafts and versions in review are in no list. */
export async function listPublished(db: Kysely<DB>): Promise<Published[]> {
  const { rows } = await sql<{
    versionId: number;
    frameworkId: number;
    uuid: string;
    version: string;
    status: Published['status'];
    names: { language: string; value: string }[];
    changedAt: Date;
    state: string;
  }>`
    select v.id as "versionId", f.id as "frameworkId", f.uuid, v.version, v.status,
           coalesce((select json_agg(json_build_object('language', t.language, 'value', t.value))
                       from organisation_text t
                      where t.organisation_id = f.owner_organisation_id and t.field = 'name'), '[]') as names,
           coalesce(next.published_at, v.published_at, v.created_at) as "changedAt",
           concat_ws(' ', v.id, v.content_sha256, v.about_sha256, v.status, v.published_at,
             case v.status when 'superseded' then v.lexicon_revision_id
                           else (select max(id) from lexicon_revision) end) as state
      from framework_version v
      join framework f on f.id = v.framework_id
      left join lateral (
        select n.published_at from framework_version n
         where n.framework_id = v.framework_id and n.id > v.id and n.status in ('published', 'superseded')
         order by n.id limit 1) next on true
     where v.status in ('published', 'superseded')
     order by v.published_at desc nulls last, v.id desc`.execute(db);
  return rows.map(({ uuid, version, names, changedAt, ...row }) => {
    const language = mainLanguage(names.map((name) => name.language));
    return {
      ...row,
      identifier: documentUuid(uuid, { status: row.status, version }),
      creator: names.find((name) => name.language === language)?.value ?? '—',
      changedAt: changedAt.toISOString(),
    };
  });
}

/** What others point at: enough to name it. */
export interface EndRow {
  sourceId: string;
  uuid: string;
  uri: string | null;
  code: string;
  texts: { field: 'label'; language: string; value: string }[];
  kept: { of?: string; language?: string } | null;
}

export async function listEnds(
  db: Kysely<DB>,
  { versionId, frameworkId }: Pick<Published, 'versionId' | 'frameworkId'>,
  type: 'item' | 'role',
  sourceIds: readonly string[],
): Promise<EndRow[]> {
  if (sourceIds.length === 0) return [];
  const { thing, id } = TABLES[type];
  const { rows } = await sql<EndRow>`
    select ${endColumns(type)}
      from ${sql.table(thing)} c
      join ${sql.table(`${thing}_version`)} v
        on v.${sql.ref(id)} = c.id and v.framework_version_id = ${versionId}
     where c.framework_id = ${frameworkId} and c.source_id = any(${[...sourceIds]}::text[])`.execute(
    db,
  );
  return rows;
}

const TABLES = {
  item: { thing: 'competency', id: 'competency_id' },
  role: { thing: 'role', id: 'role_id' },
} as const;

/** Of `c` as its version `v` words it. */
function endColumns(type: 'item' | 'role') {
  const { thing, id } = TABLES[type];
  return sql`
    c.source_id as "sourceId", c.uuid, c.uri, v.code,
    case when v.extra ? 'case' then json_build_object(
      'of', v.extra #>> '{case,of}', 'language', v.extra #>> '{case,language}') end as kept,
    coalesce((select json_agg(json_build_object('field', 'label', 'language', t.language, 'value', t.value))
                from ${sql.table(`${thing}_text`)} t
               where t.${sql.ref(id)} = c.id and t.framework_version_id = v.framework_version_id
                 and t.field = 'label'), '[]') as texts`;
}

export interface CrosswalkEnd extends EndRow {
  id: number;
  frameworkId: number;
  /** the main one of its framework */
  language: string;
}

/** Competencies or roles, each as the version in force of its framework words it; others are left out. */
export async function listCrosswalkEnds(
  db: Kysely<DB>,
  type: 'item' | 'role',
  ids: readonly number[],
): Promise<CrosswalkEnd[]> {
  if (ids.length === 0) return [];
  const { thing, id } = TABLES[type];
  const { rows } = await sql<Omit<CrosswalkEnd, 'language'> & { titled: string[] }>`
    select c.id, c.framework_id as "frameworkId", ${endColumns(type)},
           array(select t.language from framework_version_text t
                  where t.framework_version_id = v.framework_version_id and t.field = 'title') as titled
      from ${sql.table(thing)} c
      join framework_version w on w.framework_id = c.framework_id and w.status = 'published'
      join ${sql.table(`${thing}_version`)} v
        on v.${sql.ref(id)} = c.id and v.framework_version_id = w.id
     where c.id = any(${[...ids]}::int4[])`.execute(db);
  return rows.map(({ titled, ...row }) => ({ ...row, language: mainLanguage(titled) ?? 'vi' }));
}

/** Since when each of these rows has said what it says in this version, in the versions that were public. */
export async function listChangeTimes(
  db: Kysely<DB>,
  { versionId, frameworkId }: Pick<Published, 'versionId' | 'frameworkId'>,
  type: 'item' | 'role',
  ids: readonly number[],
): Promise<Map<number, string>> {
  const id = sql.ref(type === 'item' ? 'competency_id' : 'role_id');
  const table = sql.table(type === 'item' ? 'competency_version' : 'role_version');
  const { rows } = await sql<{ id: number; at: Date }>`
    with public as (
      select id, coalesce(published_at, created_at) as at from framework_version
       where framework_id = ${frameworkId} and status in ('published', 'superseded') and id <= ${versionId}),
    said as (
      select now.${id} as id, p.id as version_id, p.at,
             p.id = ${versionId} or (was.content_sha256 = now.content_sha256) is true as same
        from ${table} now cross join public p
        left join ${table} was on was.${id} = now.${id} and was.framework_version_id = p.id
       where now.framework_version_id = ${versionId} and now.${id} = any(${[...ids]}::int4[]))
    select id, min(at) as at
      from (select id, version_id, at,
                   max(version_id) filter (where not same) over (partition by id) as last_other
              from said) s
     where version_id > coalesce(last_other, 0)
     group by id`.execute(db);
  return new Map(rows.map(({ id, at }) => [id, at.toISOString()]));
}

export interface PublicDefinition {
  versionId: number;
  row: DefinitionRow;
}

/** A definition by its UUID, in the newest public version that has it. */
export async function findDefinition(
  db: Kysely<DB>,
  kind: DefinitionRow['kind'],
  uuid: string,
): Promise<PublicDefinition | undefined> {
  const row = await db
    .selectFrom('framework_definition')
    .innerJoin('framework_version as v', 'v.id', 'framework_definition.framework_version_id')
    .where('framework_definition.uuid', '=', uuid)
    .where('framework_definition.kind', '=', kind)
    .where('v.status', 'in', ['published', 'superseded'])
    .select(['v.id as versionId', 'framework_definition.uuid', 'kind', 'body', 'sequence'])
    .orderBy('v.id', 'desc')
    .executeTakeFirst();
  if (!row) return undefined;
  const { versionId, ...definition } = row;
  return { versionId, row: { type: 'definition', ...definition } as DefinitionRow };
}

/** Those below it in its hierarchy: their codes begin with its own and a separator. */
export async function listBelow(
  db: Kysely<DB>,
  versionId: number,
  { kind, uuid, body }: DefinitionRow,
): Promise<DefinitionRow[]> {
  const code = typeof body.hierarchyCode === 'string' ? body.hierarchyCode : '';
  if (code === '') return [];
  const { rows } = await sql<Omit<DefinitionRow, 'type'>>`
    select uuid, kind, body, sequence from framework_definition
     where framework_version_id = ${versionId} and kind = ${kind} and uuid <> ${uuid}
       and (starts_with(body ->> 'hierarchyCode', ${`${code}.`}) or starts_with(body ->> 'hierarchyCode', ${`${code}-`})
            or starts_with(body ->> 'hierarchyCode', ${`${code}/`}))
     order by sequence`.execute(db);
  return rows.map((row) => ({ type: 'definition', ...row }));
}

export interface Place {
  versionId: number;
  type: 'item' | 'role';
  id: number;
}

/** Where an item with this UUID stands: in the version in force before older ones. */
export async function findPart(db: Kysely<DB>, uuid: string): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select v.framework_version_id as "versionId", 'item' as type, c.id
      from competency c join competency_version v on v.competency_id = c.id
      join framework_version f on f.id = v.framework_version_id
     where c.uuid = ${uuid} and f.status in ('published', 'superseded')
    union all
    select v.framework_version_id, 'role', r.id
      from role r join role_version v on v.role_id = r.id
      join framework_version f on f.id = v.framework_version_id
     where r.uuid = ${uuid} and f.status in ('published', 'superseded')
    order by 1 desc limit 1`.execute(db);
  return rows[0];
}

/** The rows at whose associations an item is the end: its children, what is related to it, roles that ask for it. */
export async function listPointing(
  db: Kysely<DB>,
  { versionId, type, id }: Place,
): Promise<{ items: number[]; roles: number[] }> {
  if (type === 'role') {
    const { rows } = await sql<{ id: number }>`
      select role_id as id from role_version
       where framework_version_id = ${versionId} and parent_role_id = ${id} order by 1`.execute(db);
    return { items: [], roles: rows.map((row) => row.id) };
  }
  const { rows } = await sql<{ type: string; id: number }>`
    select 'item' as type, competency_id as id from competency_version
     where framework_version_id = ${versionId} and parent_competency_id = ${id}
    union
    select 'item', from_competency_id from competency_relation
     where framework_version_id = ${versionId} and to_competency_id = ${id}
    union
    select 'role', role_id from role_requirement
     where framework_version_id = ${versionId} and competency_id = ${id}
    order by 1, 2`.execute(db);
  const idsOf = (wanted: string) => rows.flatMap((row) => (row.type === wanted ? [row.id] : []));
  return { items: idsOf('item'), roles: idsOf('role') };
}

export interface SuccessionRow {
  kind: string;
  weight: number;
  reason: string;
  from: { uuid: string; uri: string | null; code: string; label: string | null };
  to: { uuid: string; uri: string | null; code: string; label: string | null };
}

/**
 * What became of the competencies of earlier versions, as this version says: each as the version in
 * which it last stood up to this one words it.
 */
export async function listSuccessions(db: Kysely<DB>, versionId: number): Promise<SuccessionRow[]> {
  const end = (competency: string) => sql`
    (select json_build_object('uuid', c.uuid, 'uri', c.uri, 'code', v.code, 'label',
              (select t.value from competency_text t
                where t.competency_id = c.id and t.framework_version_id = v.framework_version_id
                  and t.field = 'label'
                order by t.language = 'vi' desc, t.language limit 1))
       from competency c
       join competency_version v on v.competency_id = c.id and v.framework_version_id <= ${versionId}
       join framework_version w on w.id = v.framework_version_id and w.status in ('published', 'superseded')
      where c.id = ${sql.ref(competency)}
      order by w.id desc limit 1)`;
  const { rows } = await sql<SuccessionRow>`
    select s.kind, s.weight, s.reason, ${end('s.from_competency_id')} as "from",
           ${end('s.to_competency_id')} as "to"
      from competency_succession s
     where s.framework_version_id = ${versionId} and s.from_competency_id <> s.to_competency_id
     order by s.id`.execute(db);
  return rows;
}
