/**
 * Those that changed their place among siblings, as few as explain the new order: all that stand in the
 * longest run that kept its order have not moved.
 */
export function reordered(before: readonly number[], after: readonly number[]): Set<number> {
  const place = new Map(before.map((id, at) => [id, at]));
  const common = after.filter((id) => place.has(id));
  const kept = longestRising(common.map((id) => place.get(id)!));
  return new Set(common.filter((_, at) => !kept.has(at)));
}

/** Indexes of a longest rising subsequence (patience sorting). */
function longestRising(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) kept.add(at);
  return kept;
}
