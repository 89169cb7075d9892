import { z } from 'zod';
import { CompetencyRef } from '../../frameworks/contract.ts';
import { OpinionExample } from '../opinions/contract.ts';

export const PrecisionPeriod = z.enum(['week', 'month']);
export type PrecisionPeriod = z.infer<typeof PrecisionPeriod>;

export const PrecisionTier = z.enum(['dictionary', 'hybrid']);
export const PrecisionLanguage = z.enum(['vi', 'en', 'unknown']);
export type PrecisionLanguage = z.infer<typeof PrecisionLanguage>;

/** A week or month in which links were drawn. */
export const PrecisionPoint = z.object({
  /** First day. */
  from: z.iso.date(),
  /** The mean moment at which its links were drawn. */
  at: z.string(),
  drawn: z.number().int(),
  decided: z.number().int(),
  right: z.number().int(),
  /** Share of right ones among those decided, with Wilson's 95 % interval; null: too few are decided. */
  precision: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type PrecisionPoint = z.infer<typeof PrecisionPoint>;

export const PrecisionSeries = z.object({
  tier: PrecisionTier,
  language: PrecisionLanguage,
  points: z.array(PrecisionPoint),
});
export type PrecisionSeries = z.infer<typeof PrecisionSeries>;

/** What may have changed the links: a calibration made or withdrawn, another engine at work. */
export const PrecisionMark = z.object({
  kind: z.enum(['calibration', 'withdrawal', 'engine']),
  at: z.string(),
  /** Of calibrations: of which lines and texts. */
  language: z.enum(['vi', 'en']).nullable(),
  documentType: z.enum(['advertisement', 'outcome', 'course']).nullable(),
  /** Of engines. */
  version: z.string().nullable(),
});
export type PrecisionMark = z.infer<typeof PrecisionMark>;

/** GET /api/review/precision?per=week|month */
export const PrecisionReport = z.object({
  per: PrecisionPeriod,
  installation: z.enum(['demo', 'main']),
  /** Below this number of decided links a period says nothing. */
  least: z.number().int(),
  series: z.array(PrecisionSeries),
  marks: z.array(PrecisionMark),
});
export type PrecisionReport = z.infer<typeof PrecisionReport>;

export const SampleItem = z.object({
  normalised: z.string(),
  competency: CompetencyRef,
  /** The place that was drawn; where its text has changed since, other places of the pair. */
  examples: z.array(OpinionExample),
});
export type SampleItem = z.infer<typeof SampleItem>;

/** GET /api/review/precision/sample: what was drawn and waits for a decision, each pair once. */
export const PrecisionSample = z.object({
  /** Links drawn in all, and those without a decision. */
  drawn: z.number().int(),
  waiting: z.number().int(),
  items: z.array(SampleItem),
});
export type PrecisionSample = z.infer<typeof PrecisionSample>;

/** POST /api/review/precision/sample: so many links of each tier and language. */
export const NewSample = z.object({ each: z.number().int().min(10).max(200).default(30) });
export type NewSample = z.infer<typeof NewSample>;

export const DrawnSample = z.object({ id: z.number().int(), links: z.number().int() });
export type DrawnSample = z.infer<typeof DrawnSample>;
