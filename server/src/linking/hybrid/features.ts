import { bestSpan, lengthOf, overlap, type TokenSpan } from './best-span.ts';
import { dimensions, dot } from './encoder.ts';
import type { HybridIndex } from './hybrid-index.ts';
import type { Line } from './line.ts';
import type { Retrieved } from './retrieve.ts';
import { SoftMatcher } from './soft-match.ts';
import { labelKind } from './surface-index.ts';
import { nearestWindows, windowsOf, type NearestWindow, type Windows } from './windows.ts';

/** What the ranking looks at, in the order of its inputs. Changing it asks for new weights. */
export const featureNames = [
  'covered',
  'coverage',
  'matched mass',
  'coverage rank',
  'covered share',
  'description',
  'description rank',
  'description share',
  'line similarity',
  'window similarity',
  'window rank',
  'window share',
  'window margin',
  'name similarity',
  'label soft coverage',
  'form soft coverage',
  'soft score',
  'soft rank',
  'soft share',
  'exact label',
  'exact alias',
  'listed phrase',
  'form is label',
  'form words',
  'density',
  'missing',
  'first word',
  'last word',
  'knowledge',
  'skill',
  'roles',
  'line words',
  'asked mean',
  'asked most',
  'rival',
  'inside longer',
] as const;

export const featureCount = featureNames.length;

/** A competency with everything the ranking and the reader need to know about it. */
export interface Weighed extends Retrieved {
  form: number;
  span: TokenSpan | undefined;
  exact: boolean;
  listed: boolean;
  features: Float32Array;
}

/** What is known of a line before its competencies are weighed. */
export interface LineSigns {
  /** Per token how likely it belongs to something asked for. */
  asked: Float32Array;
  /** Rows of competencies that the exact trie finds in the line, with their spans. */
  listed: Map<number, TokenSpan>;
}

interface Draft {
  retrieved: Retrieved;
  form: number;
  values: number[];
  span: TokenSpan | undefined;
  exact: boolean;
  soft: number;
  window: number;
}

export function weigh(
  index: HybridIndex,
  line: Line,
  retrieved: Retrieved[],
  signs: LineSigns,
): Weighed[] {
  const matcher = new SoftMatcher(index, line);
  const windows = index.encoder && windowsOf(index.encoder, line);
  const nearest =
    windows &&
    nearestWindows(
      windows,
      index.conceptVectors,
      retrieved.map(({ row }) => row),
    );
  const drafts = retrieved.map((one, at) =>
    draft(index, line, one, matcher, windows, nearest?.[at], signs),
  );
  const ranks = {
    covered: shares(drafts.map(({ retrieved: { covered } }) => covered)),
    bm25: shares(drafts.map(({ retrieved: { bm25 } }) => bm25)),
    window: shares(drafts.map(({ window }) => window)),
    soft: shares(drafts.map(({ soft }) => soft)),
  };
  return drafts.map((one, at) => ({
    ...one.retrieved,
    form: one.form,
    span: one.span,
    exact: one.exact,
    listed: signs.listed.has(one.retrieved.row),
    features: assemble(one, drafts, ranks, at, line, index, signs),
  }));
}

function draft(
  index: HybridIndex,
  line: Line,
  retrieved: Retrieved,
  matcher: SoftMatcher,
  windows: Windows | undefined,
  near: NearestWindow | undefined,
  signs: LineSigns,
): Draft {
  const label = index.labelOf[retrieved.row]!;
  const form = retrieved.form >= 0 ? retrieved.form : label;
  const byForm = matcher.match(form);
  const byLabel = form === label ? byForm : matcher.match(label);
  const lineSimilar = windows
    ? dot(windows.whole, 0, index.conceptVectors, retrieved.row * dimensions)
    : 0;
  const nameSimilar =
    windows && near && near.vector >= 0
      ? dot(windows.vectors, near.vector, index.nameVectors, retrieved.row * dimensions)
      : 0;
  const span = signs.listed.get(retrieved.row) ?? bestSpan(line, byForm.weights) ?? near?.span;
  const terms = index.surface.formTerms.row(form);
  const words = span ? wordsIn(line, span) : 0;
  const matchedWords = span ? countFrom(byForm.weights, span.first, span.last) : 0;
  const exact = byForm.coverage > 0.999 && words === new Set(terms).size;
  const isLabel = (index.surface.formKind[form]! & labelKind) !== 0;
  return {
    retrieved,
    form,
    span,
    exact,
    soft: Math.sqrt(byForm.mass) * byForm.coverage ** 1.5,
    window: near?.similar ?? 0,
    values: [
      retrieved.covered / 4,
      retrieved.form >= 0 ? retrieved.matched / index.surface.formMass[form]! : 0,
      Math.log1p(retrieved.matched) / 4,
      lineSimilar,
      near?.similar ?? 0,
      byLabel.coverage,
      byForm.coverage,
      (Math.sqrt(byForm.mass) * byForm.coverage ** 1.5) / 4,
      exact && isLabel ? 1 : 0,
      exact && !isLabel ? 1 : 0,
      isLabel ? 1 : 0,
      Math.log1p(terms.length) / 2,
      words === 0 ? 0 : matchedWords / words,
      byForm.missing / 8,
      byLabel.first,
      byLabel.last,
      near?.margin ?? 0,
      nameSimilar,
    ],
  };
}

function wordsIn(line: Line, { first, last }: TokenSpan): number {
  let words = 0;
  for (let at = first; at <= last; at += 1) if (line.tokens[at]!.term !== '') words += 1;
  return words;
}

function countFrom(weights: Float32Array, first: number, last: number): number {
  let count = 0;
  for (let at = first; at <= last; at += 1) if (weights[at]! > 0) count += 1;
  return count;
}

/** 1 ÷ rank and the share of the highest, for each value. */
function shares(values: number[]): { rank: number[]; share: number[] } {
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b);
  const rank = new Array<number>(values.length).fill(0);
  order.forEach((at, place) => (rank[at] = values[at]! > 0 ? 1 / (1 + place) : 0));
  const highest = Math.max(0, ...values);
  return { rank, share: values.map((value) => (highest > 0 ? value / highest : 0)) };
}

function assemble(
  one: Draft,
  drafts: Draft[],
  ranks: Record<'covered' | 'bm25' | 'window' | 'soft', ReturnType<typeof shares>>,
  at: number,
  line: Line,
  index: HybridIndex,
  signs: LineSigns,
): Float32Array {
  const concept = index.concepts[one.retrieved.row]!;
  const v = one.values;
  return Float32Array.of(
    v[0]!,
    v[1]!,
    v[2]!,
    ranks.covered.rank[at]!,
    ranks.covered.share[at]!,
    Math.log1p(one.retrieved.bm25) / 4,
    ranks.bm25.rank[at]!,
    ranks.bm25.share[at]!,
    v[3]!,
    v[4]!,
    ranks.window.rank[at]!,
    ranks.window.share[at]!,
    v[16]!,
    v[17]!,
    v[5]!,
    v[6]!,
    v[7]!,
    ranks.soft.rank[at]!,
    ranks.soft.share[at]!,
    v[8]!,
    v[9]!,
    signs.listed.has(one.retrieved.row) ? 1 : 0,
    v[10]!,
    v[11]!,
    v[12]!,
    v[13]!,
    v[14]!,
    v[15]!,
    concept.kind === 'knowledge' || concept.kind === 'tool' ? 1 : 0,
    concept.kind === 'skill' || concept.kind === 'attitude' ? 1 : 0,
    Math.log1p(concept.roles) / 6,
    Math.log1p(line.terms.length) / 4,
    ...askedIn(signs.asked, one.span),
    ...rivalry(one, drafts),
  );
}

function askedIn(asked: Float32Array, span: TokenSpan | undefined): [number, number] {
  if (!span) return [0, 0];
  const inside = asked.subarray(span.first, span.last + 1);
  return [inside.reduce((sum, one) => sum + one, 0) / inside.length, Math.max(...inside)];
}

/** The soft score against the best other on the same words, and whether an exact phrase holds it. */
function rivalry(one: Draft, drafts: Draft[]): [number, number] {
  const { span } = one;
  if (!span) return [0, 0];
  let rival = 0;
  let inside = 0;
  for (const other of drafts) {
    if (other === one || !other.span || overlap(span, other.span) === 0) continue;
    if (other.soft > rival) rival = other.soft;
    if (other.exact && lengthOf(other.span) > lengthOf(span)) inside = 1;
  }
  return [(one.soft - rival) / 4, inside];
}
