import { scoreBm25 } from './bm25.ts';
import type { HybridIndex } from './hybrid-index.ts';
import type { Line } from './line.ts';
import { highest } from './highest.ts';
import { nearestConcepts } from './nearest.ts';
import { termsOf } from './surface-index.ts';

/** A competency that a line may name, with what each way of looking found. */
export interface Retrieved {
  row: number;
  /** The form that covers best; -1 when no word of any form stands in the line. */
  form: number;
  /** √mass × coverage^1.5 of that form, and the idf of its words that stand in the line. */
  covered: number;
  matched: number;
  bm25: number;
  /** Cosine to the nearest chunk of the line. */
  similar: number;
}

const byCoverage = 36;
const byDescription = 8;
const bySimilarity = 32;
/** A line of so many words gets that many candidates; a longer one more, up to five times as many. */
const usualWords = 20;
const mostStretch = 5;
const paneWords = 12;
/** What covers less is no candidate by any other way of looking either. */
const mostCovered = 400;

/** The candidates of a line, best covered first, and those `listed` whatever else is found. */
export function retrieve(
  index: HybridIndex,
  line: Line,
  listed: Iterable<number> = [],
): Retrieved[] {
  const stretch = Math.min(mostStretch, Math.max(1, line.terms.length / usualWords));
  const covered = coverPanes(index, line);
  const found = new Map<number, Retrieved>();
  const known = new Map(covered.map((one) => [one.row, one]));
  const add = (row: number) => {
    if (!found.has(row)) found.set(row, known.get(row) ?? unnamed(row));
    return found.get(row)!;
  };
  for (const one of covered.slice(0, Math.round(byCoverage * stretch))) add(one.row);
  for (const row of listed) add(row);
  describe(index, line, found, add);
  const near = nearestConcepts(index, line).slice(0, Math.round(bySimilarity * stretch));
  for (const { row, similar } of near) add(row).similar = similar;
  return [...found.values()];
}

function unnamed(row: number): Retrieved {
  return { row, form: -1, covered: 0, matched: 0, bm25: 0, similar: 0 };
}

/** In a long line words far apart are no name together: it is also read pane by pane. */
function coverPanes(index: HybridIndex, line: Line): Retrieved[] {
  if (line.terms.length <= usualWords) return coverForms(index, line);
  const best = new Map<number, Retrieved>();
  for (let from = 0; from < line.tokens.length; from += paneWords / 2) {
    const tokens = line.tokens.slice(from, from + paneWords);
    for (const one of coverForms(index, { ...line, tokens, terms: termsOf(tokens) })) {
      const known = best.get(one.row);
      if (!known || one.covered > known.covered) best.set(one.row, one);
    }
  }
  return [...best.values()].sort((a, b) => b.covered - a.covered || a.row - b.row);
}

/** The competencies with words in the line, max-pooled over their forms, best first. */
export function coverForms(index: HybridIndex, { terms }: Line, keep = mostCovered): Retrieved[] {
  const { surface, scratch } = index;
  const { formScores, formTouched, conceptScores, conceptForms } = scratch;
  const touched = addWeights(index, terms);
  const rows: number[] = [];
  for (let at = 0; at < touched; at += 1) {
    const form = formTouched[at]!;
    const matched = formScores[form]!;
    const covered = Math.fround(Math.sqrt(matched) * (matched / surface.formMass[form]!) ** 1.5);
    const row = surface.formConcept[form]!;
    const known = conceptScores[row]!;
    if (known === 0) rows.push(row);
    if (covered > known || (covered === known && form < conceptForms[row]!)) {
      conceptScores[row] = covered;
      conceptForms[row] = form;
    }
  }
  const best = highest(rows, conceptScores, keep).map((row): Retrieved => {
    const form = conceptForms[row]!;
    const matched = formScores[form]!;
    return { row, form, covered: conceptScores[row]!, matched, bm25: 0, similar: 0 };
  });
  for (const row of rows) conceptScores[row] = 0;
  for (let at = 0; at < touched; at += 1) formScores[formTouched[at]!] = 0;
  return best;
}

/** Adds the weight of each word to the forms that have it; returns how many forms were touched. */
function addWeights({ surface, scratch }: HybridIndex, terms: string[]): number {
  const { formScores, formTouched } = scratch;
  let touched = 0;
  for (const term of new Set(terms)) {
    const id = surface.termIds.get(term);
    if (id === undefined) continue;
    const { offsets, items } = surface.postings;
    const weight = surface.idf[id]!;
    for (let at = offsets[id]!; at < offsets[id + 1]!; at += 1) {
      const form = items[at]!;
      if (formScores[form] === 0) formTouched[touched++] = form;
      formScores[form]! += weight;
    }
  }
  return touched;
}

function describe(
  index: HybridIndex,
  { terms }: Line,
  found: Map<number, Retrieved>,
  add: (row: number) => Retrieved,
): void {
  const scores = index.scratch.conceptScores;
  const touched = scoreBm25(index.bm25, terms, scores);
  for (const row of highest(touched, scores, byDescription)) add(row);
  for (const one of found.values()) one.bm25 = scores[one.row]!;
  for (const row of touched) scores[row] = 0;
}
