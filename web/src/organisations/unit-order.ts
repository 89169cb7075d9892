import type { Unit } from '@nhip/server/organisations/contract.ts';

/** Units as a tree reads: each followed by what is below it, with its depth; by name on every level. */
export function unitOrder(units: readonly Unit[]): { unit: Unit; depth: number }[] {
  const known = new Set(units.map(({ id }) => id));
  const names = new Intl.Collator('vi', { numeric: true });
  const below = (parent: number | null, depth: number): { unit: Unit; depth: number }[] =>
    units
      .filter(({ parentId }) =>
        // a unit whose parent is not shown stands at the top
        parent === null ? parentId === null || !known.has(parentId) : parentId === parent,
      )
      .toSorted((one, other) => names.compare(one.name, other.name))
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}
