import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { contentHash, type ScaleRow } from '../importing/framework-row.ts';

export interface ScaleMark {
  id: number;
  code: string;
  edition: number;
  frameworkId: number | null;
}

/** The newest edition of every scale. */
export async function listScaleMarks(db: Kysely<DB>): Promise<ScaleMark[]> {
  const { rows } = await sql<ScaleMark>`
    select distinct on (code) id, code, edition, framework_id as "frameworkId"
      from level_scale order by code, edition desc`.execute(db);
  return rows;
}

/** `kept`: a version that is or was published, or an equating, has seen these words. */
export async function findScale(
  db: Kysely<DB>,
  code: string,
): Promise<(ScaleMark & { hash: string | null; kept: boolean }) | undefined> {
  const { rows } = await sql<ScaleMark & { hash: string | null; kept: boolean }>`
    select s.id, s.code, s.edition, s.framework_id as "frameworkId", s.content_sha256 as hash,
           exists (select from framework_version v
                    where v.status in ('published', 'superseded')
                      and (v.framework_id = s.framework_id
                        or exists (select from competency_level l
                                    where l.framework_version_id = v.id and l.level_scale_id = s.id)
                        or exists (select from competency_version c
                                    where c.framework_version_id = v.id and c.level_scale_id = s.id)
                        or exists (select from role_requirement q
                                    where q.framework_version_id = v.id and q.level_scale_id = s.id)))
           or exists (select from level_equating e where s.id in (e.from_scale_id, e.to_scale_id)) as kept
      from level_scale s where s.code = ${code} order by s.edition desc limit 1`.execute(db);
  return rows[0];
}

export async function readScaleRow(db: Kysely<DB>, id: number): Promise<ScaleRow> {
  const { rows } = await sql<{ row: ScaleRow }>`
    select json_build_object('type', 'scale', 'code', s.code, 'kind', s.kind,
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
      from level_scale s where s.id = ${id}`.execute(db);
  return rows[0]!.row;
}

/** Levels that the draft names; `anywhere`: whatever else names them too. */
export async function listUsedLevels(
  db: Kysely<DB>,
  versionId: number,
  scaleId: number,
  anywhere: boolean,
): Promise<number[]> {
  const here = sql`level_scale_id = ${scaleId}
    ${anywhere ? sql`` : sql`and framework_version_id = ${versionId}`}`;
  const { rows } = await sql<{ level: number }>`
    select level from competency_level where ${here}
    union select level from competency_version where ${here}
    union select level from role_requirement where ${here}
    order by level`.execute(db);
  return rows.map(({ level }) => level);
}

export async function listItemsOnScale(
  db: Kysely<DB>,
  versionId: number,
  code: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct l.competency_id as id from competency_level l
      join level_scale s on s.id = l.level_scale_id and s.code = ${code}
     where l.framework_version_id = ${versionId}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Puts other words in the place of those of a scale that nobody has published. */
export async function rewriteScale(trx: Transaction<DB>, id: number, row: ScaleRow): Promise<void> {
  const json = JSON.stringify(row);
  for (const statement of [
    sql`update level_scale set kind = ${row.kind}, content_sha256 = ${contentHash(row)} where id = ${id}`,
    sql`delete from level_scale_text where level_scale_id = ${id}`,
    sql`delete from level_text where level_scale_id = ${id}`,
    sql`delete from level where level_scale_id = ${id}
           and not level = any(${row.levels.map(({ level }) => level)}::int2[])`,
    sql`insert into level (level_scale_id, level, code)
        select ${id}, level, code from jsonb_to_recordset(${json}::jsonb -> 'levels') as l (level int2, code text)
        on conflict (level_scale_id, level) do update set code = excluded.code`,
    sql`insert into level_scale_text (level_scale_id, field, language, value, origin)
        select ${id}, field, language, value, 'person'
          from jsonb_to_recordset(${json}::jsonb -> 'texts') as t (field text, language text, value text)`,
    sql`insert into level_text (level_scale_id, level, field, language, value, origin)
        select ${id}, l.level, t.field, t.language, t.value, 'person'
          from jsonb_to_recordset(${json}::jsonb -> 'levels') as l (level int2, texts jsonb),
               jsonb_to_recordset(l.texts) as t (field text, language text, value text)`,
  ]) {
    await statement.execute(trx);
  }
}
