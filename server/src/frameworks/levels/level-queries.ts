import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LocalText } from '#src/languages/contract.ts';
import { levelWords } from '../reading/list-frameworks.ts';
import type { AtLevel, EquatingRow, Ladder } from './contract.ts';

export interface ReadVersion {
  frameworkId: number;
  ownerOrganisationId: number;
  versionId: number;
  version: string;
  status: 'draft' | 'in-review' | 'published' | 'superseded';
  title: LocalText;
}

/** The published version of a framework (else the newest superseded one) and its draft, where there are such. */
export async function findVersions(db: Kysely<DB>, code: string): Promise<ReadVersion[]> {
  const { rows } = await sql<ReadVersion>`
    select distinct on (v.status in ('draft', 'in-review'))
           f.id as "frameworkId", f.owner_organisation_id as "ownerOrganisationId",
           v.id as "versionId", v.version, v.status,
           json_build_object('vi', ${title('vi')}, 'en', ${title('en')}) as title
      from framework f join framework_version v on v.framework_id = f.id
     where f.code = ${code}
     order by v.status in ('draft', 'in-review'), v.status = 'published' desc, v.id desc`.execute(
    db,
  );
  return rows;
}

const title = (language: 'vi' | 'en') => sql`
  (select t.value from framework_version_text t
    where t.framework_version_id = v.id and t.field = 'title' and t.language = ${sql.lit(language)})`;

const named = (version: number) => sql`
  select level_scale_id from competency_level where framework_version_id = ${version}
  union select level_scale_id from competency_version
         where framework_version_id = ${version} and level_scale_id is not null
  union select level_scale_id from role_requirement
         where framework_version_id = ${version} and level_scale_id is not null`;

/**
 * Scales that a version names, else the newest edition of those that its framework owns and, with `others`, of all.
 * What only the open draft of some framework has written is left out, unless it is the draft that is read.
 */
export async function listLadders(
  db: Kysely<DB>,
  { frameworkId, versionId, status }: ReadVersion,
  others: boolean,
): Promise<Ladder[]> {
  const inDraft = status === 'draft' || status === 'in-review';
  const { rows } = await sql<Ladder>`
    with named as (${named(versionId)}),
    written as (
      -- editions that nothing but an open draft knows
      select s.id from level_scale s
        join framework_version w on w.framework_id = s.framework_id and w.status in ('draft', 'in-review')
       where exists (select from framework_edit e
                      where e.framework_version_id = w.id and e.after ? ('scale ' || s.code))
         and not exists (select from level_scale n where n.code = s.code and n.edition > s.edition)
         and not exists (select from level_equating q where s.id in (q.from_scale_id, q.to_scale_id))
         and not (${inDraft}::boolean and w.id = ${versionId})),
    chosen as (
      select distinct on (s.code) s.*, s.id in (select level_scale_id from named) as is_named
        from level_scale s
       where s.id in (select level_scale_id from named) or s.id not in (select id from written)
       order by s.code, s.id in (select level_scale_id from named) desc, s.edition desc)
    select s.id, s.code, s.edition, s.kind, f.code as framework,
           case when s.framework_id = ${frameworkId} then 'own' when s.is_named then 'used' else 'other' end as place,
           ${scaleWords('title')} as title, ${scaleWords('description')} as description,
           exists (select from framework_version v
                    where v.status in ('published', 'superseded') and v.framework_id = s.framework_id)
             or exists (select from level_equating q where s.id in (q.from_scale_id, q.to_scale_id)) as kept,
           coalesce((select json_agg(json_build_object('level', l.level, 'code', l.code,
               'label', ${levelWords('label')}, 'descriptor', ${levelWords('descriptor')},
               'described', (select count(*) from competency_level c where ${at} ),
               'standing', (select count(*) from competency_version c where ${at}),
               'required', (select count(distinct c.role_id) from role_requirement c where ${at}))
               order by l.level) from level l where l.level_scale_id = s.id), '[]') as levels
      from chosen s
      left join framework f on f.id = s.framework_id
     cross join (select ${versionId}::int4 as version_id) which
     where s.framework_id = ${frameworkId} or s.is_named or ${others}::boolean
        or s.code in (select b.code from level_equating q
                        join level_scale a on a.framework_id = ${frameworkId}
                         and a.id in (q.from_scale_id, q.to_scale_id)
                        join level_scale b on b.id in (q.from_scale_id, q.to_scale_id))
     order by s.framework_id is distinct from ${frameworkId}, s.code`.execute(db);
  return rows;
}

const at = sql`c.framework_version_id = which.version_id and c.level_scale_id = l.level_scale_id
               and c.level = l.level`;

const scaleWords = (field: 'title' | 'description') => sql`
  coalesce((select json_object_agg(t.language, t.value) from level_scale_text t
             where t.level_scale_id = s.id and t.field = ${sql.lit(field)}), '{}')`;

/** All that touch a scale of the framework: in force first, the newest first. */
export async function listEquatingRows(
  db: Kysely<DB>,
  frameworkId: number,
): Promise<(Omit<EquatingRow, 'by'> & { actorId: number; ownerId: number | null })[]> {
  const { rows } = await sql<Omit<EquatingRow, 'by'> & { actorId: number; ownerId: number | null }>`
    select e.id, e.relation, e.method, e.confidence, e.source, e.author_actor_id as "actorId",
           e.reason, e.program_source is not null as "fromProgram",
           (select a.organisation_id from audit_fact a
             where a.subject_kind = 'level-equating' and a.subject_id = e.id::text
             order by a.id limit 1) as "ownerId",
           e.valid_from::text as "validFrom", e.valid_to::text as "validTo",
           ${end('f', 'from')} as "from", ${end('t', 'to')} as "to"
      from level_equating e
      join level_scale f on f.id = e.from_scale_id
      join level_scale t on t.id = e.to_scale_id
     where ${frameworkId} in (f.framework_id, t.framework_id)
     order by e.valid_to is not null, e.valid_to desc, e.id desc`.execute(db);
  return rows;
}

const end = (scale: 'f' | 't', side: 'from' | 'to') => sql`
  json_build_object('scale', ${sql.ref(`${scale}.code`)}, 'edition', ${sql.ref(`${scale}.edition`)},
    'lowest', ${sql.ref(`e.${side}_lowest`)}, 'highest', ${sql.ref(`e.${side}_highest`)})`;

/** Competencies of a version that say something at a level, or stand for it, by their codes. */
export async function listAtLevel(
  db: Kysely<DB>,
  versionId: number,
  { scale, level }: { scale: string; level: number },
  { page, size }: { page: number; size: number },
): Promise<AtLevel> {
  const { rows } = await sql<AtLevel['items'][number] & { total: number }>`
    with found as (
      select v.competency_id, v.code, bool_or(x.stands) as "standsFor",
             max(x.scale_id) as scale_id, count(*) over ()::int4 as total
        from (select l.competency_id, l.level_scale_id as scale_id, false as stands from competency_level l
               where l.framework_version_id = ${versionId} and l.level = ${level}
              union all
              select c.competency_id, c.level_scale_id, true from competency_version c
               where c.framework_version_id = ${versionId} and c.level = ${level}) x
        join level_scale s on s.id = x.scale_id and s.code = ${scale}
        join competency_version v on v.competency_id = x.competency_id
         and v.framework_version_id = ${versionId}
       group by v.competency_id, v.code
       order by v.code limit ${size} offset ${(page - 1) * size})
    select f.code, f."standsFor", f.total,
           coalesce((select json_object_agg(t.language, t.value) from competency_text t
             where t.competency_id = f.competency_id and t.framework_version_id = ${versionId}
               and t.field = 'label'), '{}') as label,
           coalesce((select json_object_agg(t.language, t.value) from competency_level_text t
             where t.competency_id = f.competency_id and t.framework_version_id = ${versionId}
               and t.level_scale_id = f.scale_id and t.level = ${level}), '{}') as says
      from found f order by f.code`.execute(db);
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...item }) => item) };
}
