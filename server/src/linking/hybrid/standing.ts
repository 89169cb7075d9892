import { growSpan, lengthOf, type TokenSpan } from './best-span.ts';
import type { Weighed } from './features.ts';
import type { HybridIndex } from './hybrid-index.ts';
import { isJoint, type Line } from './line.ts';
import { boundaryOf, type Tags } from './tagger.ts';

/**
 * Whether the words of a candidate stand in the line as one thing asked for, or as part of another
 * ("SQL" in "Azure SQL", "spark" in "spark interest"): a logistic learnt from the stretches that people
 * marked in SkillSpan, whatever competency was meant.
 */
export interface Standing {
  bias: number;
  /** One for each of `standingNames`, over inputs as they are. */
  weights: ArrayLike<number>;
}

export const standingNames = [
  'listed',
  'exact',
  'written as a name',
  'written as listed',
  'lower case of a name',
  'beside a name',
  'word before',
  'word after',
  'growth',
  'asked',
  'boundary',
  'log boundary',
  'form words',
  'rarity',
  'line words',
  'listed name alone',
] as const;

/** What was read in a line beside its words. */
export interface LineReading {
  /** Per token how likely it belongs to something asked for. */
  asked: Float32Array;
  /** What the tagger said; undefined for a language that it has not learnt. */
  tags: Tags | undefined;
}

/** Lines of a language without a tagger get about its mean. */
const usualBoundary = 0.1;

/** The logit; undefined words stand nowhere. */
export function standingOf(
  { bias, weights }: Standing,
  index: HybridIndex,
  line: Line,
  one: Weighed,
  reading: LineReading,
): number {
  const inputs = standingInputs(index, line, one, reading);
  return inputs ? inputs.reduce((sum, value, at) => sum + value * weights[at]!, bias) : lowest;
}

const lowest = -6;

export function standingInputs(
  index: HybridIndex,
  line: Line,
  one: Weighed,
  { asked, tags }: LineReading,
): number[] | undefined {
  const { span } = one;
  if (!span) return undefined;
  const around = neighbours(line, span);
  const writing = writingOf(index, line, one, span);
  const boundary = tags ? boundaryOf(tags, span) : usualBoundary;
  const { surface } = index;
  return [
    bit(one.listed),
    bit(one.exact),
    bit(writing.isName),
    bit(writing.isSame),
    bit(writing.isLowered),
    bit(around.name),
    bit(around.before),
    bit(around.after),
    tags ? Math.log1p(lengthOf(growSpan(line, span, asked)) - lengthOf(span)) : 0,
    meanOf(asked.subarray(span.first, span.last + 1)),
    boundary,
    Math.log(boundary + 0.01),
    Math.log1p(one.form < 0 ? 0 : surface.formTerms.row(one.form).length),
    Math.log1p(one.form < 0 ? 0 : surface.formMass[one.form]!),
    Math.log1p(line.terms.length),
    bit(one.listed && writing.isName && !around.name && !writing.isLowered),
  ];
}

function bit(value: boolean): number {
  return value ? 1 : 0;
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

/** The words right before and after a span, without so much as a comma or a slash between. */
function neighbours(line: Line, { first, last }: TokenSpan) {
  const { tokens, text } = line;
  const touches = (from: number, to: number) => /^[ \u00a0-]*$/.test(text.slice(from, to));
  const carries = (at: number) => tokens[at]!.term !== '' && !isJoint(tokens[at]!);
  const before =
    first > 0 && carries(first - 1) && touches(tokens[first - 1]!.end, tokens[first]!.start);
  const after =
    last + 1 < tokens.length &&
    carries(last + 1) &&
    touches(tokens[last]!.end, tokens[last + 1]!.start);
  const name =
    (before && isWrittenAsName(line, first - 1)) || (after && isWrittenAsName(line, last + 1));
  return { before, after, name };
}

const capital = /\p{Lu}/u;

/** How the span is written beside how the form is: `LESS` is a name, `less` mostly is not. */
function writingOf(index: HybridIndex, line: Line, one: Weighed, span: TokenSpan) {
  const { tokens, text } = line;
  const written = text.slice(tokens[span.first]!.start, tokens[span.last]!.end);
  const form = index.surface.forms[one.form] ?? '';
  return {
    isSame: written === form,
    isName: isWrittenAsName(line, span.first) || isWrittenAsName(line, span.last),
    isLowered: !capital.test(written) && capital.test(form.slice(1)),
  };
}

/** A capital that the start of a sentence does not explain, a digit, or a sign. */
function isWrittenAsName({ tokens, text }: Line, at: number): boolean {
  const { start, end, gap } = tokens[at]!;
  const word = text.slice(start, end);
  if (/\p{Lu}|[\d+#.]/u.test(word.slice(1))) return true;
  if (!capital.test(word)) return false;
  return (
    at > 0 && gap !== 'broken' && !/[.!?:•*-]\s*$/.test(text.slice(Math.max(0, start - 4), start))
  );
}
