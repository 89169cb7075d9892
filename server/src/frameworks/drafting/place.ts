/** The siblings in their new order, with one of them put before another, or at the end. Undefined: that one is no sibling. */
export function placed(
  siblings: readonly number[],
  id: number,
  beforeId: number | null,
): number[] | undefined {
  const others = siblings.filter((one) => one !== id);
  if (beforeId === null || beforeId === id) {
    if (beforeId === id) return [...siblings];
    return [...others, id];
  }
  const at = others.indexOf(beforeId);
  return at < 0 ? undefined : others.toSpliced(at, 0, id);
}

/** Whether `id` stands under `ancestor`, or is it. */
export function isWithin(
  parents: ReadonlyMap<number, number | null>,
  id: number | null,
  ancestor: number,
): boolean {
  const seen = new Set<number>();
  for (let at = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === ancestor) return true;
    seen.add(at);
  }
  return false;
}

/** An entry and everything under it, parents first. */
export function subtree(parents: ReadonlyMap<number, number | null>, root: number): number[] {
  const children = Map.groupBy(parents.keys(), (id) => parents.get(id) ?? null);
  const found: number[] = [];
  const seen = new Set<number>();
  for (
    let level = [root];
    level.length > 0;
    level = level.flatMap((id) => children.get(id) ?? [])
  ) {
    level = level.filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
    found.push(...level);
  }
  return found;
}
