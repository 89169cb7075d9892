import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { nameKey } from '#src/languages/plain.ts';
import type { Actor } from '#src/actors/actor.ts';
import { managesMembersOf } from './access.ts';
import type { UnitDraft } from './contract.ts';
import { lockOpenOrganisation } from './lock-organisation.ts';
import {
  countPeopleByUnit,
  getOpenUnit,
  insertUnit,
  listUnits,
  movePeople,
  updateUnit,
} from './unit-queries.ts';
import { DEEPEST_UNIT, depthOf, mayStandUnder } from './unit-tree.ts';

/** Throws not-found, organisation-ended, unit-unknown, unit-name-taken, unit-too-deep. */
export async function addUnit(
  trx: Transaction<DB>,
  actor: Actor,
  organisationId: number,
  draft: UnitDraft,
): Promise<number> {
  await enter(trx, actor, organisationId);
  await checkPlace(trx, organisationId, draft);
  const id = await insertUnit(trx, organisationId, draft);
  await recordUnit(trx, actor, organisationId, 'unit-added', id);
  return id;
}

/** Renames a unit and moves it in the tree. Throws what addUnit throws, and unit-under-itself. */
export async function changeUnit(
  trx: Transaction<DB>,
  actor: Actor,
  organisationId: number,
  unitId: number,
  draft: UnitDraft,
): Promise<void> {
  await enter(trx, actor, organisationId);
  await getOpenUnit(trx, organisationId, unitId);
  await checkPlace(trx, organisationId, draft, unitId);
  await updateUnit(trx, unitId, draft);
  await recordUnit(trx, actor, organisationId, 'unit-changed', unitId);
}

/**
 * Ends a unit. Its people go where they are told to (null: into no unit), and a unit with people and no
 * such word stays. Throws not-found, unit-unknown, unit-has-units, unit-has-people.
 */
export async function endUnit(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  unitId: number,
  movePeopleTo: number | null | undefined,
): Promise<void> {
  await enter(trx, actor, organisationId);
  const unit = await getOpenUnit(trx, organisationId, unitId);
  const below = (await listUnits(trx, organisationId)).filter(
    (one) => one.parentId === unitId && !one.ended,
  );
  if (below.length > 0) throw new Problem('unit-has-units', { unit: unit.name });
  const people = (await countPeopleByUnit(trx, organisationId)).get(unitId) ?? 0;
  if (people > 0 && movePeopleTo === undefined) {
    throw new Problem('unit-has-people', { unit: unit.name, people });
  }
  if (movePeopleTo === unitId) throw new Problem('unit-unknown', { what: `#${unitId}` });
  if (movePeopleTo) await getOpenUnit(trx, organisationId, movePeopleTo);
  const moved = await movePeople(trx, organisationId, unitId, movePeopleTo ?? null);
  await updateUnit(trx, unitId, { endedAt: new Date() });
  await recordUnit(trx, actor, organisationId, 'unit-ended', unitId, {
    moved,
    to: movePeopleTo ?? null,
  });
}

async function enter(trx: Transaction<DB>, actor: Actor, organisationId: number): Promise<void> {
  if (!managesMembersOf(actor, organisationId)) {
    throw new Problem('not-found', { what: `#${organisationId}` });
  }
  await lockOpenOrganisation(trx, organisationId);
}

async function checkPlace(
  trx: Transaction<DB>,
  organisationId: number,
  { name, parentId }: UnitDraft,
  self?: number,
): Promise<void> {
  if (parentId !== null) await getOpenUnit(trx, organisationId, parentId);
  const units = (await listUnits(trx, organisationId)).filter((unit) => !unit.ended);
  if (self !== undefined && !mayStandUnder(units, self, parentId)) {
    throw new Problem('unit-under-itself', { unit: name });
  }
  if (depthOf(units, parentId) >= DEEPEST_UNIT) {
    throw new Problem('unit-too-deep', { most: DEEPEST_UNIT });
  }
  const taken = units.some(
    (unit) =>
      unit.id !== self && unit.parentId === parentId && nameKey(unit.name) === nameKey(name),
  );
  if (taken) throw new Problem('unit-name-taken', { unit: name });
}

async function recordUnit(
  trx: Transaction<DB>,
  actor: Actor,
  organisationId: number,
  action: string,
  unitId: number,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await record(trx, actor, {
    action,
    subjectKind: 'organisation-unit',
    subjectId: unitId,
    organisationId,
    detail,
  });
}
