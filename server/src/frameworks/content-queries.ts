import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/** A query of one column `payload jsonb`, each row an ItemRow or a RoleRow (importing/framework-row.ts). */
export type RowSource = RawBuilder<unknown>;

/** The version that is written to, and the ids of the scales that its levels name. */
export interface Target {
  frameworkId: number;
  versionId: number;
  scales: ReadonlyMap<string, number>;
}

/** Rows given as values, for a change of a few. */
export function rowsOf(rows: readonly unknown[]): RowSource {
  return sql`select value as payload from jsonb_array_elements(${JSON.stringify(rows)}::jsonb)`;
}

/**
 * One look-up by index for every row: the planner takes staged rows for a few and what was written in
 * the same transaction for less, and would join thousands with thousands row by row (a limit stops that).
 */
const found = (table: 'competency' | 'role', frameworkId: number, sourceId: RowSource) => sql`
  lateral (select id from ${sql.table(table)}
            where framework_id = ${frameworkId} and source_id = ${sourceId} limit 1)`;

/** What is looked up for every row: its own competency, its parent, the scale of its level. */
const items = (rows: RowSource, { frameworkId }: Target) => sql`
  select r.payload, c.id
    from (${rows}) r
    cross join ${found('competency', frameworkId, sql`r.payload ->> 'sourceId'`)} c`;

const roles = (rows: RowSource, { frameworkId }: Target) => sql`
  select r.payload, c.id
    from (${rows}) r
    cross join ${found('role', frameworkId, sql`r.payload ->> 'sourceId'`)} c`;

const scales = ({ scales }: Target) => sql`
  unnest(${[...scales.keys()]}::text[], ${[...scales.values()]}::int4[])`;

/** The lasting concepts of items that are new here; `minted`: new UUIDs by source id, for those taken elsewhere. */
export async function ensureCompetencies(
  trx: Transaction<DB>,
  rows: RowSource,
  frameworkId: number,
  minted: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  await sql`
    insert into competency (uuid, framework_id, source_id, uri, code)
    select coalesce(m.uuid, (r.payload ->> 'uuid')::uuid), ${frameworkId}, r.payload ->> 'sourceId',
           r.payload ->> 'uri', r.payload ->> 'code'
      from (${rows}) r left join ${mintedUuids(minted)} on m.source_id = r.payload ->> 'sourceId'
    on conflict (framework_id, source_id) do update set uri = excluded.uri`.execute(trx);
}

export async function ensureRoles(
  trx: Transaction<DB>,
  rows: RowSource,
  frameworkId: number,
  minted: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  await sql`
    insert into role (uuid, framework_id, source_id, uri)
    select coalesce(m.uuid, (r.payload ->> 'uuid')::uuid), ${frameworkId}, r.payload ->> 'sourceId',
           r.payload ->> 'uri'
      from (${rows}) r left join ${mintedUuids(minted)} on m.source_id = r.payload ->> 'sourceId'
    on conflict (framework_id, source_id) do update set uri = excluded.uri`.execute(trx);
}

const mintedUuids = (minted: ReadonlyMap<string, string>) => sql`
  unnest(${[...minted.keys()]}::text[], ${[...minted.values()]}::uuid[]) as m (source_id, uuid)`;

/** Writes items with their texts and levels; what they said before is replaced. Their concepts stand. */
export async function writeItems(
  trx: Transaction<DB>,
  target: Target,
  rows: RowSource,
): Promise<void> {
  const { frameworkId, versionId } = target;
  await sql`
    insert into competency_version
      (competency_id, framework_version_id, code, parent_competency_id, kind, source_kind, sequence,
       content_sha256, level_scale_id, level, extra)
    select i.id, ${versionId}, i.payload ->> 'code', p.id, i.payload ->> 'kind',
           i.payload ->> 'sourceKind', (i.payload ->> 'sequence')::int4, i.payload ->> 'contentSha256',
           s.id, (i.payload -> 'level' ->> 'level')::int2, coalesce(i.payload -> 'extra', '{}')
      from (${items(rows, target)}) i
      left join ${found('competency', frameworkId, sql`i.payload ->> 'parent'`)} p on true
      left join ${scales(target)} as s (code, id) on s.code = i.payload -> 'level' ->> 'scale'
    on conflict (competency_id, framework_version_id) do update set
      code = excluded.code, parent_competency_id = excluded.parent_competency_id, kind = excluded.kind,
      source_kind = excluded.source_kind, sequence = excluded.sequence,
      content_sha256 = excluded.content_sha256, level_scale_id = excluded.level_scale_id,
      level = excluded.level, extra = excluded.extra, revision = competency_version.revision + 1`.execute(
    trx,
  );
  for (const table of ['competency_text', 'competency_level_text', 'competency_level'] as const) {
    await sql`
      delete from ${sql.table(table)} t using (${items(rows, target)}) i
       where t.competency_id = i.id and t.framework_version_id = ${versionId}`.execute(trx);
  }
  await sql`
    insert into competency_text (competency_id, framework_version_id, field, language, value, origin)
    select i.id, ${versionId}, t.field, t.language, normalize(t.value, NFC), coalesce(t.origin, 'source')
      from (${items(rows, target)}) i,
           jsonb_to_recordset(i.payload -> 'texts') as t (field text, language text, value text, origin text)
     where btrim(t.value) <> ''
    on conflict do nothing`.execute(trx);
  await sql`
    insert into competency_level (competency_id, framework_version_id, level_scale_id, level)
    select i.id, ${versionId}, s.id, l.level
      from (${items(rows, target)}) i,
           jsonb_to_recordset(i.payload -> 'levels') as l (scale text, level int2)
      join ${scales(target)} as s (code, id) on s.code = l.scale
    on conflict do nothing`.execute(trx);
  await sql`
    insert into competency_level_text
      (competency_id, framework_version_id, level_scale_id, level, language, value, origin)
    select i.id, ${versionId}, s.id, l.level, t.language, normalize(t.value, NFC), coalesce(t.origin, 'source')
      from (${items(rows, target)}) i,
           jsonb_to_recordset(i.payload -> 'levels') as l (scale text, level int2, texts jsonb)
      join ${scales(target)} as s (code, id) on s.code = l.scale,
           jsonb_to_recordset(l.texts) as t (language text, value text, origin text)
     where btrim(t.value) <> ''
    on conflict do nothing`.execute(trx);
}

/** Puts the relations of these items in the place of those that they had; an end that is not in the version is left out. */
export async function writeRelations(
  trx: Transaction<DB>,
  target: Target,
  rows: RowSource,
): Promise<void> {
  const { frameworkId, versionId } = target;
  await sql`
    delete from competency_relation t using (${items(rows, target)}) i
     where t.from_competency_id = i.id and t.framework_version_id = ${versionId}`.execute(trx);
  await sql`
    insert into competency_relation
      (framework_version_id, from_competency_id, to_competency_id, relation, sequence, extra)
    select ${versionId}, i.id, o.id, l.relation, l.sequence, coalesce(l.extra, '{}')
      from (${items(rows, target)}) i,
           jsonb_to_recordset(i.payload -> 'relations')
             as l ("to" text, relation text, sequence int4, extra jsonb)
      cross join ${found('competency', frameworkId, sql`l."to"`)} o
      join competency_version ov on ov.competency_id = o.id and ov.framework_version_id = ${versionId}
     where o.id <> i.id
    on conflict do nothing`.execute(trx);
}

/** Writes roles with their texts, titles and requirements; what they said before is replaced. */
export async function writeRoles(
  trx: Transaction<DB>,
  target: Target,
  rows: RowSource,
): Promise<void> {
  const { frameworkId, versionId } = target;
  await sql`
    insert into role_version
      (role_id, framework_version_id, code, parent_role_id, kind, source_kind, sequence, content_sha256, extra)
    select i.id, ${versionId}, i.payload ->> 'code', p.id, i.payload ->> 'kind', i.payload ->> 'sourceKind',
           (i.payload ->> 'sequence')::int4, i.payload ->> 'contentSha256', coalesce(i.payload -> 'extra', '{}')
      from (${roles(rows, target)}) i
      left join ${found('role', frameworkId, sql`i.payload ->> 'parent'`)} p on true
    on conflict (role_id, framework_version_id) do update set
      code = excluded.code, parent_role_id = excluded.parent_role_id, kind = excluded.kind,
      source_kind = excluded.source_kind, sequence = excluded.sequence,
      content_sha256 = excluded.content_sha256, extra = excluded.extra,
      revision = role_version.revision + 1`.execute(trx);
  for (const table of ['role_text', 'role_title', 'role_requirement'] as const) {
    await sql`
      delete from ${sql.table(table)} t using (${roles(rows, target)}) i
       where t.role_id = i.id and t.framework_version_id = ${versionId}`.execute(trx);
  }
  await sql`
    insert into role_text (role_id, framework_version_id, field, language, value, origin)
    select i.id, ${versionId}, t.field, t.language, normalize(t.value, NFC), coalesce(t.origin, 'source')
      from (${roles(rows, target)}) i,
           jsonb_to_recordset(i.payload -> 'texts') as t (field text, language text, value text, origin text)
     where btrim(t.value) <> ''
    on conflict do nothing`.execute(trx);
  await sql`
    insert into role_title (role_id, framework_version_id, title, language)
    select i.id, ${versionId}, normalize(t.title, NFC), t.language
      from (${roles(rows, target)}) i,
           jsonb_to_recordset(i.payload -> 'titles') as t (title text, language text)
     where btrim(t.title) <> ''
    on conflict do nothing`.execute(trx);
  await sql`
    insert into role_requirement
      (framework_version_id, role_id, competency_id, necessity, level_scale_id, level, weight, extra)
    select ${versionId}, i.id, c.id, q.necessity, s.id,
           case when s.id is not null then (q.level ->> 'level')::int2 end, q.weight, coalesce(q.extra, '{}')
      from (${roles(rows, target)}) i,
           jsonb_to_recordset(i.payload -> 'requirements')
             as q (item text, necessity text, level jsonb, weight real, extra jsonb)
      cross join ${found('competency', frameworkId, sql`q.item`)} c
      -- by the competency: of a version that is just coming in the planner believes that it is empty, and
      -- would walk through all of it for every requirement (+ 0 keeps it from the indexes of versions)
      cross join lateral (select competency_id from competency_version
                           where competency_id = c.id and framework_version_id + 0 = ${versionId} limit 1) there
      left join ${scales(target)} as s (code, id) on s.code = q.level ->> 'scale'
    on conflict do nothing`.execute(trx);
}

/** Takes items out of a version, with whatever in it points at them; the concepts stay. */
export async function deleteItems(
  trx: Transaction<DB>,
  versionId: number,
  ids: readonly number[],
): Promise<void> {
  const gone = sql<number>`any(${[...ids]}::int4[])`;
  const inVersion = sql`framework_version_id = ${versionId}`;
  for (const statement of [
    sql`delete from competency_text where ${inVersion} and competency_id = ${gone}`,
    sql`delete from competency_level_text where ${inVersion} and competency_id = ${gone}`,
    sql`delete from competency_level where ${inVersion} and competency_id = ${gone}`,
    sql`delete from competency_relation
         where ${inVersion} and (from_competency_id = ${gone} or to_competency_id = ${gone})`,
    sql`delete from role_requirement where ${inVersion} and competency_id = ${gone}`,
    sql`delete from competency_version where ${inVersion} and competency_id = ${gone}`,
    sql`update competency_version set parent_competency_id = null
         where ${inVersion} and parent_competency_id = ${gone}`,
  ]) {
    await statement.execute(trx);
  }
}

export async function deleteRoles(
  trx: Transaction<DB>,
  versionId: number,
  ids: readonly number[],
): Promise<void> {
  const gone = sql<number>`any(${[...ids]}::int4[])`;
  const inVersion = sql`framework_version_id = ${versionId}`;
  for (const statement of [
    sql`delete from role_text where ${inVersion} and role_id = ${gone}`,
    sql`delete from role_title where ${inVersion} and role_id = ${gone}`,
    sql`delete from role_requirement where ${inVersion} and role_id = ${gone}`,
    sql`delete from role_version where ${inVersion} and role_id = ${gone}`,
    sql`update role_version set parent_role_id = null where ${inVersion} and parent_role_id = ${gone}`,
  ]) {
    await statement.execute(trx);
  }
}

/** The whole content of a version into another, empty one. */
export async function copyContent(trx: Transaction<DB>, from: number, to: number): Promise<void> {
  const tables = {
    competency_version: `competency_id, code, parent_competency_id, kind, source_kind, sequence,
      content_sha256, level_scale_id, level, extra`,
    competency_text: 'competency_id, field, language, value, origin, reviewer_actor_id',
    competency_level: 'competency_id, level_scale_id, level',
    competency_level_text:
      'competency_id, level_scale_id, level, language, value, origin, reviewer_actor_id',
    competency_relation: 'from_competency_id, to_competency_id, relation, sequence, extra',
    role_version:
      'role_id, code, parent_role_id, kind, source_kind, sequence, content_sha256, extra',
    role_text: 'role_id, field, language, value, origin, reviewer_actor_id',
    role_title: 'role_id, title, language',
    role_requirement: 'role_id, competency_id, necessity, level_scale_id, level, weight, extra',
    framework_definition: 'uuid, kind, body, sequence',
    framework_version_text: 'field, language, value, origin, reviewer_actor_id',
  };
  for (const [table, columns] of Object.entries(tables)) {
    await sql`
      insert into ${sql.table(table)} (framework_version_id, ${sql.raw(columns)})
      select ${to}, ${sql.raw(columns)} from ${sql.table(table)} where framework_version_id = ${from}`.execute(
      trx,
    );
  }
}
