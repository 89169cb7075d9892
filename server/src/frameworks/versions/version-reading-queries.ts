import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LocalText } from '#src/languages/contract.ts';
import type { PartName } from '../drafting/fields.ts';
import type { VersionChanges, VersionLine } from './contract.ts';

export interface PlaceRow {
  id: number;
  parentId: number | null;
  code: string;
  kind: string;
  hash: string | null;
  label: LocalText;
}

const labelOf = (table: string, id: string) => sql`json_build_object(
  'vi', (select value from ${sql.table(table)} t where t.${sql.ref(id)} = v.${sql.ref(id)}
          and t.framework_version_id = v.framework_version_id and t.field = 'label' and t.language = 'vi'),
  'en', (select value from ${sql.table(table)} t where t.${sql.ref(id)} = v.${sql.ref(id)}
          and t.framework_version_id = v.framework_version_id and t.field = 'label' and t.language = 'en'))`;

/** Where everything stands in a version, siblings in their order. */
export async function listPlaces(
  db: Kysely<DB>,
  versionId: number,
  part: PartName,
): Promise<PlaceRow[]> {
  const [table, texts, id, parent] =
    part === 'item'
      ? ['competency_version', 'competency_text', 'competency_id', 'parent_competency_id']
      : ['role_version', 'role_text', 'role_id', 'parent_role_id'];
  const { rows } = await sql<PlaceRow>`
    select v.${sql.ref(id!)} as id, v.${sql.ref(parent!)} as "parentId", v.code, v.kind,
           v.content_sha256 as hash, ${labelOf(texts!, id!)} as label
      from ${sql.table(table!)} v where v.framework_version_id = ${versionId}
     order by v.sequence, v.code, 1`.execute(db);
  return rows;
}

export async function versionName(db: Kysely<DB>, id: number): Promise<string> {
  const { version } = await db
    .selectFrom('framework_version')
    .where('id', '=', id)
    .select('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function listSuccessionLines(
  db: Kysely<DB>,
  versionId: number,
): Promise<VersionChanges['successions']> {
  const line = (end: 'from' | 'to') => {
    const id = sql.ref(`s.${end}_competency_id`);
    const label = (language: string) => sql`
      (select t.value from competency_text t join framework_version w on w.id = t.framework_version_id
        where t.competency_id = ${id} and t.field = 'label' and t.language = ${language}
        order by t.framework_version_id = s.framework_version_id desc, w.id desc limit 1)`;
    return sql`json_build_object('code', coalesce(
        (select v.code from competency_version v where v.competency_id = ${id}
          order by v.framework_version_id = s.framework_version_id desc, v.framework_version_id desc limit 1), ''),
      'label', json_build_object('vi', ${label('vi')}, 'en', ${label('en')}))`;
  };
  const { rows } = await sql<VersionChanges['successions'][number]>`
    select ${line('from')} as "from", case when s.to_competency_id is not null then ${line('to')} end as "to",
           s.kind, s.weight::float8 as weight, s.reason
      from competency_succession s where s.framework_version_id = ${versionId} order by s.id`.execute(
    db,
  );
  return rows;
}

export interface VersionRow extends Omit<VersionLine, 'publishedBy' | 'createdBy'> {
  id: number;
  publishedByActorId: number | null;
  createdByActorId: number | null;
}

/** The newest first. */
export async function listVersionRows(db: Kysely<DB>, frameworkId: number): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.id, v.version, v.status, v.published_on as "publishedOn", b.version as "basedOn", v.reason,
           v.licence, v.published_by_actor_id as "publishedByActorId",
           v.created_by_actor_id as "createdByActorId",
           (select count(*)::int4 from competency_version c where c.framework_version_id = v.id) as items,
           (select count(*)::int4 from role_version r where r.framework_version_id = v.id) as roles
      from framework_version v left join framework_version b on b.id = v.based_on_version_id
     where v.framework_id = ${frameworkId} order by v.id desc`.execute(db);
  return rows;
}

/** A version by the name that people give it. */
export async function findVersion(
  db: Kysely<DB>,
  code: string,
  version: string,
): Promise<{ id: number; status: VersionLine['status'] } | undefined> {
  const row = await db
    .selectFrom('framework_version')
    .innerJoin('framework', 'framework.id', 'framework_version.framework_id')
    .where('framework.code', '=', code)
    .where('framework_version.version', '=', version)
    .select(['framework_version.id', 'framework_version.status'])
    .executeTakeFirst();
  return row as { id: number; status: VersionLine['status'] } | undefined;
}
