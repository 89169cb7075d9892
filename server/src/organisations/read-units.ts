import type { ScopedTransaction } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import { actsFor, type Actor } from '#src/actors/actor.ts';
import { membersSeen } from './access.ts';
import type { Unit } from './contract.ts';
import { countPeopleByUnit, listUnits } from './unit-queries.ts';

const vietnamese = new Intl.Collator('vi', { numeric: true });

/** The units of an organisation by name, to its own people and to who appoints there. Throws not-found. */
export async function readUnits(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
): Promise<Unit[]> {
  const seen = membersSeen(actor, organisationId);
  if (seen === 'none' && !actsFor(actor, organisationId)) {
    throw new Problem('not-found', { what: `#${organisationId}` });
  }
  const units = await listUnits(trx, organisationId);
  const people = seen === 'all' ? await countPeopleByUnit(trx, organisationId) : undefined;
  return units
    .map((unit) => ({ ...unit, members: people ? (people.get(unit.id) ?? 0) : null }))
    .toSorted((a, b) => vietnamese.compare(a.name, b.name));
}
