import { z } from 'zod';
import { LocalText } from '../../languages/contract.ts';

export const CalibratedDocument = z.enum(['advertisement', 'outcome', 'course']);
export type CalibratedDocument = z.infer<typeof CalibratedDocument>;
export const LineLanguage = z.enum(['vi', 'en']);
export type LineLanguage = z.infer<typeof LineLanguage>;

/** What is calibrated apart. */
export const CalibrationCell = z.object({
  language: LineLanguage,
  documentType: CalibratedDocument,
});
export type CalibrationCell = z.infer<typeof CalibrationCell>;

/** A tenth of probability: what was said on average, what held, and Wilson's 95 % interval of n votes. */
export const ReliabilityStep = z.object({
  from: z.number(),
  to: z.number(),
  n: z.number().int(),
  /** Of all votes, weighed. */
  share: z.number(),
  said: z.number(),
  held: z.number(),
  low: z.number(),
  high: z.number(),
});
export type ReliabilityStep = z.infer<typeof ReliabilityStep>;

export const Reliability = z.object({
  before: z.array(ReliabilityStep),
  after: z.array(ReliabilityStep),
});
export type Reliability = z.infer<typeof Reliability>;

const Fit = z.object({
  slope: z.number(),
  intercept: z.number(),
  /** Whether it may accept what the shipped calibration left to a person. */
  mayAccept: z.boolean(),
  votes: z.number().int(),
  right: z.number().int(),
  /** Expected calibration error on votes that the fit had not seen: as shipped, and recalibrated. */
  errorBefore: z.number(),
  errorAfter: z.number(),
  reliability: Reliability,
});

export const MadeCalibration = Fit.extend({
  id: z.number().int(),
  ...CalibrationCell.shape,
  madeAt: z.string(),
  /** The organisation for which a person made it. */
  madeBy: LocalText,
  withdrawnAt: z.string().nullable(),
  stands: z.boolean(),
});
export type MadeCalibration = z.infer<typeof MadeCalibration>;

/** Links whose band would change, apart from those that bear a person's word. */
export const BandMoves = z.object({
  links: z.number().int(),
  toAccepted: z.number().int(),
  toReview: z.number().int(),
});
export type BandMoves = z.infer<typeof BandMoves>;

export const CellState = CalibrationCell.extend({
  /** Links of the hybrid tier of this kind. */
  links: z.number().int(),
  /** Pairs that people decided about, and how many of them they accepted. */
  votes: z.number().int(),
  right: z.number().int(),
  /** What people's votes would make of it today; null: too few votes. */
  proposal: Fit.extend({ moves: BandMoves }).nullable(),
});
export type CellState = z.infer<typeof CellState>;

/** GET /api/review/calibration */
export const CalibrationState = z.object({
  leastVotes: z.number().int(),
  leastOfEach: z.number().int(),
  cells: z.array(CellState),
  /** Newest first. */
  made: z.array(MadeCalibration),
});
export type CalibrationState = z.infer<typeof CalibrationState>;

/** POST /api/review/calibration and …/:id/withdraw */
export const Recalibrated = z.object({
  id: z.number().int(),
  /** Links that were given another probability. */
  links: z.number().int(),
});
export type Recalibrated = z.infer<typeof Recalibrated>;
