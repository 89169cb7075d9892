import type { Line } from './line.ts';
import type { Contender } from './decision.ts';

/** What a text is: each kind may be calibrated for itself. */
export type DocumentType = 'advertisement' | 'syllabus' | 'other';

/**
 * Among thousands of competencies a form says less than among hundreds whose forms people keep: a
 * framework is calibrated with those of its size.
 */
export type FrameworkSize = 'small' | 'large';

const smallUpTo = 2000;

export function sizeOf(competencies: number): FrameworkSize {
  return competencies <= smallUpTo ? 'small' : 'large';
}

/**
 * How likely a link is right: a logistic over how a candidate stands among those of its line
 * (`decision.ts`), fitted on sentences that the ranking had not seen.
 */
export interface Calibration {
  language: Line['language'];
  documentType: DocumentType;
  size: FrameworkSize;
  bias: number;
  /** One for each of `decisionNames`. */
  weights: ArrayLike<number>;
  /** Accepted from here; at least 0.9 of such links were right. */
  accept: number;
  /** Put before a person from here; dropped below. */
  review: number;
  /** Links from here on make the best set: what a program takes that may not ask a person. */
  balance: number;
  /** On how many labelled sentences; 0 where it is borrowed from another kind. */
  sentences: number;
}

export type Band = 'accepted' | 'review' | 'dropped';

/** The calibration of just this kind, else one that shares most with it: size before language. */
export function calibrationFor(
  all: Calibration[],
  kind: Pick<Calibration, 'language' | 'documentType' | 'size'>,
): Calibration {
  const likeness = (one: Calibration) =>
    (one.size === kind.size ? 4 : 0) +
    (one.language === kind.language ? 2 : 0) +
    (one.documentType === kind.documentType ? 1 : 0);
  return all.reduce((best, one) => (likeness(one) > likeness(best) ? one : best));
}

export function probabilityOf(
  { bias, weights }: Pick<Calibration, 'bias' | 'weights'>,
  { inputs }: Contender,
): number {
  const logit = inputs.reduce((sum, value, at) => sum + value * weights[at]!, bias);
  return 1 / (1 + Math.exp(-logit));
}

export function bandOf(by: Calibration, probability: number): Band {
  if (probability >= by.accept) return 'accepted';
  return probability >= by.review ? 'review' : 'dropped';
}
