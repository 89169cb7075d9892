export interface Interval {
  low: number;
  high: number;
}

const Z = 1.959964;

/** 95 % interval of a share (E. B. Wilson, Journal of the American Statistical Association 22, 1927). */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const middle = share + Z ** 2 / (2 * of);
  const reach = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const all = 1 + Z ** 2 / of;
  return { low: Math.max(0, (middle - reach) / all), high: Math.min(1, (middle + reach) / all) };
}
