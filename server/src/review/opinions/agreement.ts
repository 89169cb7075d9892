import { wilson } from '../precision/wilson.ts';
import type { Agreement } from './contract.ts';

/** Below this many pairs of verdicts nothing is said. */
export const LEAST_PAIRS = 20;
const Z = 1.959964;

export function agreementOf(table: Agreement['table']): Agreement {
  const { bothAccept, onlyFirstAccepts, onlySecondAccepts, bothReject } = table;
  const n = bothAccept + onlyFirstAccepts + onlySecondAccepts + bothReject;
  if (n < LEAST_PAIRS) return { n, least: LEAST_PAIRS, table, agreement: null, kappa: null };
  const same = bothAccept + bothReject;
  return {
    n,
    least: LEAST_PAIRS,
    table,
    agreement: { value: same / n, ...wilson(same, n) },
    kappa: cohensKappa([
      [bothAccept, onlyFirstAccepts],
      [onlySecondAccepts, bothReject],
    ]),
  };
}

/**
 * Agreement beyond chance (J. Cohen, Educational and Psychological Measurement 20, 1960) with the
 * large-sample 95 % interval of J. L. Fleiss, J. Cohen and B. S. Everitt (Psychological Bulletin 72,
 * 1969, formula 13), cut to −1…1. `counts[i][j]`: the first said i, the second j. Null where chance
 * alone would make everybody agree.
 */
export function cohensKappa(
  counts: readonly (readonly number[])[],
): { value: number; low: number; high: number } | null {
  const n = counts.flat().reduce((sum, count) => sum + count, 0);
  const share = counts.map((row) => row.map((count) => count / n));
  const first = share.map((row) => row.reduce((sum, one) => sum + one, 0));
  const second = share.map((_, at) => share.reduce((sum, row) => sum + row[at]!, 0));
  const observed = share.reduce((sum, row, at) => sum + row[at]!, 0);
  const expected = first.reduce((sum, one, at) => sum + one * second[at]!, 0);
  if (n === 0 || expected > 1 - 1e-12) return null;
  const value = (observed - expected) / (1 - expected);
  const rest = 1 - value;
  const diagonal = share.reduce(
    (sum, row, at) => sum + row[at]! * (1 - (first[at]! + second[at]!) * rest) ** 2,
    0,
  );
  const aside = share.reduce(
    (sum, row, i) =>
      sum +
      row.reduce(
        (within, one, j) => (i === j ? within : within + one * (second[i]! + first[j]!) ** 2),
        0,
      ),
    0,
  );
  const variance =
    (diagonal + rest ** 2 * aside - (value - expected * rest) ** 2) / (n * (1 - expected) ** 2);
  const reach = Z * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(-1, value - reach), high: Math.min(1, value + reach) };
}
