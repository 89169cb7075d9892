import type { Encoder } from './encoder.ts';
import { termsOf } from './surface-index.ts';
import { isVietnamese, termTokens, type TermToken } from './terms.ts';

/** One line of a text, read once for everything that looks at it. Offsets are into the line. */
export interface Line {
  text: string;
  tokens: TermToken[];
  terms: string[];
  language: 'vi' | 'en';
}

/** A Vietnamese word in eight makes a line Vietnamese: technical lines carry much English. */
const vietnameseShare = 1 / 8;

export function readLine(text: string): Line {
  const tokens = termTokens(text);
  const vietnamese = tokens.filter(({ key }) => isVietnamese(key)).length;
  const language = vietnamese > 0 && vietnamese >= tokens.length * vietnameseShare ? 'vi' : 'en';
  return { text, tokens, terms: termsOf(tokens), language };
}

/** Words that end one thing asked for and begin the next. */
const joints = new Set(
  'and or & with in of for to including such like both on by và hoặc với về trong bằng cho để như'.split(
    ' ',
  ),
);
const longestChunk = 8;

export function isJoint({ key }: TermToken): boolean {
  return joints.has(key);
}

/** The stretches between commas, brackets and joints, by token: [first, last + 1). */
export function chunksOf({ tokens }: Line): [number, number][] {
  const chunks: [number, number][] = [];
  let first = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const ends = !token || joints.has(token.key) || at - first >= longestChunk;
    if (!ends && (at === first || token.gap === 'joined')) continue;
    if (at > first) chunks.push([first, at]);
    first = token && joints.has(token.key) ? at + 1 : at;
  }
  return chunks;
}

/** The row of each token's word in the encoder; -1 when it has none. */
export function encoderRows(encoder: Encoder, { tokens }: Line): Int32Array {
  return Int32Array.from(tokens, ({ term }) => encoder.termIds.get(term) ?? -1);
}
