import type { Band, ProposedLevel, TextLink } from './contract.ts';
import { fromDictionary, type FoundLink } from './found-link.ts';
import { contextOf, negationOf } from './hybrid/context.ts';
import { askingCues, headings } from './hybrid/context-rules.ts';
import type { HybridLink, HybridResult } from './hybrid/link-hybrid.ts';
import { levelFor, levelHints, type ProposedLevel as HybridLevel } from './hybrid/levels.ts';
import { readLine, type Line } from './hybrid/line.ts';
import { readingOf, type Reading } from './hybrid/rank-line.ts';
import type { Reason } from './hybrid/reasons.ts';
import { splitLines, type TextLine } from './hybrid/text-lines.ts';
import { LEAST_ACCEPTED } from './least-accepted.ts';
import { normaliseSurface, tokenise } from './normalise.ts';
import { LINKER_VERSION } from './phrase-index.ts';

/** The scale of hybrid/level-rules.ts, by the code under which DigComp is imported. */
export const PROPOSED_SCALE = 'digcomp-8';
/** A longer surface is no phrase that anybody could decide about. */
const LONGEST_SURFACE = 200;

/**
 * The links of a text from both tiers. Every link of the dictionary stays and counts, unless its own
 * line denies it: then a person decides. The hybrid tier adds competencies that the dictionary has not
 * found, each with its band, and gives its score and the level to what the dictionary has found.
 */
export function mergeTiers(
  text: string,
  dictionary: readonly TextLink[],
  hybrid: HybridResult,
  options: Partial<Reading> = {},
): FoundLink[] {
  const reading = readingOf(options);
  const lines = linesOf(text.slice(0, hybrid.read.units));
  const ranked = new Map(hybrid.links.map((link) => [link.competencyId, link]));
  const found = dictionary.map((link) =>
    withContext(fromDictionary(link, LINKER_VERSION), lines(link), ranked, reading),
  );
  const known = new Set(dictionary.map(({ competencyId }) => competencyId));
  const added = hybrid.links
    .filter(({ competencyId }) => !known.has(competencyId))
    .flatMap((link) => fromHybrid(text, link, hybrid.version, lines, reading));
  return [...found, ...added].sort(
    (a, b) => a.start - b.start || a.end - b.end || a.competencyId - b.competencyId,
  );
}

/** A line that was looked at, where it begins, and which of its words a span holds. */
interface Place {
  line: Line;
  span: { first: number; last: number };
}
type LineOf = (span: { start: number; end: number }) => Place | undefined;

/** Lines are read when a link stands in them, each once. */
function linesOf(text: string): LineOf {
  const pieces = splitLines(text);
  const read = new Map<TextLine, Line>();
  return ({ start, end }) => {
    const piece = lastBefore(pieces, start);
    if (!piece || end > piece.start + piece.text.length) return undefined;
    const line = read.get(piece) ?? readLine(piece.text);
    read.set(piece, line);
    const [from, to] = [start - piece.start, end - piece.start];
    const first = line.tokens.findIndex((token) => token.end > from);
    const last = line.tokens.findLastIndex((token) => token.start < to);
    return first < 0 || last < first ? undefined : { line, span: { first, last } };
  };
}

/** The last line that begins at an offset or before it; lines are in order. */
function lastBefore(lines: TextLine[], offset: number): TextLine | undefined {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}

function withContext(
  link: FoundLink,
  place: Place | undefined,
  ranked: ReadonlyMap<number, HybridLink>,
  { levels }: Reading,
): FoundLink {
  if (!place) return link;
  const { line, span } = place;
  const denial = denialOf(line, span);
  const same = ranked.get(link.competencyId);
  const here = same?.spans.some(({ start, end }) => start < link.end && link.start < end);
  return {
    ...link,
    ...(denial ? { band: 'review', probability: null } : {}),
    lineLanguage: line.language,
    level: proposed(levelFor(levels, levelHints(levels, line), span)),
    ...(here ? { score: logOdds(same!.probability), features: same!.features } : {}),
    reasons: denial ? [denial] : null,
  };
}

/**
 * What a line itself says against a span. A heading further up says it too, but of real advertisements
 * more than half of what stands under such a heading is asked for after all.
 */
function denialOf(line: Line, span: Place['span']): Reason | undefined {
  const context = contextOf(line);
  const cue = negationOf(context, line, span);
  if (cue !== undefined) return { kind: 'negated', cue };
  if (context.kind !== 'company' && context.kind !== 'benefit') return undefined;
  return context.cue === undefined ? undefined : { kind: context.kind, cue: context.cue };
}

function fromHybrid(
  text: string,
  link: HybridLink,
  linkerVersion: string,
  lineOf: LineOf,
  { field }: Reading,
): FoundLink[] {
  return withoutOverlaps(link.spans).flatMap(({ start, end }): FoundLink[] => {
    const surface = text.slice(start, end);
    const normalised = normaliseSurface(surface);
    if (normalised.length > LONGEST_SURFACE || saysOnlyThatItAsks(normalised)) return [];
    return [
      {
        competencyId: link.competencyId,
        ...{ field, start, end, surface, normalised },
        method: link.method,
        form: link.form,
        band: bandOf(link),
        probability: link.probability,
        score: logOdds(link.probability),
        lineLanguage: lineOf({ start, end })?.line.language ?? null,
        features: link.features,
        level: proposed(link.level),
        reasons: link.reasons,
        linkerVersion,
      },
    ];
  });
}

/** The threshold of the hybrid tier holds for all that it accepts, most of which bears a listed name. */
function bandOf({ band, probability }: HybridLink): Band {
  return band === 'accepted' && probability >= LEAST_ACCEPTED ? 'accepted' : 'review';
}

const askingWords = new Set(
  [...askingCues, ...headings.map(({ cue }) => cue)].flatMap((cue) =>
    tokenise(cue).map(({ folded }) => folded),
  ),
);

/** "Yêu cầu", "experience", "knowledge of": words that say that something is asked for, and not what. */
function saysOnlyThatItAsks(normalised: string): boolean {
  return tokenise(normalised).every(({ folded }) => askingWords.has(folded));
}

function withoutOverlaps(spans: readonly { start: number; end: number }[]) {
  const kept: { start: number; end: number }[] = [];
  for (const span of spans) {
    if (kept.every(({ start, end }) => span.end <= start || span.start >= end)) kept.push(span);
  }
  return kept;
}

function proposed(level: HybridLevel | null): ProposedLevel | null {
  if (!level) return null;
  const { from, to, ground, cue, rulesSince } = level;
  return { scale: PROPOSED_SCALE, low: from, high: to, ground, cue, rulesSince };
}

/** Bounded, so that a probability of 0 or 1 stays a number. */
function logOdds(probability: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(inside / (1 - inside));
}
