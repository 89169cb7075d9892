const fewestGaps = 4;
const mostGaps = 20;
const longestGapMs = 60_000;

/**
 * Seconds until the list is done, from the pace of the last decisions: their median gap times what
 * is left. A pause counts as one minute at most. Undefined until there are enough decisions.
 * `decidedAt`: rising times in milliseconds.
 */
export function remainingSeconds(decidedAt: readonly number[], left: number): number | undefined {
  const recent = decidedAt.slice(-(mostGaps + 1));
  const gaps = recent
    .slice(1)
    .map((time, place) => Math.min(time - (recent[place] ?? time), longestGapMs))
    .sort((one, other) => one - other);
  if (gaps.length < fewestGaps) return undefined;
  const middle = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return (middle * left) / 1000;
}
