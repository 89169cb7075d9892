export interface UnitNode {
  id: number;
  parentId: number | null;
}

/** A unit and everything below it. */
export function withUnitsBelow(units: readonly UnitNode[], id: number): ReadonlySet<number> {
  const below = new Set([id]);
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const unit of units) {
      if (unit.parentId !== null && below.has(unit.parentId)) below.add(unit.id);
    }
  }
  return below;
}

/** Whether a unit may stand under another one: never under itself or what is below it. */
export function mayStandUnder(
  units: readonly UnitNode[],
  id: number,
  parentId: number | null,
): boolean {
  return parentId === null || !withUnitsBelow(units, id).has(parentId);
}

export const DEEPEST_UNIT = 10;

/** How many units stand above this one, itself counted. */
export function depthOf(units: readonly UnitNode[], id: number | null): number {
  let depth = 0;
  for (let at = id; at !== null && depth <= units.length; depth += 1) {
    at = units.find((unit) => unit.id === at)?.parentId ?? null;
  }
  return depth;
}
