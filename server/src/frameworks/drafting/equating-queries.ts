import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { NewEquating } from './contract.ts';

export async function findEquating(
  db: Kysely<DB>,
  frameworkId: number,
  id: number,
): Promise<{ validFrom: string; validTo: string | null } | undefined> {
  const { rows } = await sql<{ validFrom: string; validTo: string | null }>`
    select e.valid_from::text as "validFrom", e.valid_to::text as "validTo"
      from level_equating e
      join level_scale f on f.id = e.from_scale_id
      join level_scale t on t.id = e.to_scale_id
     where e.id = ${id} and ${frameworkId} in (f.framework_id, t.framework_id)`.execute(db);
  return rows[0];
}

/** The newest edition of a scale. */
export async function scaleOfFramework(
  db: Kysely<DB>,
  code: string,
): Promise<{ id: number; frameworkId: number | null; kind: string } | undefined> {
  return db
    .selectFrom('level_scale')
    .where('code', '=', code)
    .select(['id', 'framework_id as frameworkId', 'kind'])
    .orderBy('edition', 'desc')
    .executeTakeFirst();
}

export async function insertEquating(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewEquating & {
    fromId: number;
    toId: number;
    reason?: ProgramEquating['reason'];
    programSource?: string;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('level_equating')
    .values({
      ...{ from_scale_id: wanted.fromId, to_scale_id: wanted.toId },
      ...{ from_lowest: wanted.from.lowest, from_highest: wanted.from.highest },
      ...{ to_lowest: wanted.to.lowest, to_highest: wanted.to.highest },
      ...{ relation: wanted.relation, method: wanted.method, confidence: wanted.confidence },
      ...{ source: wanted.source, author_actor_id: actor.id, valid_from: wanted.validFrom },
      ...{ reason: JSON.stringify(wanted.reason ?? {}) },
      program_source: wanted.programSource ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** `validTo` null: yesterday, or its first day where that is later. */
export async function endEquating(
  trx: Transaction<DB>,
  id: number,
  validTo: string | null,
): Promise<void> {
  await sql`
    update level_equating
       set valid_to = coalesce(${validTo}::date, greatest(valid_from, current_date - 1))
     where id = ${id}`.execute(trx);
}

/** One of our levels lies in a range of another scale, as the files of the program say it. */
export interface ProgramEquating {
  level: number;
  range: readonly [number, number];
  confidence: number;
  reason: { vi: string; en: string };
  /** what was read */
  citation: string;
  /** YYYY-MM-DD */
  asOf: string;
}

/** What the program has said of two scales, ended or not. */
export async function listOfProgram(
  db: Kysely<DB>,
  source: string,
  { from, to }: { from: string; to: string },
): Promise<(ProgramEquating & { id: number; validTo: string | null })[]> {
  const { rows } = await sql<ProgramEquating & { id: number; validTo: string | null }>`
    select e.id, e.from_lowest as level, json_build_array(e.to_lowest, e.to_highest) as range,
           e.confidence, e.reason, e.source as citation, e.valid_from::text as "asOf",
           e.valid_to::text as "validTo"
      from level_equating e
      join level_scale f on f.id = e.from_scale_id
      join level_scale t on t.id = e.to_scale_id
     where e.program_source = ${source} and f.code = ${from} and t.code = ${to}
     order by e.id`.execute(db);
  return rows;
}
