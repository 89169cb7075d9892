import type { Grounds } from '../contract.ts';
import type { Form } from '../lexical/forms.ts';
import type { Proposal } from '../lexical/propose-pairs.ts';
import { compareMeaning, compareNames, pairFeatures, type Compared } from './pair-features.ts';
import { likelihoodOf, relationOf, shippedPairModel, type PairModel } from './pair-model.ts';
import { candidatesOf, poolOf, type DescribedItem, type Pool, type PooledItem } from './pool.ts';

export const ENGINE_METHOD = 'engine-1';

const mostPerItem = 5;
const leastConfidence = 0.2;

/**
 * Pairs that everything said of the items speaks for: labels, other names and descriptions, pooled for
 * each item (names alike, words of descriptions, nearness in an encoder learnt from both frameworks).
 * Item by item of `from`, so that others have their turn between; the same input gives the same pairs.
 */
export function* proposePairs(
  from: readonly DescribedItem[],
  to: readonly DescribedItem[],
  model: PairModel = shippedPairModel(),
): Generator<Proposal[]> {
  const pool = poolOf(from, to);
  const isShared = sharedNames(pool);
  for (const one of pool.from) {
    const compared = compareAll(pool, one);
    const features = pairFeatures(one, compared, isShared);
    yield compared
      .map((found, at) => ({
        found,
        features: features[at]!,
        sure: likelihoodOf(model, features[at]!),
      }))
      .filter(({ sure }) => sure >= leastConfidence)
      .sort((a, b) => b.sure - a.sure || a.found.other.id - b.found.other.id)
      .slice(0, mostPerItem)
      .map(({ found, features: inputs, sure }): Proposal => ({
        from: one.id,
        to: found.other.id,
        relation: found.names.same === 'label' ? 'exact' : relationOf(model, inputs),
        confidence: Math.round(sure * 100) / 100,
        grounds: groundsOf(found),
      }));
  }
}

export function compareAll(pool: Pool, one: PooledItem): Compared[] {
  return [...candidatesOf(pool, one)].map(([row, described]): Compared => {
    const other = pool.to[row - pool.from.length]!;
    return {
      other,
      described,
      names: compareNames(one, other),
      ...compareMeaning(pool.index, one.row, row),
    };
  });
}

/** Names that several items of one side bear: at most one of them can be meant. */
export function sharedNames({ from, to }: Pool): (form: Form) => boolean {
  const shared = new Set<string>();
  for (const side of [from, to]) {
    const known = new Set<string>();
    for (const { form } of side.flatMap(({ names }) => names)) {
      const name = nameOf(form);
      if (known.has(name)) shared.add(name);
      known.add(name);
    }
  }
  return (form) => shared.has(nameOf(form));
}

const nameOf = ({ language, key }: Form) => `${language} ${key}`;

const tellingMeaning = 0.5;
const tellingWords = 0.34;

/** The strongest reason, as data: the same names before words in common before what is meant. */
function groundsOf({ names, meaning, described }: Compared): Grounds {
  if (names.sameForms) {
    const [mine, theirs] = names.sameForms;
    const how = (one: Form) => (one.isLabel ? 'label' : 'alias');
    return {
      code: `${how(mine)}-equals-${how(theirs)}`,
      ...{ form: mine.form, otherForm: theirs.form, language: mine.language },
    };
  }
  const [shorter, longer] = names.narrowed ?? names.widened ?? [];
  if (shorter && longer) {
    return {
      code: names.narrowed ? 'name-narrows' : 'name-widens',
      ...{ shorter: shorter.form, longer: longer.form, language: shorter.language },
    };
  }
  const percent = Math.round(100 * meaning);
  if (names.pair && names.best >= tellingWords) {
    const [mine, theirs] = names.pair;
    return { code: 'names-alike', form: mine.form, otherForm: theirs.form, percent };
  }
  return meaning >= tellingMeaning
    ? { code: 'meaning-alike', percent }
    : { code: 'description-alike', percent: Math.round(100 * Math.min(1, described)) };
}
