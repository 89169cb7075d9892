import type { Reach, Relation } from '../contract.ts';
import { isGroup, type Item } from '../item-queries.ts';

export interface AreaReach extends Reach {
  /** the item at the top under which they stand; null: they stand at the top themselves */
  area: Item | null;
}

/**
 * How many items of a framework are reached from the other one, on the whole and under each item at the
 * top. Groups are not counted: they gather what is. `reached`: the relations by which each item is reached.
 */
export function coverageOf(
  items: readonly Item[],
  reached: ReadonlyMap<number, ReadonlySet<Relation>>,
): { whole: Reach; areas: AreaReach[] } {
  const whole = noReach();
  const areas = new Map<number | null, AreaReach>();
  const tops = topsOf(items);
  for (const item of items) {
    if (isGroup(item)) continue;
    const top = tops.get(item.id)!;
    const area = top === item ? null : top;
    const reach = areas.get(area?.id ?? null) ?? { ...noReach(), area };
    areas.set(area?.id ?? null, reach);
    for (const count of [whole, reach]) add(count, reached.get(item.id));
  }
  return { whole, areas: [...areas.values()] };
}

function noReach(): Reach {
  return { items: 0, reached: 0, exact: 0, relatedOnly: 0 };
}

function add(count: Reach, relations: ReadonlySet<Relation> = NONE): void {
  count.items += 1;
  const near = relations.has('exact') || relations.has('broader') || relations.has('narrower');
  if (relations.has('exact')) count.exact += 1;
  if (near) count.reached += 1;
  else if (relations.has('related')) count.relatedOnly += 1;
}

const NONE: ReadonlySet<Relation> = new Set();

/** The item at the top above each; items come after their parents. */
function topsOf(items: readonly Item[]): Map<number, Item> {
  const tops = new Map<number, Item>();
  for (const item of items) {
    const above = item.parentId === null ? undefined : tops.get(item.parentId);
    tops.set(item.id, above ?? item);
  }
  return tops;
}
