import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { contentHash, type ScaleRow } from './importing/framework-row.ts';

/** The newest edition of every scale, by code; `frameworkId`: those of one framework before others of the same code. */
export async function scaleIds(db: Kysely<DB>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('level_scale')
    .select(['code', 'id'])
    .orderBy('code')
    .orderBy('edition')
    .execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

export async function listLevels(db: Kysely<DB>, scale: string): Promise<number[]> {
  const rows = await db
    .selectFrom('level')
    .innerJoin('level_scale', 'level_scale.id', 'level.level_scale_id')
    .where('level_scale.code', '=', scale)
    .where('level_scale.edition', '=', (eb) =>
      eb
        .selectFrom('level_scale as newest')
        .where('newest.code', '=', scale)
        .select((max) => max.fn.max('newest.edition').as('edition')),
    )
    .select('level.level')
    .orderBy('level.level')
    .execute();
  return rows.map(({ level }) => level);
}

/** What stands of the scales of a framework: the hash of each newest edition, by code. */
export async function scaleHashes(
  db: Kysely<DB>,
  frameworkId: number,
): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('level_scale')
    .where('framework_id', '=', frameworkId)
    .select(['code', 'content_sha256 as hash'])
    .orderBy('edition')
    .execute();
  return new Map(rows.map(({ code, hash }) => [code, hash]));
}

/** Writes a scale, as a new edition where its code stands with other words; gives its id. */
export async function writeScale(
  trx: Transaction<DB>,
  frameworkId: number | null,
  row: ScaleRow,
  origin: 'source' | 'person',
): Promise<number> {
  const hash = contentHash(row);
  const standing = await trx
    .selectFrom('level_scale')
    .where('code', '=', row.code)
    .select(['id', 'edition', 'content_sha256 as hash'])
    .orderBy('edition', 'desc')
    .executeTakeFirst();
  if (standing?.hash === hash) return standing.id;
  const { id } = await trx
    .insertInto('level_scale')
    .values({
      code: row.code,
      kind: row.kind,
      edition: (standing?.edition ?? 0) + 1,
      framework_id: frameworkId,
      content_sha256: hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const json = JSON.stringify(row);
  await sql`
    insert into level_scale_text (level_scale_id, field, language, value, origin)
    select ${id}, field, language, normalize(value, NFC), ${origin}
      from jsonb_to_recordset(${json}::jsonb -> 'texts') as t (field text, language text, value text)
     where btrim(value) <> ''`.execute(trx);
  await sql`
    insert into level (level_scale_id, level, code)
    select ${id}, level, code
      from jsonb_to_recordset(${json}::jsonb -> 'levels') as l (level int2, code text)`.execute(
    trx,
  );
  await sql`
    insert into level_text (level_scale_id, level, field, language, value, origin)
    select ${id}, l.level, t.field, t.language, normalize(t.value, NFC), ${origin}
      from jsonb_to_recordset(${json}::jsonb -> 'levels') as l (level int2, texts jsonb),
           jsonb_to_recordset(l.texts) as t (field text, language text, value text)
     where btrim(t.value) <> ''`.execute(trx);
  return id;
}

/** What a version says at levels of one edition it says from now on at those of another, where that has them. */
export async function moveToEdition(
  trx: Transaction<DB>,
  versionId: number,
  from: number,
  to: number,
): Promise<void> {
  const here = sql`framework_version_id = ${versionId} and level_scale_id = ${from}
    and level in (select level from level where level_scale_id = ${to})`;
  for (const statement of [
    sql`insert into competency_level (competency_id, framework_version_id, level_scale_id, level)
        select competency_id, framework_version_id, ${to}, level from competency_level where ${here}`,
    sql`update competency_level_text set level_scale_id = ${to} where ${here}`,
    sql`delete from competency_level where ${here}`,
    sql`update competency_version set level_scale_id = ${to} where ${here}`,
    sql`update role_requirement set level_scale_id = ${to} where ${here}`,
  ]) {
    await statement.execute(trx);
  }
}
