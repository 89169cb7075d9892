/** `from` is narrower than `to`. */
export interface Edge<Mark> {
  from: number;
  to: number;
  mark: Mark;
}

/**
 * Loops of 'narrower than': each a list of edges that leads back to its start. One is given, a shortest, for
 * every knot of nodes that can be reached from each other.
 */
export function findLoops<Mark>(edges: readonly Edge<Mark>[]): Edge<Mark>[][] {
  const out = Map.groupBy(edges, ({ from }) => from);
  return knotsOf(out).flatMap((knot) => {
    const inside = new Set(knot);
    let shortest: Edge<Mark>[] | undefined;
    for (const start of knot) {
      const loop = loopFrom(start, out, inside);
      if (loop && (!shortest || loop.length < shortest.length)) shortest = loop;
    }
    return shortest ? [shortest] : [];
  });
}

type Out<Mark> = ReadonlyMap<number, readonly Edge<Mark>[]>;

/** The shortest way from a node back to itself, breadth first. */
function loopFrom<Mark>(
  start: number,
  out: Out<Mark>,
  inside: ReadonlySet<number>,
): Edge<Mark>[] | undefined {
  const came = new Map<number, Edge<Mark>>();
  const queue = [start];
  for (const node of queue) {
    for (const edge of out.get(node) ?? []) {
      if (!inside.has(edge.to)) continue;
      if (edge.to === start) return way(edge, start, came);
      if (came.has(edge.to)) continue;
      came.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  return undefined;
}

function way<Mark>(
  last: Edge<Mark>,
  start: number,
  came: ReadonlyMap<number, Edge<Mark>>,
): Edge<Mark>[] {
  const loop = [last];
  for (let at = last.from; at !== start; at = loop[0]!.from) loop.unshift(came.get(at)!);
  return loop;
}

/** Strongly connected components that hold a loop (Tarjan 1972, without recursion: trees are deep). */
function knotsOf<Mark>(out: Out<Mark>): number[][] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const open = new Set<number>();
  const stack: number[] = [];
  const knots: number[][] = [];
  for (const root of out.keys()) {
    if (index.has(root)) continue;
    const calls: { node: number; next: number }[] = [{ node: root, next: 0 }];
    while (calls.length > 0) {
      const call = calls.at(-1)!;
      const { node } = call;
      if (call.next === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node)!);
        stack.push(node);
        open.add(node);
      }
      const edge = out.get(node)?.[call.next];
      call.next += 1;
      if (edge) {
        if (!index.has(edge.to)) calls.push({ node: edge.to, next: 0 });
        else if (open.has(edge.to)) lower(low, node, index.get(edge.to)!);
        continue;
      }
      calls.pop();
      const above = calls.at(-1);
      if (above) lower(low, above.node, low.get(node)!);
      if (low.get(node) !== index.get(node)) continue;
      const knot = stack.splice(stack.indexOf(node));
      for (const member of knot) open.delete(member);
      const alone = knot.length === 1 && !out.get(node)?.some(({ to }) => to === node);
      if (!alone) knots.push(knot);
    }
  }
  return knots;
}

function lower(low: Map<number, number>, node: number, value: number): void {
  if (value < low.get(node)!) low.set(node, value);
}
