// Lines of SkillSpan (Zhang et al., NAACL 2022; MIT) as the linker reads them, and the two models
// that learn from them: which lines ask for anything, and which words of a line.
import { join } from 'node:path';
import type { TokenSpan } from '../server/src/linking/hybrid/best-span.ts';
import {
  labels,
  likelihood,
  passage,
  readChain,
  type Chain,
} from '../server/src/linking/hybrid/chain.ts';
import { gateBuckets, gateFeatures } from '../server/src/linking/hybrid/gate.ts';
import { readLine, type Line } from '../server/src/linking/hybrid/line.ts';
import { seededRandom, shuffle } from '../server/src/linking/hybrid/random.ts';
import {
  tagBuckets,
  tagKinds,
  tagOutputs,
  TagSigns,
  type Tagger,
} from '../server/src/linking/hybrid/tagger.ts';
import { jsonLines } from './linking-gold.ts';

export interface MarkedLine {
  line: Line;
  /** Per token of the line: 0 outside, 1 begin, 2 inside; for skills and for knowledge. */
  skills: number[];
  knowledge: number[];
}

interface Wire {
  tokens: string[];
  tags_skill: string[];
  tags_knowledge: string[];
}

/** The marked lines, without any that is one of `leaveOut`, a piece of one, or has one in it. */
export async function readMarked(
  sharedData: string,
  part: 'train' | 'dev',
  leaveOut: string[],
): Promise<MarkedLine[]> {
  const marked: MarkedLine[] = [];
  const held = leaveOut.map((text) => ` ${wordsOf(readLine(text))} `);
  const file = join(sharedData, `skill_gold/skillspan/${part}.jsonl.gz`);
  for await (const wire of jsonLines<Wire>(file)) {
    const one = toMarked(wire);
    if (one.line.tokens.length > 0 && !held.some((words) => isPart(one.line, words))) {
      marked.push(one);
    }
  }
  return marked;
}

const tellingWords = 4;

function isPart(line: Line, held: string): boolean {
  const words = ` ${wordsOf(line)} `;
  if (words === held) return true;
  const isTelling = line.tokens.length >= tellingWords;
  const isHeldTelling = held.trim().split(' ').length >= tellingWords;
  return (isTelling && held.includes(words)) || (isHeldTelling && words.includes(held));
}

/** The words of a line alone: two lines that differ in signs only are one. */
export function wordsOf(line: Line): string {
  return line.tokens.map(({ folded }) => folded).join(' ');
}

function toMarked({ tokens, tags_skill, tags_knowledge }: Wire): MarkedLine {
  const starts: number[] = [];
  let text = '';
  for (const token of tokens) {
    starts.push(text.length);
    text += `${token} `;
  }
  const line = readLine(text);
  const wireOf = line.tokens.map(({ start }) => starts.findLastIndex((at) => at <= start));
  const labels = (tags: string[]) =>
    wireOf.map((at, token) => {
      const written = tags[at]!;
      const continues = token > 0 && wireOf[token - 1] === at;
      return written === 'O' ? 0 : written === 'B' && !continues ? 1 : 2;
    });
  return { line, skills: labels(tags_skill), knowledge: labels(tags_knowledge) };
}

/** The marked stretches of one kind, by token. */
export function stretchesOf(marks: number[]): TokenSpan[] {
  const firsts = marks.flatMap((label, at) => (label === 1 ? [at] : []));
  return firsts.map((first) => {
    let last = first;
    while (marks[last + 1] === 2) last += 1;
    return { first, last };
  });
}

export function asksForAnything({ skills, knowledge }: MarkedLine): boolean {
  return [...skills, ...knowledge].some((label) => label > 0);
}

/** Learnt weights as floats; `quantise` makes bytes of them. */
export interface TrainedTagger {
  weights: Float32Array;
  transitions: number[][];
}

const taggerTraining = { epochs: 5, pace: 0.07 };

/** The likelihood of whole labellings by gradient descent, a step of its own for each weight. */
export function trainTagger(lines: MarkedLine[], seed: number): TrainedTagger {
  const weights = new Float32Array(tagBuckets * tagOutputs);
  const squares = new Float32Array(weights.length).fill(1);
  const transitions = Array.from({ length: tagKinds }, () => new Float32Array(labels * labels));
  const passed = transitions.map((one) => new Float32Array(one.length).fill(1));
  const random = seededRandom(seed);
  const order = lines.map((marked) => {
    const signs = new TagSigns(marked.line);
    return {
      buckets: marked.line.tokens.map((_, at) => Uint32Array.from(signs.at(at))),
      marks: [marked.skills, marked.knowledge],
    };
  });
  for (let epoch = 0; epoch < taggerTraining.epochs; epoch += 1) {
    for (const { buckets, marks } of shuffle(order, random)) {
      const slopes = buckets.map(() => new Float32Array(tagOutputs));
      for (let kind = 0; kind < tagKinds; kind += 1) {
        const chain = readChain(emissionsOf(weights, buckets, kind), transitions[kind]!);
        marks[kind]!.forEach((label, at) => {
          for (let other = 0; other < labels; other += 1) {
            slopes[at]![kind * labels + other] =
              likelihood(chain, at, other) - (other === label ? 1 : 0);
          }
        });
        const slope = transitionSlope(chain, marks[kind]!);
        slope.forEach((one, at) => {
          const mean = one / Math.sqrt(buckets.length);
          passed[kind]![at]! += mean * mean;
          transitions[kind]![at]! -= (taggerTraining.pace * mean) / Math.sqrt(passed[kind]![at]!);
        });
      }
      buckets.forEach((list, at) =>
        descend(weights, squares, list, slopes[at]!, taggerTraining.pace),
      );
    }
  }
  return { weights, transitions: transitions.map((one) => [...one]) };
}

function emissionsOf(weights: Float32Array, buckets: Uint32Array[], kind: number): Float64Array {
  const emissions = new Float64Array(buckets.length * labels);
  buckets.forEach((list, at) => {
    for (const bucket of list) {
      for (let label = 0; label < labels; label += 1) {
        emissions[at * labels + label]! += weights[bucket * tagOutputs + kind * labels + label]!;
      }
    }
  });
  return emissions;
}

/** Expected less seen passages from label to label. */
function transitionSlope(chain: Chain, marks: number[]): Float64Array {
  const slope = new Float64Array(labels * labels);
  const { forward, backward, emissions, transitions, total } = chain;
  marks.forEach((label, at) => {
    const before = at === 0 ? 0 : marks[at - 1]!;
    slope[before * labels + label]! -= 1;
    for (let from = 0; from < labels; from += 1) {
      for (let to = 0; to < labels; to += 1) {
        if (at === 0 && from > 0) continue;
        const until = at === 0 ? 0 : forward[(at - 1) * labels + from]!;
        const after = emissions[at * labels + to]! + backward[at * labels + to]!;
        slope[from * labels + to]! += Math.exp(
          until + passage(transitions, from, to) + after - total,
        );
      }
    }
  });
  return slope;
}

export function trainGate(lines: MarkedLine[], seed: number): Float32Array {
  const weights = new Float32Array(gateBuckets);
  const squares = new Float32Array(gateBuckets).fill(1);
  const random = seededRandom(seed);
  const order = lines.map((marked) => ({
    buckets: gateFeatures(marked.line),
    label: asksForAnything(marked) ? 1 : 0,
  }));
  for (let epoch = 0; epoch < gateTraining.epochs; epoch += 1) {
    for (const { buckets, label } of shuffle(order, random)) {
      const score = buckets.reduce((sum, bucket) => sum + weights[bucket]!, 0);
      const gradient = Float32Array.of(1 / (1 + Math.exp(-score)) - label);
      descend(weights, squares, buckets, gradient, gateTraining.pace);
    }
  }
  return weights;
}

const gateTraining = { epochs: 3, pace: 0.05 };
const decay = 1e-5;

function descend(
  weights: Float32Array,
  squares: Float32Array,
  buckets: ArrayLike<number>,
  gradient: Float32Array,
  pace: number,
): void {
  const outputs = gradient.length;
  for (let place = 0; place < buckets.length; place += 1) {
    const bucket = buckets[place]!;
    for (let output = 0; output < outputs; output += 1) {
      const at = bucket * outputs + output;
      const slope = gradient[output]! + decay * weights[at]!;
      squares[at]! += slope * slope;
      weights[at]! -= (pace * slope) / Math.sqrt(squares[at]!);
    }
  }
}

/** Whole numbers of one byte and what one of them is worth. */
export function quantise(weights: Float32Array): { weights: number[]; scale: number } {
  const highest = weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const scale = highest / 127;
  return { weights: Array.from(weights, (one) => Math.round(one / scale) + 0), scale };
}

export function quantiseTagger({ weights, transitions }: TrainedTagger): Tagger {
  return { ...quantise(weights), transitions };
}
