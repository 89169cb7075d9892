import type { TokenSpan } from './best-span.ts';
import { cuesOf, findCues, type Cues, type FoundCue } from './cues.ts';
import { levelRules, type LevelRule, type LevelRules } from './level-rules.ts';
import type { Line } from './line.ts';

/** A range of levels that the words around a span speak for; never a single figure made up. */
export interface ProposedLevel {
  from: number;
  to: number;
  ground: LevelRule['ground'] | 'years';
  /** The words that say so, as normalised. */
  cue: string;
  rulesSince: string;
}

/** Cues of a table, read once. */
export interface LevelReader {
  rules: LevelRules;
  cues: Cues<LevelRule>;
}

export function levelReader(rules: LevelRules = levelRules): LevelReader {
  return { rules, cues: cuesOf(rules.words.map((rule) => ({ cue: rule.cue, meaning: rule }))) };
}

type Hint = TokenSpan & Omit<ProposedLevel, 'rulesSince'>;

/** Everything in a line that speaks of a level. */
export function levelHints({ rules, cues }: LevelReader, line: Line): Hint[] {
  const words = findCues(cues, line).map(({ first, last, cue, meaning }: FoundCue<LevelRule>) => ({
    first,
    last,
    cue,
    from: meaning.from,
    to: meaning.to,
    ground: meaning.ground,
  }));
  return [...yearHints(rules, line), ...words];
}

const reach = 8;
const weightOf = { years: 0, degree: 1, verb: 2 };

/**
 * The hint for one span: years before degrees before verbs, then the nearest; a verb counts only
 * before its object. A hint reaches over a list ("thành thạo Java, Python") but not over another hint
 * of its kind that stands nearer.
 */
export function levelFor(
  { rules }: LevelReader,
  hints: Hint[],
  span: TokenSpan,
): ProposedLevel | null {
  const near = hints
    .map((hint) => ({ hint, away: distance(hint, span) }))
    .filter(
      ({ hint, away }) => away <= reach && (hint.ground !== 'verb' || hint.first <= span.first),
    )
    .sort(
      (a, b) =>
        weightOf[a.hint.ground] - weightOf[b.hint.ground] ||
        a.away - b.away ||
        a.hint.first - b.hint.first,
    )[0]?.hint;
  if (!near) return null;
  const { from, to, ground, cue } = near;
  return { from, to, ground, cue, rulesSince: rules.since };
}

function distance(hint: TokenSpan, span: TokenSpan): number {
  if (hint.last < span.first) return span.first - hint.last;
  return hint.first > span.last ? hint.first - span.last : 0;
}

/** "≥ 3 năm", "3+ years", "2-3 years", "5 năm": the least number stands. */
function yearHints({ years, yearWords }: LevelRules, { tokens }: Line): Hint[] {
  return tokens.flatMap((token, last): Hint[] => {
    if (!yearWords.includes(token.key) || last === 0) return [];
    let first = last - 1;
    if (!isCount(tokens[first]!.key)) return [];
    if (first > 0 && tokens[first]!.gap !== 'broken' && isCount(tokens[first - 1]!.key)) first -= 1;
    const count = Number(tokens[first]!.key);
    const rule = years.findLast((one) => count >= one.years);
    if (!rule) return [];
    const cue = tokens
      .slice(first, last + 1)
      .map(({ key }) => key)
      .join(' ');
    return [{ first, last, cue, from: rule.from, to: rule.to, ground: 'years' }];
  });
}

function isCount(word: string): boolean {
  return /^\d{1,2}$/.test(word) && Number(word) <= 40;
}
