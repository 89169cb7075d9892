import type { EquatingRow, Ladder } from '@nhip/server/frameworks/levels/contract.ts';

/** Two scales side by side, by their codes. */
export interface Pair {
  left: string;
  right: string;
}

const SEPARATOR = '~';

export const pairKey = ({ left, right }: Pair): string => `${left}${SEPARATOR}${right}`;

/** All pairs that can be looked at: those that are equated first, then each own scale with each other one. */
export function pairsOf(
  scales: readonly Pick<Ladder, 'code' | 'place'>[],
  rows: readonly Pick<EquatingRow, 'from' | 'to'>[],
): Pair[] {
  const known = new Set(scales.map(({ code }) => code));
  const equated = rows.map(({ from, to }) => ({ left: from.scale, right: to.scale }));
  const own = scales.filter(({ place }) => place === 'own');
  const possible = own.flatMap(({ code: left }) =>
    scales.filter(({ code }) => code !== left).map(({ code: right }) => ({ left, right })),
  );
  const pairs = new Map<string, Pair>();
  for (const pair of [...equated, ...possible]) {
    if (!known.has(pair.left) || !known.has(pair.right)) continue;
    const either = [pairKey(pair), pairKey({ left: pair.right, right: pair.left })];
    if (!either.some((key) => pairs.has(key))) pairs.set(pairKey(pair), pair);
  }
  return [...pairs.values()];
}

/** The pair that the address names, in either order, else the first. */
export function pairOf(pairs: readonly Pair[], named: string | undefined): Pair | undefined {
  const found = pairs.find(
    (pair) => named === pairKey(pair) || named === pairKey({ left: pair.right, right: pair.left }),
  );
  return found ?? pairs[0];
}

/** The rows between two scales, each turned so that `from` is the left one. */
export function rowsBetween(rows: readonly EquatingRow[], { left, right }: Pair): EquatingRow[] {
  return rows.flatMap((row) => {
    if (row.from.scale === left && row.to.scale === right) return [row];
    if (row.from.scale === right && row.to.scale === left) {
      return [{ ...row, from: row.to, to: row.from }];
    }
    return [];
  });
}

/** Holds on a day: its last day is still one on which it does. */
export const isInForce = ({ validTo }: Pick<EquatingRow, 'validTo'>, day: string): boolean =>
  validTo === null || validTo >= day;

/** Where a range of levels lies on a ladder drawn from the highest (0) to the lowest (1); null: not on it. */
export function spanOf(
  levels: readonly number[],
  { lowest, highest }: { lowest: number; highest: number },
): { top: number; bottom: number } | null {
  const sorted = levels.toSorted((one, other) => other - one);
  const inside = sorted.flatMap((level, place) =>
    level >= lowest && level <= highest ? [place] : [],
  );
  if (inside.length === 0) return null;
  return { top: inside[0]! / sorted.length, bottom: (inside.at(-1)! + 1) / sorted.length };
}
