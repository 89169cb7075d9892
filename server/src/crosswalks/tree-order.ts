import type { LocalText } from '#src/languages/contract.ts';

interface Node {
  id: number;
  parentId: number | null;
  sequence: number;
}

/** Each node after its parent, siblings by sequence. What stands in a ring or under a stranger comes at the top. */
export function inTreeOrder<N extends Node>(nodes: readonly N[]): N[] {
  const known = new Set(nodes.map(({ id }) => id));
  const children = Map.groupBy(nodes, ({ id, parentId }) =>
    parentId !== null && known.has(parentId) && parentId !== id ? parentId : null,
  );
  for (const siblings of children.values()) {
    siblings.sort((a, b) => a.sequence - b.sequence || a.id - b.id);
  }
  const ordered: N[] = [];
  const placed = new Set<number>();
  const place = (roots: readonly N[]) => {
    const stack = [...roots].reverse();
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (placed.has(node.id)) continue;
      placed.add(node.id);
      ordered.push(node);
      stack.push(...(children.get(node.id) ?? []).toReversed());
    }
  };
  place(children.get(null) ?? []);
  for (const node of nodes) if (!placed.has(node.id)) place([node]);
  return ordered;
}

/** Ids of parents become places in the list, which is half the size for a browser. */
export function presentItems<I extends Node & { code: string; kind: string; label: LocalText }>(
  items: readonly I[],
) {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  return items.map(({ id, code, kind, parentId, label }) => ({
    ...{ id, code, kind, label },
    parent: parentId === null ? null : (places.get(parentId) ?? null),
  }));
}
