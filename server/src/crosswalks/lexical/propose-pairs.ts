import type { Grounds, Relation } from '../contract.ts';
import { formsOf, isNarrowedBy, joinsOnly, type Form, type NamedItem } from './forms.ts';
import { WordWeights } from './word-weights.ts';

export const METHOD = 'lexical-1';

export interface Proposal {
  from: number;
  to: number;
  relation: Relation;
  confidence: number;
  grounds: Grounds;
}

/** An item is worth a person's look at this many others at most. */
const MOST_PER_ITEM = 5;
/** Of what two labels say together, by the rarity of their words, this much has to be in both. */
const LEAST_SHARED = 0.5;
/** A shorter name has to say this much of a longer one. */
const LEAST_CONTAINED = 0.35;
const SURE = { label: 0.95, aliases: 0.85 };
/** Taken off where several items of one framework bear the name: at most one of them can be meant. */
const SHARED_NAME = 0.25;

interface Entry {
  item: number;
  isGroup: boolean;
  form: Form;
}

/**
 * Pairs that their names speak for, item by item of `from` so that others have their turn between:
 * the same name → exact; one name within the other with the same head → broader or narrower; words in
 * common, weighted by how rare they are → related. Only names of the same language are compared.
 */
export function* proposePairs(
  from: readonly NamedItem[],
  to: readonly NamedItem[],
): Generator<Proposal[]> {
  const entries = (items: readonly NamedItem[]): Entry[][] =>
    items.map((item) =>
      formsOf(item).map((form) => ({ item: item.id, isGroup: item.isGroup, form })),
    );
  const [own, others] = [entries(from), entries(to)];
  const weights = new WordWeights(
    labels([...own.flat(), ...others.flat()]).map(({ form }) => form),
  );
  const byName = Map.groupBy(others.flat(), ({ form }) => nameOf(form));
  const byWord = new Map<string, Entry[]>();
  for (const entry of labels(others.flat())) {
    for (const word of new Set(entry.form.words)) {
      if (!weights.isTelling(entry.form.language, word)) continue;
      const key = `${entry.form.language} ${word}`;
      const known = byWord.get(key);
      if (known) known.push(entry);
      else byWord.set(key, [entry]);
    }
  }
  const bearers = bearersOf(own.flat());
  for (const forms of own) {
    yield best([...sameNames(forms, byName, bearers), ...near(forms, byWord, weights)]);
  }
}

const labels = (entries: readonly Entry[]) => entries.filter(({ form }) => form.isLabel);

/** How many items bear a name. */
function bearersOf(entries: readonly Entry[]): (name: string) => number {
  const bearers = new Map<string, Set<number>>();
  for (const { item, form } of entries) {
    const name = nameOf(form);
    const known = bearers.get(name);
    if (known) known.add(item);
    else bearers.set(name, new Set([item]));
  }
  return (name) => bearers.get(name)?.size ?? 0;
}

const nameOf = ({ language, key }: Form) => `${language} ${key}`;

function* sameNames(
  forms: readonly Entry[],
  byName: ReadonlyMap<string, Entry[]>,
  bearers: (name: string) => number,
): Generator<Proposal> {
  for (const { item, isGroup, form } of forms) {
    const name = nameOf(form);
    const others = byName.get(name) ?? [];
    const isShared = bearers(name) > 1 || others.some((other) => other.item !== others[0]!.item);
    for (const other of others) {
      if (other.isGroup !== isGroup) continue;
      const sure = form.isLabel || other.form.isLabel ? SURE.label : SURE.aliases;
      const how = (one: Form) => (one.isLabel ? 'label' : 'alias');
      yield {
        ...{ from: item, to: other.item, relation: 'exact' },
        // two labels that are the same mean the same, whoever else is called so
        confidence:
          isShared && !(form.isLabel && other.form.isLabel) ? rounded(sure - SHARED_NAME) : sure,
        grounds: {
          code: `${how(form)}-equals-${how(other.form)}`,
          ...{ form: form.form, otherForm: other.form.form, language: form.language },
        },
      };
    }
  }
}

function* near(
  forms: readonly Entry[],
  byWord: ReadonlyMap<string, Entry[]>,
  weights: WordWeights,
): Generator<Proposal> {
  for (const entry of labels(forms)) {
    const { form } = entry;
    for (const other of candidatesOf(form, byWord, weights)) {
      if (other.isGroup !== entry.isGroup || other.form.key === form.key) continue;
      const found = contained(form, other.form, weights) ?? shared(form, other.form, weights);
      if (found) yield { from: entry.item, to: other.item, ...found };
    }
  }
}

/**
 * The names that share enough with one to be looked at word by word: what both say together weighs a third
 * of the heavier one at least, wherever it is contained or shared (LEAST_CONTAINED, LEAST_SHARED).
 */
function candidatesOf(
  form: Form,
  byWord: ReadonlyMap<string, Entry[]>,
  weights: WordWeights,
): Entry[] {
  const common = new Map<Entry, number>();
  let untold = 0;
  for (const word of new Set(form.words)) {
    const weight = weights.sum(form.language, [word]);
    if (!weights.isTelling(form.language, word)) {
      untold += weight;
      continue;
    }
    for (const entry of byWord.get(`${form.language} ${word}`) ?? []) {
      common.set(entry, (common.get(entry) ?? 0) + weight);
    }
  }
  const own = weights.of(form);
  return [...common].flatMap(([entry, weight]) =>
    3 * (weight + untold) >= Math.max(own, weights.of(entry.form)) * 0.999 ? [entry] : [],
  );
}

type Found = Pick<Proposal, 'relation' | 'confidence' | 'grounds'>;

function contained(form: Form, other: Form, weights: WordWeights): Found | undefined {
  const narrower = isNarrowedBy(other, form);
  if (!narrower && !isNarrowedBy(form, other)) return undefined;
  const [shorter, longer] = narrower ? [other, form] : [form, other];
  const part = weights.of(shorter) / weights.of(longer);
  if (!(part >= LEAST_CONTAINED)) return undefined;
  return {
    relation: narrower ? 'narrower' : 'broader',
    confidence: rounded(0.5 + 0.35 * part),
    grounds: {
      code: narrower ? 'name-narrows' : 'name-widens',
      ...{ shorter: shorter.form, longer: longer.form, language: form.language },
    },
  };
}

function shared(form: Form, other: Form, weights: WordWeights): Found | undefined {
  const theirs = new Set(other.words);
  const words = [...new Set(form.words)].filter(
    (word) => theirs.has(word) && !joinsOnly(form.language, word),
  );
  const common = weights.sum(form.language, words);
  const all = weights.of(form) + weights.of(other) - common;
  const share = common / all;
  if (!(share >= LEAST_SHARED)) return undefined;
  return {
    relation: 'related',
    confidence: rounded(0.2 + 0.5 * share),
    grounds: { code: 'words-in-common', words, language: form.language },
  };
}

/** One proposal per other item, the surest; and of the items the surest few. */
function best(found: Iterable<Proposal>): Proposal[] {
  const byOther = new Map<number, Proposal>();
  for (const proposal of found) {
    const known = byOther.get(proposal.to);
    if (!known || known.confidence < proposal.confidence) byOther.set(proposal.to, proposal);
  }
  return [...byOther.values()]
    .sort((a, b) => b.confidence - a.confidence || a.to - b.to)
    .slice(0, MOST_PER_ITEM);
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
