import type { LinkMethod } from '#src/linking/contract.ts';

/**
 * How much a person's word is worth on one link, 0…1: u = 1 − |2p − 1| with p the calibrated probability that the
 * link is right. It is twice min(p, 1 − p), the chance that the better of the two answers is wrong (the Bayes
 * error), so that texts × u is in proportion to the errors expected to go away. Asking where it is greatest is
 * uncertainty sampling (D. D. Lewis and W. A. Gale, "A sequential algorithm for training text classifiers",
 * SIGIR 1994). Where nothing was measured the method alone says it: an order, not a measurement. Pure.
 */
export function uncertaintyOf(probability: number | null, method: LinkMethod): number {
  return probability === null ? BY_METHOD[method] : 1 - Math.abs(2 * probability - 1);
}

const BY_METHOD: Record<LinkMethod, number> = {
  hybrid: 1,
  unaccented: 1,
  near: 0.75,
  exact: 0.5,
  decision: 0.25,
};
