import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { documentOf } from '../document.ts';
import { toCase } from '../to-case.ts';
import { writingOf } from '../write-package.ts';
import type { Place, Published } from './published.ts';
import { versionSource } from './version-source.ts';

/** To be raised whenever rows become CASE with other identifiers than before. */
const MAPPING = 1;

interface Indexed {
  uuid: string;
  kind: 'association' | 'item';
  type: 'item' | 'role';
  sourceId: string;
}

/**
 * Where an association or the translation of an item stands, by the UUID under which it leaves. The index
 * of a version is made when somebody first asks for what no index has yet.
 */
export async function findObject(
  db: Kysely<DB>,
  published: readonly Published[],
  kind: Indexed['kind'],
  uuid: string,
): Promise<Place | undefined> {
  for (const one of published) await ensureIndex(db, one);
  const { rows } = await sql<Place>`
    select framework_version_id as "versionId",
           case when role_id is null then 'item' else 'role' end as type,
           coalesce(competency_id, role_id) as id
      from case_object
     where uuid = ${uuid} and kind = ${kind}
       and framework_version_id = any(${published.map((one) => one.versionId)}::int4[])
     order by framework_version_id desc limit 1`.execute(db);
  return rows[0];
}

async function ensureIndex(db: Kysely<DB>, published: Published): Promise<void> {
  const { versionId, identifier } = published;
  const known = await db
    .selectFrom('case_index')
    .where('framework_version_id', '=', versionId)
    .where('mapping', '=', MAPPING)
    .where('document', '=', identifier)
    .select('mapping')
    .executeTakeFirst();
  if (known) return;
  await db.transaction().execute(async (trx) => {
    // of two who ask first, one makes it and the other waits for it
    await sql`select pg_advisory_xact_lock(hashtext('case-index'), ${versionId})`.execute(trx);
    await trx
      .deleteFrom('case_index')
      .where('framework_version_id', '=', versionId)
      .where((eb) => eb.or([eb('mapping', '<>', MAPPING), eb('document', '<>', identifier)]))
      .execute();
    const { rows } = await sql`
      insert into case_index (framework_version_id, mapping, document)
      values (${versionId}, ${MAPPING}, ${identifier})
      on conflict do nothing returning mapping`.execute(trx);
    if (rows.length === 0) return;
    for await (const page of objectsOf(trx, published)) await insertObjects(trx, published, page);
  });
}

async function* objectsOf(db: Kysely<DB>, published: Published): AsyncGenerator<Indexed[]> {
  const source = await versionSource(db, published, { version: '1.1', base: 'urn:index' });
  const document = documentOf(source.about, source.scales, source.writing);
  for await (const rows of source.pages()) {
    const writing = await writingOf(source, document, source.writing, rows);
    yield rows.flatMap((row) => {
      const { items, associations } = toCase(row, writing);
      const at = { type: row.type, sourceId: row.sourceId };
      return [
        ...items
          .slice(1)
          .map(({ identifier }) => ({ uuid: identifier, kind: 'item' as const, ...at })),
        ...associations.map(({ identifier }) => ({
          ...{ uuid: identifier, kind: 'association' as const },
          ...at,
        })),
      ];
    });
  }
}

async function insertObjects(
  db: Kysely<DB>,
  { versionId, frameworkId }: Published,
  objects: readonly Indexed[],
): Promise<void> {
  await sql`
    insert into case_object (uuid, framework_version_id, kind, competency_id, role_id)
    select o.uuid, ${versionId}, o.kind, c.id, r.id
      from jsonb_to_recordset(${JSON.stringify(objects)}::jsonb)
             as o (uuid uuid, kind text, type text, "sourceId" text)
      left join competency c
        on o.type = 'item' and c.framework_id = ${frameworkId} and c.source_id = o."sourceId"
      left join role r on o.type = 'role' and r.framework_id = ${frameworkId} and r.source_id = o."sourceId"
    on conflict do nothing`.execute(db);
}
