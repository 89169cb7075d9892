import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { localText } from '#src/languages/local-text.ts';
import type { FrameworkDetail, FrameworkEntry, Scale, VersionEntry } from './contract.ts';
import { documentUuid } from '../document-uuid.ts';
import { aboutWords, getReadableVersion } from './find-version.ts';

type EntryRow = Omit<FrameworkEntry, 'owner' | 'counts' | 'languages' | 'version'> &
  VersionEntry & { versionId: number; ownerId: number };

/** Changes whenever the list would: versions and their states, and the forms of the lexicon. */
export async function frameworksState(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat_ws(' ',
      (select string_agg(v.id || v.status || f.in_use, ',' order by v.id)
         from framework_version v join framework f on f.id = v.framework_id
        where v.status in ('published', 'superseded')),
      (select max(id) from lexicon_revision)) as state`.execute(db);
  return rows[0]!.state;
}

/** Every framework that has been published: those in use first, then by their codes. */
export async function listFrameworkEntries(db: Kysely<DB>): Promise<FrameworkEntry[]> {
  const { rows } = await sql<EntryRow>`
    select distinct on (f.id) ${entryColumns},
           (select count(*) from framework_version o
             where o.framework_id = f.id and o.status in ('published', 'superseded'))::int4 as versions
      from framework f join framework_version v on v.framework_id = f.id
     where v.status in ('published', 'superseded')
     order by f.id, v.status = 'published' desc, v.id desc`.execute(db);
  const entries = await Promise.all(rows.map((row) => entryOf(db, row)));
  return entries.sort(
    (one, other) => Number(other.inUse) - Number(one.inUse) || (one.code < other.code ? -1 : 1),
  );
}

/** One version with its texts, its siblings and its scales. Throws not-found. */
export async function getFramework(
  db: Kysely<DB>,
  code: string,
  version?: string,
): Promise<FrameworkDetail> {
  const { versionId } = await getReadableVersion(db, code, version);
  const { rows } = await sql<EntryRow & Pick<FrameworkDetail, 'description' | 'note'>>`
    select ${entryColumns}, 0 as versions, ${aboutWords('description')} as description,
           ${aboutWords('note')} as note
      from framework f join framework_version v on v.framework_id = f.id
     where v.id = ${versionId}`.execute(db);
  const { description, note, ...row } = rows[0]!;
  const { rows: versions } = await sql<VersionEntry>`
    select v.version, v.status, v.published_on::text as "publishedOn", v.licence
      from framework_version v join framework f on f.id = v.framework_id
     where f.code = ${code} and v.status in ('published', 'superseded') order by v.id desc`.execute(
    db,
  );
  return {
    ...(await entryOf(db, row)),
    description,
    note,
    documentUuid: documentUuid(row.uuid, row),
    versions,
    scales: await listScales(db, versionId),
  };
}

const entryColumns = sql`
  f.code, f.uuid, f.source, f.uri, f.in_use as "inUse", f.owner_organisation_id as "ownerId",
  v.id as "versionId", v.version, v.status, v.published_on::text as "publishedOn", v.licence,
  ${aboutWords('title')} as title`;

async function entryOf(db: Kysely<DB>, row: EntryRow): Promise<FrameworkEntry> {
  const { versionId, ownerId, version, status, publishedOn, licence, ...entry } = row;
  const { rows } = await sql<FrameworkEntry['counts'] & { languages: string[] }>`
    select count(*) filter (where kind = 'area')::int4 as areas,
           count(*) filter (where kind <> 'area')::int4 as competencies,
           (select count(*) from role_version r
             where r.framework_version_id = ${versionId} and r.kind <> 'group')::int4 as roles,
           (select count(*) from lexicon_entry e
              join competency_version o
                on o.competency_id = e.competency_id and o.framework_version_id = ${versionId}
             where e.status = 'approved' and e.removed_in_revision_id is null
               and not exists (select from competency_text t
                                where t.competency_id = e.competency_id and t.field = 'label'
                                  and t.framework_version_id = ${versionId}
                                  and t.value = e.form))::int4 as aliases,
           coalesce((select array_agg(distinct t.language order by t.language) from competency_text t
             where t.framework_version_id = ${versionId} and t.field = 'label'), '{}') as languages
      from competency_version where framework_version_id = ${versionId}`.execute(db);
  const { languages, ...counts } = rows[0]!;
  const names = await db
    .selectFrom('organisation_text')
    .where('organisation_id', '=', ownerId)
    .where('field', '=', 'name')
    .select(['language', 'value'])
    .execute();
  return {
    ...entry,
    owner: localText(names),
    version: { version, status, publishedOn, licence },
    counts,
    languages,
  };
}

/** The scales whose levels the items of a version name. */
export async function listScales(db: Kysely<DB>, versionId: number): Promise<Scale[]> {
  const { rows } = await sql<Scale>`
    select s.code, s.kind,
           coalesce((select json_object_agg(t.language, t.value) from level_scale_text t
             where t.level_scale_id = s.id and t.field = 'title'), '{}') as title,
           coalesce((select json_agg(json_build_object('level', l.level, 'code', l.code,
               'label', ${levelWords('label')}, 'descriptor', ${levelWords('descriptor')})
               order by l.level) from level l where l.level_scale_id = s.id), '[]') as levels
      from level_scale s
     where s.id in (select level_scale_id from competency_level where framework_version_id = ${versionId}
                    union select level_scale_id from competency_version where framework_version_id = ${versionId}
                    union select level_scale_id from role_requirement where framework_version_id = ${versionId})
     order by s.code`.execute(db);
  return rows;
}

/** The texts of `l`, a row of level, as Words. */
export const levelWords = (field: 'label' | 'descriptor') => sql`
  coalesce((select json_object_agg(t.language, t.value) from level_text t
             where t.level_scale_id = l.level_scale_id and t.level = l.level
               and t.field = ${sql.lit(field)}), '{}')`;
