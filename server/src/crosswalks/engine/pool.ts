import { buildHybridIndex, type HybridIndex } from '#src/linking/hybrid/hybrid-index.ts';
import type { HybridForm } from '#src/linking/hybrid/concepts.ts';
import { scoreBm25 } from '#src/linking/hybrid/bm25.ts';
import { dimensions, dot } from '#src/linking/hybrid/encoder.ts';
import { highest } from '#src/linking/hybrid/highest.ts';
import { readLine } from '#src/linking/hybrid/line.ts';
import { coverForms } from '#src/linking/hybrid/retrieve.ts';
import { termsOf } from '#src/linking/hybrid/surface-index.ts';
import { termTokens } from '#src/linking/hybrid/terms.ts';
import { formsOf, type Form, type NamedItem } from '../lexical/forms.ts';

/** An item with all that is said of it. */
export interface DescribedItem extends NamedItem {
  descriptions: string[];
}

/** An item of either framework; `row` is its place in the common index. */
export interface PooledItem {
  id: number;
  row: number;
  isGroup: boolean;
  names: { form: Form; terms: ReadonlyMap<string, number>; weight: number }[];
  labelWords: number;
  descriptions: string[];
}

/** Both frameworks in one index, so that words weigh the same on both sides. */
export interface Pool {
  index: HybridIndex;
  from: PooledItem[];
  to: PooledItem[];
}

/** A role may be called by a hundred titles: the label and so many others are compared. */
const mostNames = 24;

export function poolOf(from: readonly DescribedItem[], to: readonly DescribedItem[]): Pool {
  const all = [...from, ...to];
  const forms = all.map((item) => namesOf(item));
  const index = buildHybridIndex(
    all.map(({ descriptions }, row) => ({ id: row + 1, kind: null, descriptions, roles: 0 })),
    forms.flatMap((list, row) => list.map((form) => hybridForm(form, row + 1))),
  );
  const pooled = all.map((item, row) => poolItem(index, item, forms[row]!, row));
  return { index, from: pooled.slice(0, from.length), to: pooled.slice(from.length) };
}

/** Labels first, each name once. */
function namesOf(item: NamedItem): Form[] {
  const known = new Set<string>();
  return formsOf(item)
    .sort((a, b) => Number(b.isLabel) - Number(a.isLabel))
    .filter(({ language, key }) => {
      const name = `${language} ${key}`;
      return !known.has(name) && known.add(name);
    })
    .slice(0, mostNames);
}

function hybridForm({ form, language, isLabel }: Form, competencyId: number): HybridForm {
  return {
    ...{ competencyId, form, isLabel, caseSensitive: false, fields: null },
    language: language === 'vi' ? 'vi' : 'en',
  };
}

function poolItem(
  index: HybridIndex,
  { id, isGroup, descriptions }: DescribedItem,
  forms: Form[],
  row: number,
): PooledItem {
  const names = forms.map((form) => {
    const terms = new Map(
      termsOf(termTokens(form.form)).map((term) => [term, weightOf(index, term)]),
    );
    return { form, terms, weight: [...terms.values()].reduce((sum, one) => sum + one, 0) };
  });
  const labels = forms.filter(({ isLabel }) => isLabel);
  const labelWords = Math.min(...labels.map(({ words }) => words.length), 12);
  return { id, row, isGroup, names, labelWords, descriptions };
}

function weightOf({ surface }: HybridIndex, term: string): number {
  const id = surface.termIds.get(term);
  return id === undefined ? 0 : surface.idf[id]!;
}

const perWay = 16;
const perName = 40;
const longestDescription = 80;

/** The items of the other framework worth comparing, with what the description says of each. */
export function candidatesOf({ index, from, to }: Pool, one: PooledItem): Map<number, number> {
  const first = from.length;
  const isOther = (row: number) =>
    row >= first && row < first + to.length && to[row - first]!.isGroup === one.isGroup;
  const rows = new Set<number>();
  const covered = new Map<number, number>();
  for (const { form } of one.names) {
    for (const found of coverForms(index, readLine(form.form), perName + perWay)) {
      if (isOther(found.row) && found.covered > (covered.get(found.row) ?? 0)) {
        covered.set(found.row, found.covered);
      }
    }
  }
  const byName = [...covered].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, perWay);
  for (const [row] of byName) rows.add(row);
  for (const row of nearest(index, one.row, first, to.length, isOther)) rows.add(row);
  const described = describe(index, one);
  const touched = described.rows.filter(isOther);
  for (const row of highest(touched, described.scores, perWay)) rows.add(row);
  const own = described.scores[one.row]! || 1;
  const result = new Map(
    [...rows].sort((a, b) => a - b).map((row) => [row, described.scores[row]! / own]),
  );
  for (const row of described.rows) described.scores[row] = 0;
  return result;
}

/** BM25 of every item under all that is said of one; to be read beside its own score. */
function describe(index: HybridIndex, one: PooledItem) {
  const scores = index.scratch.conceptScores;
  const texts = [
    ...one.names.filter(({ form }) => form.isLabel).map(({ form }) => form.form),
    ...one.descriptions,
  ];
  const terms = texts.flatMap((text) => termsOf(termTokens(text)).slice(0, longestDescription));
  return { scores, rows: scoreBm25(index.bm25, terms, scores) };
}

function nearest(
  { encoder, conceptVectors }: HybridIndex,
  row: number,
  first: number,
  count: number,
  isOther: (row: number) => boolean,
): number[] {
  if (!encoder) return [];
  const rows = Array.from({ length: count }, (_, at) => first + at).filter(isOther);
  const cosines = new Float32Array(first + count);
  for (const other of rows) {
    cosines[other] = Math.max(
      0,
      dot(conceptVectors, row * dimensions, conceptVectors, other * dimensions),
    );
  }
  return highest(rows, cosines, perWay);
}
