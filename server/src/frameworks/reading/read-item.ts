import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { isFormOf } from '../lexicon-queries.ts';
import type { ItemDetail, ItemRef, Rung } from './contract.ts';
import { getReadableVersion, type ReadableVersion } from './find-version.ts';
import { levelWords } from './list-frameworks.ts';
import { itemRef, itemWords, levelRef, roleRef } from './words-of.ts';

/** A list of what stands under an item, or requires it, ends here; its total does not. */
const MOST = 200;

/** An item of a version, named by its code, its UUID or its source's own name. Throws not-found. */
export async function getItem(
  db: Kysely<DB>,
  framework: string,
  item: string,
  version?: string,
): Promise<ItemDetail> {
  const at = await getReadableVersion(db, framework, version);
  const id = await findItemId(db, at, item);
  if (id === undefined) throw new Problem('not-found', { what: `${framework} ${item}` });
  const { frameworkId: _, versionId, ...of } = at;
  const own = await readOwn(db, versionId, id);
  return {
    ...own,
    framework: of,
    path: await readPath(db, versionId, id),
    ...(await readSurroundings(db, versionId, id)),
    levels: await readLevels(db, versionId, id),
    roles: await readRolesThatAsk(db, versionId, id),
    succession: await readSuccession(db, id),
  };
}

/** Where the item with a UUID stands: its framework and the newest version that has it. Throws not-found. */
export async function findItemPlace(
  db: Kysely<DB>,
  uuid: string,
): Promise<{ framework: string; version: string; code: string }> {
  const { rows } = await sql<{ framework: string; version: string; code: string }>`
    select f.code as framework, v.version, cv.code
      from competency c
      join competency_version cv on cv.competency_id = c.id
      join framework_version v on v.id = cv.framework_version_id
      join framework f on f.id = v.framework_id
     where c.uuid = ${uuid} and v.status in ('published', 'superseded')
     order by v.status = 'published' desc, v.id desc limit 1`.execute(db);
  if (!rows[0]) throw new Problem('not-found', { what: uuid });
  return rows[0];
}

async function findItemId(
  db: Kysely<DB>,
  { versionId, frameworkId }: ReadableVersion,
  item: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select v.competency_id as id from competency_version v join competency c on c.id = v.competency_id
     where v.framework_version_id = ${versionId} and c.framework_id = ${frameworkId}
       and (v.code = ${item} or c.source_id = ${item} or c.uuid::text = lower(${item}))
     order by v.code = ${item} desc, c.source_id = ${item} desc limit 1`.execute(db);
  return rows[0]?.id;
}

type Own = Pick<
  ItemDetail,
  | 'id'
  | 'uuid'
  | 'range'
  | 'code'
  | 'uri'
  | 'kind'
  | 'sourceKind'
  | 'label'
  | 'definition'
  | 'note'
  | 'level'
  | 'aliases'
  | 'versions'
>;

async function readOwn(db: Kysely<DB>, versionId: number, id: number): Promise<Own> {
  const version = sql`${versionId}::int4`;
  const { rows } = await sql<Own>`
    select c.id, c.uuid, v.code, c.uri, v.kind, v.source_kind as "sourceKind",
           case when jsonb_typeof(v.extra #> '{range,lowest}') = 'number' then v.extra -> 'range' end as range,
           ${itemWords('c.id', version, 'label')} as label,
           ${itemWords('c.id', version, 'definition')} as definition,
           ${itemWords('c.id', version, 'note')} as note,
           ${levelRef('v')} as level,
           coalesce((select json_agg(json_build_object('form', e.form, 'language', e.language)
                       order by e.language, e.form)
              from lexicon_entry e
             where e.competency_id = c.id and ${isFormOf('e', 'w')}
               and not exists (select from competency_text t
                                where t.competency_id = c.id and t.framework_version_id = v.framework_version_id
                                  and t.field = 'label' and t.value = e.form)), '[]') as aliases,
           (select json_agg(json_build_object('version', fv.version, 'status', fv.status, 'code', o.code)
                      order by fv.id desc)
              from competency_version o join framework_version fv on fv.id = o.framework_version_id
             where o.competency_id = c.id and fv.status in ('published', 'superseded')) as versions
      from competency_version v
      join competency c on c.id = v.competency_id
      join framework_version w on w.id = v.framework_version_id
     where v.framework_version_id = ${versionId} and v.competency_id = ${id}`.execute(db);
  return rows[0]!;
}

/** From the top down to what it stands under; a ring ends where it would begin again. */
async function readPath(db: Kysely<DB>, versionId: number, id: number): Promise<ItemRef[]> {
  const { rows } = await sql<{ ref: ItemRef }>`
    with recursive up (id, depth) as (
      select parent_competency_id, 1 from competency_version
       where framework_version_id = ${versionId} and competency_id = ${id}
      union all
      select v.parent_competency_id, up.depth + 1
        from up join competency_version v
          on v.competency_id = up.id and v.framework_version_id = ${versionId}
       where up.depth < 20)
    select ${itemRef('v')} as ref
      from up join competency_version v on v.competency_id = up.id and v.framework_version_id = ${versionId}
     order by up.depth desc`.execute(db);
  const refs = rows.map(({ ref }) => ref);
  return refs.filter(
    (ref, place) => ref.id !== id && refs.findLastIndex((other) => other.id === ref.id) === place,
  );
}

async function readSurroundings(
  db: Kysely<DB>,
  versionId: number,
  id: number,
): Promise<Pick<ItemDetail, 'children' | 'otherParents' | 'relations'>> {
  const { rows: children } = await sql<{
    ref: ItemDetail['children']['list'][number];
    total: number;
  }>`
    select ${itemRef('v')}::jsonb || jsonb_build_object('level', ${levelRef('v')}) as ref, count(*) over ()::int4 as total
      from competency_version v
     where v.framework_version_id = ${versionId}
       and (v.parent_competency_id = ${id}
            or v.competency_id in (select from_competency_id from competency_relation
                                    where framework_version_id = ${versionId}
                                      and to_competency_id = ${id} and relation = 'child-of'))
     order by v.parent_competency_id = ${id} desc, v.sequence, v.code limit ${MOST}`.execute(db);
  const { rows: relations } = await sql<ItemDetail['relations'][number]>`
    select r.relation, case when r.from_competency_id = ${id} then 'from' else 'to' end as direction,
           ${itemRef('v')} as item
      from competency_relation r
      join competency_version v on v.framework_version_id = ${versionId}
       and v.competency_id = case when r.from_competency_id = ${id} then r.to_competency_id else r.from_competency_id end
     where r.framework_version_id = ${versionId} and ${id} in (r.from_competency_id, r.to_competency_id)
     order by r.relation, r.sequence, v.code limit ${MOST}`.execute(db);
  return {
    children: { total: children[0]?.total ?? 0, list: children.map(({ ref }) => ref) },
    otherParents: relations
      .filter(({ relation, direction }) => relation === 'child-of' && direction === 'from')
      .map(({ item }) => item),
    relations: relations.filter(({ relation }) => relation !== 'child-of'),
  };
}

/** The whole ladder of every scale on which the item is described: rungs without words of its own too. */
async function readLevels(db: Kysely<DB>, versionId: number, id: number): Promise<Rung[]> {
  const { rows } = await sql<Rung>`
    select s.code as scale, l.level, l.code, ${levelWords('label')} as label,
           ${levelWords('descriptor')} as descriptor,
           coalesce((select json_object_agg(t.language, t.value) from competency_level_text t
             where t.competency_id = ${id} and t.framework_version_id = ${versionId}
               and t.level_scale_id = l.level_scale_id and t.level = l.level), '{}') as says
      from level_scale s join level l on l.level_scale_id = s.id
     where s.id in (select level_scale_id from competency_level
                     where competency_id = ${id} and framework_version_id = ${versionId})
     order by s.code, l.level`.execute(db);
  return rows;
}

async function readRolesThatAsk(
  db: Kysely<DB>,
  versionId: number,
  id: number,
): Promise<ItemDetail['roles']> {
  const { rows } = await sql<ItemDetail['roles']['list'][number] & { total: number }>`
    select ${roleRef('v')} as role, q.necessity, ${levelRef('q')} as level, q.weight,
           count(*) over ()::int4 as total
      from role_requirement q
      join role_version v on v.role_id = q.role_id and v.framework_version_id = q.framework_version_id
     where q.framework_version_id = ${versionId} and q.competency_id = ${id}
     order by q.necessity desc, q.weight desc nulls last, v.code limit ${MOST}`.execute(db);
  return { total: rows[0]?.total ?? 0, list: rows.map(({ total: _, ...row }) => row) };
}

async function readSuccession(db: Kysely<DB>, id: number): Promise<ItemDetail['succession']> {
  const { rows } = await sql<ItemDetail['succession'][number]>`
    select s.kind, case when s.from_competency_id = ${id} then 'into' else 'from' end as direction,
           fv.version, s.weight, s.reason,
           (select ${itemRef('v')} from competency_version v
              join framework_version w on w.id = v.framework_version_id
             where v.competency_id = case when s.from_competency_id = ${id}
                                          then s.to_competency_id else s.from_competency_id end
               and w.status in ('published', 'superseded')
             order by w.status = 'published' desc, w.id desc limit 1) as item
      from competency_succession s
      join framework_version fv on fv.id = s.framework_version_id
     where ${id} in (s.from_competency_id, s.to_competency_id)
       and fv.status in ('published', 'superseded')
     order by fv.id desc, s.id`.execute(db);
  return rows;
}
