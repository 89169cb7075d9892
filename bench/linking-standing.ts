// Learns whether the words of a candidate stand in a line as one thing asked for: the stretches that
// people marked in SkillSpan say it, whatever competency they meant.
import { lengthOf, overlap, type TokenSpan } from '../server/src/linking/hybrid/best-span.ts';
import { mostContenders } from '../server/src/linking/hybrid/decision.ts';
import type { HybridIndex } from '../server/src/linking/hybrid/hybrid-index.ts';
import { weighLine } from '../server/src/linking/hybrid/rank-line.ts';
import { standingInputs, type Standing } from '../server/src/linking/hybrid/standing.ts';
import {
  askedOf,
  tagBuckets,
  tagOutputs,
  type Tagger,
  type Tags,
} from '../server/src/linking/hybrid/tagger.ts';
import { foldsOf, logistic } from './linking-fit.ts';
import { stretchesOf, type MarkedLine } from './linking-skillspan.ts';

/** So much of both stretches is shared where they count as one. */
const sameShare = 0.8;
const decay = 10;

interface Place {
  line: number;
  inputs: number[];
  right: boolean;
  listed: boolean;
}

export function standingFrom(
  index: HybridIndex,
  lines: MarkedLine[],
  read: Tags[],
  seed: number,
): { standing: Standing; figures: Record<string, number> } {
  const places = lines.flatMap((marked, at) => placesOf(index, marked, read[at]!, at));
  return { standing: rounded(logistic(places, decay)), figures: figuresOf(places, seed) };
}

function placesOf(index: HybridIndex, marked: MarkedLine, tags: Tags, at: number): Place[] {
  const { line, skills, knowledge } = marked;
  const stretches = [...stretchesOf(skills), ...stretchesOf(knowledge)];
  const { weighed } = weighLine(index, line, { field: 'text', model: { tagger: silent } });
  const reading = { asked: askedOf(tags), tags };
  return weighed
    .toSorted((a, b) => b.covered - a.covered || a.row - b.row)
    .slice(0, mostContenders)
    .flatMap((one): Place[] => {
      const inputs = standingInputs(index, line, one, reading);
      if (!inputs) return [];
      const right = stretches.some((other) => shareOf(one.span!, other) >= sameShare);
      return [{ line: at, inputs, right, listed: one.listed }];
    });
}

/** Which words are asked for comes from a tagger that did not see the line. */
const silent: Tagger = {
  weights: new Int8Array(tagBuckets * tagOutputs),
  scale: 0,
  transitions: [new Float32Array(9), new Float32Array(9)],
};

function shareOf(one: TokenSpan, other: TokenSpan): number {
  const shared = overlap(one, other);
  return shared / (lengthOf(one) + lengthOf(other) - shared);
}

/** Of the listed phrases that stand surest on unseen lines, how many were marked. */
function figuresOf(places: Place[], seed: number) {
  const folds = foldsOf(
    places.map(({ line }) => line),
    5,
    seed,
  );
  const judged = [0, 1, 2, 3, 4].flatMap((fold) => {
    const { bias, weights } = logistic(
      places.filter((_, at) => folds[at] !== fold),
      decay,
    );
    return places
      .filter(({ listed }, at) => listed && folds[at] === fold)
      .map(({ inputs, right }) => ({
        right,
        logit: inputs.reduce((sum, one, at) => sum + one * weights[at]!, bias),
      }));
  });
  judged.sort((a, b) => b.logit - a.logit);
  const held = (count: number) =>
    Math.round((1000 * judged.slice(0, count).filter(({ right }) => right).length) / count) / 1000;
  return { places: places.length, listed: judged.length, held100: held(100), held300: held(300) };
}

function rounded({ bias, weights }: Pick<Standing, 'bias' | 'weights'>): Standing {
  const round = (one: number) => Number(one.toPrecision(6));
  return { bias: round(bias), weights: Array.from(weights, round) };
}
