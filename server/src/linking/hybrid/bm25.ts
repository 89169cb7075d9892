import { Csr, csrOf } from './csr.ts';

/** BM25 with every weight worked out beforehand: a score is a sum over the words of the line. */
export interface Bm25 {
  termIds: Map<string, number>;
  terms: string[];
  postings: Csr;
  weights: Float32Array;
}

const k1 = 1.2;
const b = 0.75;

/** Robertson and Zaragoza, Foundations and Trends in IR 3 (2009), with the IDF that stays positive. */
export function buildBm25(documents: string[][]): Bm25 {
  const lengths = documents.map((terms) => terms.length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const termIds = new Map<string, number>();
  const lists: number[][] = [];
  const counts: number[][] = [];
  documents.forEach((terms, document) => {
    for (const [term, count] of countTerms(terms)) {
      let id = termIds.get(term);
      if (id === undefined) {
        termIds.set(term, (id = termIds.size));
        lists.push([]);
        counts.push([]);
      }
      lists[id]!.push(document);
      counts[id]!.push(count);
    }
  });
  const postings = csrOf(lists);
  const weights = new Float32Array(postings.items.length);
  lists.forEach((list, id) => {
    const idf = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
    list.forEach((document, at) => {
      const count = counts[id]![at]!;
      const length = lengths[document]! / Math.max(1, average);
      const saturated = (count * (k1 + 1)) / (count + k1 * (1 - b + b * length));
      weights[postings.offsets[id]! + at] = idf * saturated;
    });
  });
  return { termIds, terms: [...termIds.keys()], postings, weights };
}

function countTerms(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Adds the score of every document to `scores`; returns the rows that were touched. */
export function scoreBm25(index: Bm25, terms: Iterable<string>, scores: Float32Array): number[] {
  const touched: number[] = [];
  for (const term of new Set(terms)) {
    const id = index.termIds.get(term);
    if (id === undefined) continue;
    const { offsets, items } = index.postings;
    for (let at = offsets[id]!; at < offsets[id + 1]!; at += 1) {
      const document = items[at]!;
      if (scores[document] === 0) touched.push(document);
      scores[document]! += index.weights[at]!;
    }
  }
  return touched;
}
