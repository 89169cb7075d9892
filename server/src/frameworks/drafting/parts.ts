import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import {
  deleteItems,
  deleteRoles,
  ensureCompetencies,
  ensureRoles,
  rowsOf,
  writeItems,
  writeRelations,
  writeRoles,
} from '../content-queries.ts';
import { contentHash } from '../importing/framework-row.ts';
import { readItems, readRoles } from '../read-version.ts';
import { scaleIds } from '../scale-queries.ts';
import type { Fields, TextOrigin } from './contract.ts';
import {
  DESCRIPTOR,
  fieldsOf,
  TEXT,
  type Identity,
  type PartName,
  type PartRow,
} from './fields.ts';
import type { OpenDraft } from './open-draft.ts';

/** A part of a draft as it stands. */
export interface StandingPart extends Identity {
  id: number;
  fields: Fields;
}

export async function readParts(
  db: Kysely<DB>,
  versionId: number,
  part: PartName,
  ids: readonly number[],
): Promise<StandingPart[]> {
  const rows = await readRows(db, versionId, part, ids);
  const origins = await readOrigins(db, versionId, part, ids);
  return rows.map((row) => ({
    ...{ id: row.id, sourceId: row.sourceId, uuid: row.uuid, uri: row.uri },
    fields: fieldsOf(row, origins.get(row.id)),
  }));
}

function readRows(
  db: Kysely<DB>,
  versionId: number,
  part: PartName,
  ids: readonly number[],
): Promise<(PartRow & { id: number })[]> {
  return part === 'item' ? readItems(db, versionId, { ids }) : readRoles(db, versionId, { ids });
}

/** Of texts that no person of this installation has written, by part and key. */
async function readOrigins(
  db: Kysely<DB>,
  versionId: number,
  part: PartName,
  ids: readonly number[],
): Promise<Map<number, Map<string, TextOrigin>>> {
  const owner = sql.ref(part === 'item' ? 'competency_id' : 'role_id');
  const { rows } = await sql<{ id: number; key: string; origin: TextOrigin }>`
    select ${owner} as id, field || ' ' || language as key, origin
      from ${sql.table(part === 'item' ? 'competency_text' : 'role_text')}
     where framework_version_id = ${versionId} and ${owner} = any(${[...ids]}::int4[])
       and origin <> 'person'
    ${
      part === 'role'
        ? sql``
        : sql`union all
    select t.competency_id, 'descriptor ' || s.code || ' ' || t.level || ' ' || t.language, t.origin
      from competency_level_text t join level_scale s on s.id = t.level_scale_id
     where t.framework_version_id = ${versionId} and t.competency_id = any(${[...ids]}::int4[])
       and t.origin <> 'person'`
    }`.execute(db);
  const origins = new Map<number, Map<string, TextOrigin>>();
  for (const { id, key, origin } of rows) {
    origins.set(id, (origins.get(id) ?? new Map<string, TextOrigin>()).set(key, origin));
  }
  return origins;
}

/**
 * Writes parts as their rows say, those that are new included; who reviewed a text that stays as it is
 * stays too. Relations and requirements that point at something outside the draft are left out.
 */
export async function writeParts(
  trx: Transaction<DB>,
  draft: Pick<OpenDraft, 'frameworkId' | 'versionId'>,
  part: PartName,
  rows: readonly PartRow[],
): Promise<void> {
  const target = { ...draft, scales: await scaleIds(trx) };
  const source = rowsOf(rows);
  const reviewers = await keptReviewers(trx, draft.versionId, part);
  if (part === 'item') {
    await ensureCompetencies(trx, source, draft.frameworkId);
    await writeItems(trx, target, source);
    await writeRelations(trx, target, source);
  } else {
    await ensureRoles(trx, source, draft.frameworkId);
    await writeRoles(trx, target, source);
  }
  await reviewers.restore();
}

async function keptReviewers(trx: Transaction<DB>, versionId: number, part: PartName) {
  const tables =
    part === 'item'
      ? [
          ['competency_text', 'competency_id, field, language, value'],
          ['competency_level_text', 'competency_id, level_scale_id, level, language, value'],
        ]
      : [['role_text', 'role_id, field, language, value']];
  const kept: { table: string; columns: string; rows: unknown[] }[] = [];
  for (const [table, columns] of tables as [string, string][]) {
    const { rows } = await sql`
      select ${sql.raw(columns)}, reviewer_actor_id from ${sql.table(table)}
       where framework_version_id = ${versionId} and reviewer_actor_id is not null`.execute(trx);
    if (rows.length > 0) kept.push({ table, columns, rows });
  }
  return {
    restore: async () => {
      for (const { table, columns, rows } of kept) {
        const same = columns.split(', ').map((name) => `t.${name} = k.${name}`);
        await sql`
          update ${sql.table(table)} t set reviewer_actor_id = k.reviewer_actor_id
            from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) k
           where t.framework_version_id = ${versionId} and t.reviewer_actor_id is null
             and ${sql.raw(same.join(' and '))}`.execute(trx);
      }
    },
  };
}

/** Hashes what parts say now, as an import of the same would. */
export async function rehash(
  trx: Transaction<DB>,
  versionId: number,
  part: PartName,
  ids: readonly number[],
): Promise<void> {
  const rows = await readRows(trx, versionId, part, ids);
  const hashes = rows.map(({ id, ...row }) => {
    const {
      contentSha256: _,
      revision: __,
      ...said
    } = row as PartRow & {
      contentSha256?: unknown;
      revision?: unknown;
    };
    return { id, hash: contentHash(said as PartRow) };
  });
  const [table, column] =
    part === 'item' ? ['competency_version', 'competency_id'] : ['role_version', 'role_id'];
  await sql`
    update ${sql.table(table!)} v set content_sha256 = h.hash
      from jsonb_to_recordset(${JSON.stringify(hashes)}::jsonb) as h (id int4, hash text)
     where v.framework_version_id = ${versionId} and v.${sql.ref(column!)} = h.id`.execute(trx);
}

export async function deleteParts(
  trx: Transaction<DB>,
  versionId: number,
  part: PartName,
  ids: readonly number[],
): Promise<void> {
  await (part === 'item' ? deleteItems : deleteRoles)(trx, versionId, ids);
}

export interface Standing {
  id: number;
  parentId: number | null;
  sourceId: string;
  code: string;
  sequence: number;
}

/** Everything that stands in a version, siblings in their order. */
export async function listStanding(
  db: Kysely<DB>,
  versionId: number,
  part: PartName,
): Promise<Standing[]> {
  const [table, concept, column, parent] =
    part === 'item'
      ? ['competency_version', 'competency', 'competency_id', 'parent_competency_id']
      : ['role_version', 'role', 'role_id', 'parent_role_id'];
  const { rows } = await sql<Standing>`
    select v.${sql.ref(column!)} as id, v.${sql.ref(parent!)} as "parentId", c.source_id as "sourceId",
           v.code, v.sequence
      from ${sql.table(table!)} v join ${sql.table(concept!)} c on c.id = v.${sql.ref(column!)}
     where v.framework_version_id = ${versionId}
     order by v.sequence, v.code, 1`.execute(db);
  return rows;
}

/** Numbers siblings in this order without gaps, from 1, or from 0 where they began there; gives those whose number changed. */
export async function orderSiblings(
  trx: Transaction<DB>,
  versionId: number,
  part: PartName,
  ids: readonly number[],
): Promise<number[]> {
  const [table, column] =
    part === 'item' ? ['competency_version', 'competency_id'] : ['role_version', 'role_id'];
  const { rows } = await sql<{ id: number }>`
    with wanted as (
      select id, at::int4 - 1 + coalesce((
               select least(min(sequence), 1) from ${sql.table(table!)}
                where framework_version_id = ${versionId}
                  and ${sql.ref(column!)} = any(${[...ids]}::int4[])), 1) as sequence
        from unnest(${[...ids]}::int4[]) with ordinality as w (id, at))
    update ${sql.table(table!)} v set sequence = w.sequence
      from wanted w
     where v.framework_version_id = ${versionId} and v.${sql.ref(column!)} = w.id
       and v.sequence <> w.sequence
    returning w.id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** A person has read what a machine drafted and lets it stand. `key`: of the text, as fields.ts names it. */
export async function markReviewed(
  trx: Transaction<DB>,
  versionId: number,
  part: PartName,
  id: number,
  key: string,
  reviewerActorId: number,
): Promise<void> {
  const [, scale, level, ofLevel] = DESCRIPTOR.exec(key) ?? [];
  if (scale !== undefined) {
    await sql`
      update competency_level_text t set reviewer_actor_id = ${reviewerActorId}
        from level_scale s
       where s.id = t.level_scale_id and s.code = ${scale} and t.level = ${Number(level)}
         and t.language = ${ofLevel} and t.competency_id = ${id}
         and t.framework_version_id = ${versionId}`.execute(trx);
    return;
  }
  const [, field, language] = TEXT.exec(key)!;
  const [table, column] =
    part === 'item' ? ['competency_text', 'competency_id'] : ['role_text', 'role_id'];
  await sql`
    update ${sql.table(table!)} set reviewer_actor_id = ${reviewerActorId}
     where framework_version_id = ${versionId} and ${sql.ref(column!)} = ${id}
       and field = ${field} and language = ${language}`.execute(trx);
}
