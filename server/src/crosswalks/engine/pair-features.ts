import { isNarrowedBy, type Form } from '../lexical/forms.ts';
import { dimensions, dot } from '#src/linking/hybrid/encoder.ts';
import type { HybridIndex } from '#src/linking/hybrid/hybrid-index.ts';
import type { PooledItem } from './pool.ts';

/** What a pair of items is judged by. Changing it asks for new weights. */
export const pairFeatureNames = [
  'labels alike',
  'names alike',
  'label holds the other',
  'other holds the label',
  'same label',
  'label is alias',
  'same alias',
  'narrowed',
  'widened',
  'meaning alike',
  'names mean alike',
  'description',
  'description rank',
  'meaning rank',
  'names rank',
  'behind the nearest',
  'words more',
  'names more',
  'shared name',
] as const;

/** A candidate with what each way of looking said. */
export interface Compared {
  other: PooledItem;
  names: NameLikeness;
  meaning: number;
  nameMeaning: number;
  described: number;
}

export interface NameLikeness {
  labels: number;
  best: number;
  /** Share of the label's weight that stands in the other label, and the other way round. */
  held: number;
  holds: number;
  pair: [Form, Form] | undefined;
  same: 'label' | 'label-alias' | 'alias' | undefined;
  sameForms: [Form, Form] | undefined;
  narrowed: [Form, Form] | undefined;
  widened: [Form, Form] | undefined;
}

const none: NameLikeness = {
  labels: 0,
  best: 0,
  held: 0,
  holds: 0,
  pair: undefined,
  same: undefined,
  sameForms: undefined,
  narrowed: undefined,
  widened: undefined,
};

/** Labels against all names and all names against labels; names of two languages are not compared. */
export function compareNames(one: PooledItem, other: PooledItem): NameLikeness {
  const found = { ...none };
  for (const mine of one.names) {
    for (const theirs of other.names) {
      if (!mine.form.isLabel && !theirs.form.isLabel && mine.form.key !== theirs.form.key) continue;
      if (mine.form.language !== theirs.form.language) continue;
      compareOne(found, mine, theirs);
    }
  }
  return found;
}

type Name = PooledItem['names'][number];

function compareOne(found: NameLikeness, mine: Name, theirs: Name): void {
  const shared = sharedWeight(mine, theirs);
  const all = mine.weight + theirs.weight - shared;
  const alike = all > 0 ? shared / all : 0;
  const both = mine.form.isLabel && theirs.form.isLabel;
  if (both) {
    found.labels = Math.max(found.labels, alike);
    found.held = Math.max(found.held, mine.weight > 0 ? shared / mine.weight : 0);
    found.holds = Math.max(found.holds, theirs.weight > 0 ? shared / theirs.weight : 0);
    if (isNarrowedBy(theirs.form, mine.form)) found.narrowed ??= [theirs.form, mine.form];
    if (isNarrowedBy(mine.form, theirs.form)) found.widened ??= [mine.form, theirs.form];
  }
  if (alike > found.best) [found.best, found.pair] = [alike, [mine.form, theirs.form]];
  if (mine.form.key !== theirs.form.key) return;
  const same = both ? 'label' : mine.form.isLabel || theirs.form.isLabel ? 'label-alias' : 'alias';
  if (closer(same, found.same)) [found.same, found.sameForms] = [same, [mine.form, theirs.form]];
}

const order = ['label', 'label-alias', 'alias'];

function closer(one: NonNullable<NameLikeness['same']>, known: NameLikeness['same']): boolean {
  return known === undefined || order.indexOf(one) < order.indexOf(known);
}

function sharedWeight(mine: Name, theirs: Name): number {
  let sum = 0;
  for (const [term, weight] of mine.terms) if (theirs.terms.has(term)) sum += weight;
  return sum;
}

export function compareMeaning(index: HybridIndex, one: number, other: number) {
  if (!index.encoder) return { meaning: 0, nameMeaning: 0 };
  const by = (vectors: Float32Array) => dot(vectors, one * dimensions, vectors, other * dimensions);
  return { meaning: by(index.conceptVectors), nameMeaning: by(index.nameVectors) };
}

/** One row of numbers for each candidate, in their order. */
export function pairFeatures(
  one: PooledItem,
  compared: readonly Compared[],
  isShared: (form: Form) => boolean,
): Float64Array[] {
  const rank = {
    described: ranks(compared.map(({ described }) => described)),
    meaning: ranks(compared.map(({ meaning }) => meaning)),
    names: ranks(compared.map(({ names }) => names.best)),
  };
  const nearest = Math.max(...compared.map(({ names, meaning }) => names.best + meaning));
  return compared.map(({ other, names, meaning, nameMeaning, described }, at) =>
    Float64Array.of(
      names.labels,
      names.best,
      names.held,
      names.holds,
      names.same === 'label' ? 1 : 0,
      names.same === 'label-alias' ? 1 : 0,
      names.same === 'alias' ? 1 : 0,
      names.narrowed ? 1 : 0,
      names.widened ? 1 : 0,
      meaning,
      nameMeaning,
      described,
      rank.described[at]!,
      rank.meaning[at]!,
      rank.names[at]!,
      names.best + meaning - nearest,
      Math.log((1 + one.labelWords) / (1 + other.labelWords)),
      Math.log((1 + one.names.length) / (1 + other.names.length)),
      names.sameForms?.some(isShared) ? 1 : 0,
    ),
  );
}

/** 1 ÷ rank; nothing for what has no value. */
function ranks(values: number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b);
  const rank = new Array<number>(values.length).fill(0);
  order.forEach((at, place) => (rank[at] = values[at]! > 0 ? 1 / (1 + place) : 0));
  return rank;
}
