import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { TextRow } from '#src/languages/local-text.ts';
import type { MapSuccession, SuccessionKind } from './contract.ts';

export interface Line {
  id: number;
  code: string;
  kind: string;
  labels: TextRow[];
}

/** The published version that the draft will take the place of. */
export async function findPublished(
  db: Kysely<DB>,
  frameworkId: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('framework_version')
    .where('framework_id', '=', frameworkId)
    .where('status', '=', 'published')
    .select('id')
    .executeTakeFirst();
  return row?.id;
}

/** What stands in one version and not in another. */
export async function listOnlyIn(
  db: Kysely<DB>,
  versionId: number,
  otherId: number,
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select v.competency_id as id, v.code, v.kind,
           coalesce((select json_agg(json_build_object('language', t.language, 'value', t.value))
              from competency_text t where t.competency_id = v.competency_id
               and t.framework_version_id = v.framework_version_id and t.field = 'label'), '[]') as labels
      from competency_version v
     where v.framework_version_id = ${versionId}
       and not exists (select from competency_version o
                        where o.framework_version_id = ${otherId} and o.competency_id = v.competency_id)
     order by v.code`.execute(db);
  return rows;
}

/** Everything that stands in a version, as lines. */
export async function listLines(
  db: Kysely<DB>,
  versionId: number,
  ids: readonly number[],
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select v.competency_id as id, v.code, v.kind,
           coalesce((select json_agg(json_build_object('language', t.language, 'value', t.value))
              from competency_text t where t.competency_id = v.competency_id
               and t.framework_version_id = v.framework_version_id and t.field = 'label'), '[]') as labels
      from competency_version v
     where v.framework_version_id = ${versionId} and v.competency_id = any(${[...ids]}::int4[])`.execute(
    db,
  );
  return rows;
}

export interface SuccessionRow {
  fromId: number;
  toId: number | null;
  kind: SuccessionKind;
  weight: number;
  reason: string;
}

/** Of a version, as far as what it leads to stands in it. */
export async function listSuccessions(db: Kysely<DB>, versionId: number): Promise<SuccessionRow[]> {
  const { rows } = await sql<SuccessionRow>`
    select s.from_competency_id as "fromId", s.to_competency_id as "toId", s.kind, s.weight, s.reason
      from competency_succession s
     where s.framework_version_id = ${versionId}
       and (s.to_competency_id is null or exists (
         select from competency_version v where v.framework_version_id = ${versionId}
            and v.competency_id = s.to_competency_id))
     order by s.id`.execute(db);
  return rows;
}

/** How many of the version before are neither kept nor mapped. */
export async function countUnmapped(
  db: Kysely<DB>,
  versionId: number,
  publishedId: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int4 as count from competency_version v
     where v.framework_version_id = ${publishedId}
       and not exists (select from competency_version o
                        where o.framework_version_id = ${versionId} and o.competency_id = v.competency_id)
       and not exists (select from competency_succession s
                        where s.framework_version_id = ${versionId} and s.from_competency_id = v.competency_id
                          and (s.to_competency_id is null or exists (
                            select from competency_version t where t.framework_version_id = ${versionId}
                               and t.competency_id = s.to_competency_id)))`.execute(db);
  return rows[0]!.count;
}

export async function replaceSuccession(
  trx: Transaction<DB>,
  actor: Actor,
  versionId: number,
  fromId: number,
  { kind, to, reason }: MapSuccession,
): Promise<void> {
  await trx
    .deleteFrom('competency_succession')
    .where('framework_version_id', '=', versionId)
    .where('from_competency_id', '=', fromId)
    .execute();
  const ends = to.length > 0 ? to : [{ id: null, weight: 1 }];
  await trx
    .insertInto('competency_succession')
    .values(
      ends.map(({ id, weight }) => ({
        framework_version_id: versionId,
        ...{ from_competency_id: fromId, to_competency_id: id, kind, weight, reason },
        actor_id: actor.id,
      })),
    )
    .execute();
}

export async function deleteKeptSuccessions(
  trx: Transaction<DB>,
  versionId: number,
): Promise<void> {
  await sql`
    delete from competency_succession s
     where s.framework_version_id = ${versionId}
       and (exists (select from competency_version v where v.framework_version_id = ${versionId}
                       and v.competency_id = s.from_competency_id)
         or (s.to_competency_id is not null and not exists (
              select from competency_version v where v.framework_version_id = ${versionId}
                 and v.competency_id = s.to_competency_id)))`.execute(trx);
}
