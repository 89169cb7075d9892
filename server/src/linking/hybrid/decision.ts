import { overlap } from './best-span.ts';
import type { Weighed } from './features.ts';
import type { HybridIndex } from './hybrid-index.ts';
import type { Line } from './line.ts';
import type { Scores } from './mlp.ts';
import { standingOf, type LineReading, type Standing } from './standing.ts';

/** What calibration reads of a candidate once all of its line are ranked. */
export const decisionNames = [
  'score',
  'behind the best',
  'lead on its words',
  'rivals on its words',
  'standing',
  'listed',
] as const;

/** A candidate by its place in `weighed`, with one number for each of `decisionNames`. */
export interface Contender {
  at: number;
  inputs: number[];
}

/** What lies further down a line is never right. */
export const mostContenders = 20;
const furthest = 4;
const widestLead = 3;
const close = 1;

/** The best of a line, best first, each against the others: a line asks for a set. */
export function contendersOf(
  index: HybridIndex,
  line: Line,
  weighed: Weighed[],
  scores: Scores[],
  reading: LineReading & { standing: Standing },
): Contender[] {
  const order = [...weighed.keys()]
    .sort((a, b) => scores[b]!.order - scores[a]!.order || weighed[a]!.row - weighed[b]!.row)
    .slice(0, mostContenders);
  return order.map((at): Contender => {
    const mine = scores[at]!;
    const span = weighed[at]!.span;
    const rivals = order
      .filter((other) => {
        const theirs = weighed[other]!.span;
        return other !== at && span && theirs && overlap(span, theirs) > 0;
      })
      .map((other) => scores[other]!.order);
    const lead = mine.order - Math.max(-Infinity, ...rivals);
    return {
      at,
      inputs: [
        mine.own,
        Math.max(-furthest, mine.order - scores[order[0]!]!.order),
        Math.max(-widestLead, Math.min(widestLead, lead)),
        Math.log1p(rivals.filter((one) => one > mine.order - close).length),
        standingOf(reading.standing, index, line, weighed[at]!, reading),
        weighed[at]!.listed ? 1 : 0,
      ],
    };
  });
}
