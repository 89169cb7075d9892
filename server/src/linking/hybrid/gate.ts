import type { Line } from './line.ts';
import { hashText } from './random.ts';

/** A hashed logistic over words and pairs of words: does an English line ask for anything? */
export interface Gate {
  weights: ArrayLike<number>;
  scale: number;
  /** Lines below hold nothing that is asked for; set where 98 in 100 that do still pass. */
  threshold: number;
}

export const gateBuckets = 16_384;

export function gateProbability({ weights, scale }: Gate, line: Line): number {
  let score = 0;
  for (const bucket of gateFeatures(line)) score += weights[bucket]! * scale;
  return 1 / (1 + Math.exp(-score));
}

/** Other languages pass: the gate has learnt English only. */
export function passesGate(gate: Gate, line: Line): boolean {
  if (line.tokens.length === 0) return false;
  return line.language !== 'en' || gateProbability(gate, line) >= gate.threshold;
}

const mostWords = 60;

export function gateFeatures({ tokens }: Line): number[] {
  const words = tokens.slice(0, mostWords).map(({ folded }) => folded);
  const signs = words.flatMap((word, at) => [
    `w ${word}`,
    `e ${word.slice(-3)}`,
    `b ${words[at - 1] ?? '<'} ${word}`,
  ]);
  signs.push(`l ${Math.min(6, Math.floor(Math.log2(1 + words.length)))}`, 'bias');
  return [...new Set(signs.map((sign) => hashText(sign) % gateBuckets))];
}
