import { lengthOf, type TokenSpan } from './best-span.ts';
import {
  askingCues,
  benefitCues,
  companyCues,
  headings,
  negations,
  negationsAfter,
  noNegations,
  type ContextKind,
} from './context-rules.ts';
import { cuesOf, findCues, type FoundCue } from './cues.ts';
import type { Line } from './line.ts';

const listOf = <Meaning>(cues: string[], meaning: Meaning) => cues.map((cue) => ({ cue, meaning }));

/** On which side of a span a cue denies it. */
type Denial = 'before' | 'after' | 'either' | 'none';

const either = negationsAfter.filter((cue) => negations.includes(cue));
const negationCues = cuesOf<Denial>([
  ...listOf(either, 'either' as const),
  ...listOf(negations, 'before' as const),
  ...listOf(negationsAfter, 'after' as const),
  ...listOf(noNegations, 'none' as const),
]);
const lineCues = cuesOf<ContextKind>([
  ...listOf(companyCues, 'company' as const),
  ...listOf(benefitCues, 'benefit' as const),
  ...listOf(askingCues, 'asks' as const),
]);
const headingCues = cuesOf(headings.map(({ kind, cue }) => ({ cue, meaning: kind })));

/** How many words a negation reaches. */
const reach = 5;
const longestHeading = 7;

/** What is said around the competencies of a line. */
export interface LineContext {
  /** `company` and `benefit` lines ask for nothing. */
  kind: ContextKind | undefined;
  cue: string | undefined;
  negations: FoundCue<Denial>[];
}

/** `section` is what the last heading said. */
export function contextOf(line: Line, section?: ContextKind): LineContext {
  const cues = findCues(lineCues, line);
  const asks = cues.some(({ meaning }) => meaning === 'asks');
  const own = asks ? undefined : cues.find(({ meaning }) => meaning !== 'asks');
  const fromSection = !asks && (section === 'company' || section === 'benefit');
  return {
    kind: own?.meaning ?? (fromSection ? section : undefined),
    cue: own?.cue,
    negations: findCues(negationCues, line),
  };
}

/** What a heading says of the lines below it; undefined for a line that is none. */
export function headingOf(line: Line): ContextKind | undefined {
  if (line.tokens.length === 0 || line.tokens.length > longestHeading) return undefined;
  const found = findCues(headingCues, line)[0];
  if (!found) return undefined;
  const isMost = lengthOf(found) * 2 >= line.tokens.length || /:\s*$/.test(line.text);
  return found.first <= 1 && isMost ? found.meaning : undefined;
}

/** The cue that denies a span: before it or after it, in its clause, a few words away at most. */
export function negationOf(
  { negations: found }: LineContext,
  { tokens }: Line,
  span: TokenSpan,
): string | undefined {
  const denies = found.find(({ meaning, first, last }) => {
    if (last < span.first && (meaning === 'before' || meaning === 'either')) {
      return isOneClause(tokens, last + 1, span.first);
    }
    const after = meaning === 'after' || meaning === 'either';
    return first > span.last && after && isOneClause(tokens, span.last + 1, first);
  });
  return denies?.cue;
}

/** No comma, no new clause and not too many words from one token to another. */
function isOneClause(tokens: Line['tokens'], from: number, to: number): boolean {
  if (to - from > reach) return false;
  return tokens
    .slice(from, to + 1)
    .every(({ gap, key }, at) => gap === 'joined' && (from + at === to || !clauseWords.has(key)));
}

const clauseWords = new Set([
  'but',
  'however',
  'because',
  'while',
  'nhưng',
  'mà',
  'vì',
  'tuy',
  'song',
]);
