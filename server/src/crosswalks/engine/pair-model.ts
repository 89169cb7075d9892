import { readFileSync } from 'node:fs';
import type { Relation } from '../contract.ts';

/** A logistic: what it has learnt, over inputs as they are. */
export interface Logistic {
  bias: number;
  weights: ArrayLike<number>;
}

/**
 * Whether two items belong together at all, and as what; `bench/train-crosswalks.ts` writes it. The
 * four judges of relations are compared with each other, each learnt against the rest.
 */
export interface PairModel {
  together: Logistic;
  relations: Record<Relation, Logistic>;
}

const relations: Relation[] = ['exact', 'narrower', 'broader', 'related'];
let shipped: PairModel | undefined;

export function shippedPairModel(): PairModel {
  shipped ??= JSON.parse(
    readFileSync(new URL('weights/pairs.json', import.meta.url), 'utf8'),
  ) as PairModel;
  return shipped;
}

export function logit({ bias, weights }: Logistic, inputs: ArrayLike<number>): number {
  let sum = bias;
  for (let at = 0; at < weights.length; at += 1) sum += weights[at]! * inputs[at]!;
  return sum;
}

export function likelihoodOf(model: PairModel, features: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-logit(model.together, features)));
}

export function relationOf(model: PairModel, features: ArrayLike<number>): Relation {
  return relations
    .map((relation) => ({ relation, by: logit(model.relations[relation], features) }))
    .reduce((best, one) => (one.by > best.by ? one : best)).relation;
}
