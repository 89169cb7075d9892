import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { TextRow } from '#src/languages/local-text.ts';
import type { Draft, TreeEntry } from './contract.ts';
import type { PartName } from './fields.ts';

export async function listTree(
  db: Kysely<DB>,
  versionId: number,
  part: PartName,
): Promise<(Omit<TreeEntry, 'label'> & { labels: TextRow[] })[]> {
  const [table, concept, texts, id, parent] =
    part === 'item'
      ? [
          'competency_version',
          'competency',
          'competency_text',
          'competency_id',
          'parent_competency_id',
        ]
      : ['role_version', 'role', 'role_text', 'role_id', 'parent_role_id'];
  const { rows } = await sql<Omit<TreeEntry, 'label'> & { labels: TextRow[] }>`
    with label as (
      select ${sql.ref(id!)} as id, json_agg(json_build_object('language', language, 'value', value)) as labels
        from ${sql.table(texts!)}
       where framework_version_id = ${versionId} and field = 'label' group by 1),
    thread as (
      select ${sql.ref(id!)} as id, count(*)::int4 as threads from framework_comment
       where framework_version_id = ${versionId} and thread_id is null and resolved_at is null group by 1)
    select v.${sql.ref(id!)} as id, v.${sql.ref(parent!)} as "parentId", c.source_id as "sourceId", v.code, v.kind,
           coalesce(l.labels, '[]') as labels, coalesce(t.threads, 0) as threads
      from ${sql.table(table!)} v
      join ${sql.table(concept!)} c on c.id = v.${sql.ref(id!)}
      left join label l on l.id = v.${sql.ref(id!)}
      left join thread t on t.id = v.${sql.ref(id!)}
     where v.framework_version_id = ${versionId}
     order by v.sequence, v.code, 1`.execute(db);
  return rows;
}

export async function countOf(
  db: Kysely<DB>,
  { versionId, frameworkId }: { versionId: number; frameworkId: number },
): Promise<Draft['counts']> {
  const here = sql`framework_version_id = ${versionId}`;
  const { rows } = await sql<Draft['counts']>`
    select (select count(*)::int4 from competency_version where ${here}) as items,
           (select count(*)::int4 from role_version where ${here}) as roles,
           ((select count(*) from competency_text where ${here} and origin = 'machine-draft')
             + (select count(*) from competency_level_text where ${here} and origin = 'machine-draft')
             + (select count(*) from role_text where ${here} and origin = 'machine-draft')
             + (select count(*) from framework_version_text where ${here} and origin = 'machine-draft'))::int4
             as "machineDrafts",
           (select count(*)::int4 from framework_comment
             where ${here} and thread_id is null and resolved_at is null) as "openThreads",
           (select count(*)::int4 from lexicon_entry e join competency c on c.id = e.competency_id
             where c.framework_id = ${frameworkId} and e.status = 'proposed') as "proposedForms"`.execute(
    db,
  );
  return rows[0]!;
}

export async function versionLabelOf(db: Kysely<DB>, id: number | null): Promise<string | null> {
  if (id === null) return null;
  const row = await db
    .selectFrom('framework_version')
    .where('id', '=', id)
    .select('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function organisationNames(
  db: Kysely<DB>,
  ids: readonly number[],
): Promise<Map<number, TextRow[]>> {
  const rows = await db
    .selectFrom('organisation_text')
    .where('field', '=', 'name')
    .where('organisation_id', 'in', [0, ...ids])
    .select(['organisation_id as id', 'language', 'value'])
    .execute();
  return Map.groupBy(rows, (row) => row.id);
}
