/** Ids in ascending order → PostgreSQL's int8multirange: [1,2,3,7] → '{[1,4),[7,8)}'. */
export function toRanges(ids: readonly number[]): string {
  const ranges: string[] = [];
  let from = 0;
  for (const [index, id] of ids.entries()) {
    if (index > 0 && ids[index - 1] === id - 1) continue;
    if (index > 0) ranges.push(`[${from},${ids[index - 1]! + 1})`);
    from = id;
  }
  if (ids.length > 0) ranges.push(`[${from},${ids.at(-1)! + 1})`);
  return `{${ranges.join(',')}}`;
}

/** The other way; undefined where it is no list of ids, or one of another length than `count`. */
export function idsOf(ranges: string, count: number): number[] | undefined {
  const ids: number[] = [];
  for (const range of ranges.slice(1, -1).match(/[[(][^\])]*[\])]/g) ?? []) {
    const bounds = /^\[(\d+),(\d+)\)$/.exec(range);
    if (!bounds) return undefined;
    const [from, to] = [Number(bounds[1]), Number(bounds[2])];
    if (!Number.isSafeInteger(to) || ids.length + (to - from) > count) return undefined;
    for (let id = from; id < to; id += 1) ids.push(id);
  }
  return ids.length === count ? ids : undefined;
}
