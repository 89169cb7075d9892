/** The rings of a tree that is none: each list of identifiers leads from the first back to it by its parents. */
export function findCycles(parents: ReadonlyMap<string, string | null>): string[][] {
  const rings: string[][] = [];
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const path = new Map<string, number>();
    let at: string | null | undefined = start;
    while (at != null && parents.has(at) && !done.has(at) && !path.has(at)) {
      path.set(at, path.size);
      at = parents.get(at);
    }
    if (at != null && path.has(at)) rings.push([...path.keys()].slice(path.get(at)));
    for (const seen of path.keys()) done.add(seen);
  }
  return rings;
}
