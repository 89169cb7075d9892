import { sql, type Transaction } from 'kysely';
import type { Kysely } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';

export interface UnitRow {
  id: number;
  parentId: number | null;
  name: string;
  nameEn: string | null;
  ended: boolean;
}

export async function listUnits(db: Kysely<DB>, organisationId: number): Promise<UnitRow[]> {
  const rows = await db
    .selectFrom('organisation_unit')
    .select(['id', 'parent_id as parentId', 'name', 'name_en as nameEn', 'ended_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute();
  return rows.map(({ ended_at, ...row }) => ({ ...row, ended: ended_at !== null }));
}

/** A unit of this organisation that has not ended. Throws unit-unknown. */
export async function getOpenUnit(
  db: Kysely<DB>,
  organisationId: number,
  id: number,
): Promise<UnitRow> {
  const unit = (await listUnits(db, organisationId)).find((one) => one.id === id && !one.ended);
  if (!unit) throw new Problem('unit-unknown', { what: `#${id}` });
  return unit;
}

export async function insertUnit(
  trx: Transaction<DB>,
  organisationId: number,
  unit: Pick<UnitRow, 'parentId' | 'name' | 'nameEn'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('organisation_unit')
    .values({
      organisation_id: organisationId,
      parent_id: unit.parentId,
      name: unit.name,
      name_en: unit.nameEn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateUnit(
  trx: Transaction<DB>,
  id: number,
  unit: Partial<Pick<UnitRow, 'parentId' | 'name' | 'nameEn'>> & { endedAt?: Date },
): Promise<void> {
  await trx
    .updateTable('organisation_unit')
    .set({
      parent_id: unit.parentId,
      name: unit.name,
      name_en: unit.nameEn,
      ended_at: unit.endedAt,
    })
    .where('id', '=', id)
    .execute();
}

/** People in each unit itself, whose membership has not ended. */
export async function countPeopleByUnit(
  trx: ScopedTransaction,
  organisationId: number,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ unitId: number; people: number }>`
    select unit_id as "unitId", count(*)::int4 as people from affiliation
     where organisation_id = ${organisationId} and unit_id is not null
       and (end_on is null or end_on > current_date)
     group by unit_id`.execute(trx);
  return new Map(rows.map(({ unitId, people }) => [unitId, people]));
}

export async function movePeople(
  trx: ScopedTransaction,
  organisationId: number,
  fromUnitId: number,
  toUnitId: number | null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update affiliation set unit_id = ${toUnitId}, updated_at = now()
     where organisation_id = ${organisationId} and unit_id = ${fromUnitId}
       and (end_on is null or end_on > current_date)`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
