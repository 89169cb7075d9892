import type { TokenSpan } from './best-span.ts';
import {
  bestLabels,
  labels,
  likelihood,
  readChain,
  stretchLikelihood,
  type Chain,
} from './chain.ts';
import type { Line } from './line.ts';
import { hashText } from './random.ts';

/**
 * Which words of an English line belong to something asked for, learnt from lines that people marked
 * (SkillSpan): one chain of labels for what one does and one for what one knows.
 */
export interface Tagger {
  /** Bucket × output, one signed byte each; outputs 0–2 for skills, 3–5 for knowledge. */
  weights: ArrayLike<number>;
  /** What one unit of a weight is worth. */
  scale: number;
  /** For each of the two kinds from label × to label. */
  transitions: ArrayLike<number>[];
}

export const tagBuckets = 65_536;
export const tagKinds = 2;
export const tagOutputs = tagKinds * labels;

/** What a tagger says of one line: a chain for skills, one for knowledge. */
export type Tags = Chain[];

export function tag({ weights, scale, transitions }: Tagger, line: Line): Tags {
  const { length } = line.tokens;
  const emissions = transitions.map(() => new Float64Array(length * labels));
  const signs = new TagSigns(line);
  for (let at = 0; at < length; at += 1) {
    for (const bucket of signs.at(at)) {
      for (let kind = 0; kind < tagKinds; kind += 1) {
        for (let label = 0; label < labels; label += 1) {
          emissions[kind]![at * labels + label]! +=
            weights[bucket * tagOutputs + kind * labels + label]! * scale;
        }
      }
    }
  }
  return transitions.map((one, kind) => readChain(emissions[kind]!, one));
}

/** Per token how likely it belongs to a skill or to something known. */
export function askedOf(tags: Tags): Float32Array {
  return Float32Array.from({ length: tags[0]!.length }, (_, at) =>
    Math.max(...tags.map((chain) => 1 - likelihood(chain, at, 0))),
  );
}

/** How likely just this stretch, no word more or less, is a skill or something known. */
export function boundaryOf(tags: Tags, { first, last }: TokenSpan): number {
  return Math.max(...tags.map((chain) => stretchLikelihood(chain, first, last)));
}

/** The likeliest stretches of each of the two kinds. */
export function taggedSpans(tags: Tags): TokenSpan[] {
  return tags.flatMap((chain) => {
    const spans: TokenSpan[] = [];
    bestLabels(chain).forEach((label, at) => {
      if (label === 1) spans.push({ first: at, last: at });
      else if (label === 2 && spans.length > 0) spans.at(-1)!.last = at;
    });
    return spans;
  });
}

/** Hashed signs of the tokens of a line: words, neighbours, endings, letter case, what parts them. */
export class TagSigns {
  private readonly words: string[];
  private readonly terms: string[];
  private readonly ends: string[];
  private readonly shapes: string[];
  private readonly gaps: string[];

  constructor({ tokens, text }: Line) {
    this.words = tokens.map(({ folded }) => folded);
    this.terms = tokens.map(({ term }) => term);
    this.ends = tokens.map(({ key }) => key.slice(-4));
    this.shapes = tokens.map(({ start, end }) =>
      shapeOf(text.slice(start, Math.min(end, start + 20))),
    );
    this.gaps = tokens.map(({ gap }) => gap);
  }

  at(at: number): number[] {
    const word = (step: number) => this.words[at + step] ?? (at + step < 0 ? '<' : '>');
    const shape = (step: number) => this.shapes[at + step] ?? '0';
    const ending = (step: number, letters: number) => (this.ends[at + step] ?? '').slice(-letters);
    const gap = this.gaps[at]!;
    const next = this.gaps[at + 1] ?? 'broken';
    return [
      `w ${word(0)}`,
      `t ${this.terms[at]}`,
      `tt ${this.terms[at - 1] ?? '<'} ${this.terms[at]}`,
      `p ${word(-1)}`,
      `n ${word(1)}`,
      `pp ${word(-2)}`,
      `nn ${word(2)}`,
      `ppp ${word(-3)}`,
      `pw ${word(-1)} ${word(0)}`,
      `wn ${word(0)} ${word(1)}`,
      `pb ${word(-2)} ${word(-1)}`,
      `nb ${word(1)} ${word(2)}`,
      `e2 ${ending(0, 2)}`,
      `e3 ${ending(0, 3)}`,
      `e4 ${ending(0, 4)}`,
      `pe ${ending(-1, 3)}`,
      `ne ${ending(1, 3)}`,
      `ee ${ending(0, 3)} ${ending(1, 3)}`,
      `pee ${ending(-1, 3)} ${ending(0, 3)}`,
      `s ${shape(0)}`,
      `ps ${shape(-1)} ${shape(0)}`,
      `ns ${shape(0)} ${shape(1)}`,
      `g ${gap} ${next}`,
      `pg ${word(-1)} ${gap}`,
      `ng ${word(1)} ${next}`,
      `sg ${shape(0)} ${gap} ${next}`,
      `at ${Math.min(at, 3)}`,
      `f ${this.words[0]}`,
      'b',
    ].map((sign) => hashText(sign) % tagBuckets);
  }
}

function shapeOf(written: string): string {
  const digit = /\d/.test(written) ? '1' : '';
  if (/^\p{Lu}{2,}/u.test(written)) return `A${digit}`;
  if (!/^\p{Lu}/u.test(written)) return `x${digit}`;
  return `${/\p{Lu}|\d/u.test(written.slice(1)) ? 'm' : 'a'}${digit}`;
}
