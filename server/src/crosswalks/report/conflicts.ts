import type { Conflict, Relation } from '../contract.ts';
import type { Item } from '../item-queries.ts';
import { findLoops, type Edge } from './find-loops.ts';

export interface AcceptedPair {
  from: number;
  to: number;
  relation: Relation;
}

export interface Sides {
  from: readonly Item[];
  to: readonly Item[];
}

type Side = 'from' | 'to';

interface Found {
  code: Conflict['code'];
  items: { side: Side; id: number }[];
  pairs: AcceptedPair[];
}

/** What cannot all be true of the accepted pairs of two frameworks, or leads nowhere. */
export function conflictsOf(pairs: readonly AcceptedPair[], sides: Sides): Found[] {
  const standing = new Set([...sides.from, ...sides.to].map(({ id }) => id));
  const gone = pairs.filter(({ from, to }) => !standing.has(from) || !standing.has(to));
  const open = pairs.filter((pair) => !gone.includes(pair));
  return [
    ...severalExact(open, 'from'),
    ...severalExact(open, 'to'),
    ...exactBeside(open, sides),
    ...loops(open, sides),
    ...gone.map((pair): Found => ({ code: 'gone', items: both(pair), pairs: [pair] })),
  ];
}

const both = ({ from, to }: AcceptedPair): Found['items'] => [
  { side: 'from', id: from },
  { side: 'to', id: to },
];

function severalExact(pairs: readonly AcceptedPair[], side: Side): Found[] {
  const other: Side = side === 'from' ? 'to' : 'from';
  const exact = pairs.filter(({ relation }) => relation === 'exact');
  return [...Map.groupBy(exact, (pair) => pair[side])].flatMap(([id, own]) =>
    own.length < 2
      ? []
      : [
          {
            code: 'two-exact' as const,
            items: [{ side, id }, ...own.map((pair) => ({ side: other, id: pair[other] }))],
            pairs: own,
          },
        ],
  );
}

/**
 * An item that is exact to one and broader or narrower than another is no contradiction where the tree of
 * the other framework says the same of those two; otherwise somebody should look.
 */
function exactBeside(pairs: readonly AcceptedPair[], sides: Sides): Found[] {
  return (['from', 'to'] as const).flatMap((side) => {
    const other: Side = side === 'from' ? 'to' : 'from';
    const above = ancestry(sides[other]);
    return [...Map.groupBy(pairs, (pair) => pair[side])].flatMap(([id, own]) => {
      const exact = own.find(({ relation }) => relation === 'exact');
      if (!exact) return [];
      const against = own.filter((pair) => {
        if (pair.relation !== 'broader' && pair.relation !== 'narrower') return false;
        // seen from `side`: is the own item the broader one?
        const broader = (pair.relation === 'broader') === (side === 'from');
        return broader
          ? !above(pair[other]).has(exact[other])
          : !above(exact[other]).has(pair[other]);
      });
      if (against.length === 0) return [];
      const items = [exact, ...against].map((pair) => ({ side: other, id: pair[other] }));
      return [
        {
          code: 'exact-beside' as const,
          items: [{ side, id }, ...items],
          pairs: [exact, ...against],
        },
      ];
    });
  });
}

function ancestry(items: readonly Item[]): (id: number) => Set<number> {
  const parents = new Map(items.map(({ id, parentId }) => [id, parentId]));
  return (id) => {
    const above = new Set<number>();
    for (let at = parents.get(id); at != null && !above.has(at); at = parents.get(at))
      above.add(at);
    return above;
  };
}

/** Items that would be narrower than themselves: by links, by the trees of both frameworks, by exact matches. */
function loops(pairs: readonly AcceptedPair[], sides: Sides): Found[] {
  const one = merged(pairs);
  const edges: Edge<AcceptedPair | null>[] = [];
  for (const pair of pairs) {
    const [from, to] = [one(pair.from), one(pair.to)];
    if (pair.relation === 'narrower') edges.push({ from, to, mark: pair });
    if (pair.relation === 'broader') edges.push({ from: to, to: from, mark: pair });
  }
  for (const item of [...sides.from, ...sides.to]) {
    if (item.parentId === null) continue;
    edges.push({ from: one(item.id), to: one(item.parentId), mark: null });
  }
  const side = new Map(sides.from.map(({ id }) => [id, 'from' as const]));
  const exact = pairs.filter(({ relation }) => relation === 'exact');
  return findLoops(edges).flatMap((loop) => {
    const nodes = new Set(loop.map(({ from }) => from));
    const links = loop.flatMap(({ mark }) => mark ?? []);
    const blame = [...links, ...exact.filter((pair) => nodes.has(one(pair.from)))];
    const ids = loop.map(({ from, mark }) => {
      if (!mark) return from;
      return one(mark.from) === from ? mark.from : mark.to;
    });
    const items = ids.map((id) => ({ id, side: side.get(id) ?? ('to' as const) }));
    return blame.length === 0 ? [] : [{ code: 'loop' as const, items, pairs: blame }];
  });
}

/** Each item, or the first of those that exact matches make one with it. */
function merged(pairs: readonly AcceptedPair[]): (id: number) => number {
  const leader = new Map<number, number>();
  const find = (id: number): number => {
    let at = id;
    while (leader.has(at)) at = leader.get(at)!;
    return at;
  };
  for (const { from, to, relation } of pairs) {
    if (relation !== 'exact') continue;
    const [a, b] = [find(from), find(to)];
    if (a !== b) leader.set(b, a);
  }
  return find;
}
