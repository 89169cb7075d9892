import { z } from 'zod';

/** Shares are 0…1. Bounds: what the data cannot tell (equal when it can). Interval: 95 %, sampling only. */
export const Estimate = z.object({
  value: z.number().nullable(),
  boundLow: z.number(),
  boundHigh: z.number(),
  intervalLow: z.number().nullable(),
  intervalHigh: z.number().nullable(),
});
export type Estimate = z.infer<typeof Estimate>;

/** Why a question is not answered; the codes have words in the web's and the reports' message tables. */
export const RefusalCode = z.enum([
  'no-demand',
  'no-programme',
  'too-few-advertisements',
  'history-too-short',
  'no-dated-hops',
  'no-opening-stock',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

export const Refusal = z.object({
  code: RefusalCode,
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Refusal = z.infer<typeof Refusal>;

/** An answer of the gap: an estimate or a refusal, never both. GET /api/measures/:id gives the same. */
export const Measure = z.object({
  id: z.string(),
  definition: z.string(),
  definitionVersion: z.number().int(),
  parameters: z.record(z.string(), z.unknown()),
  inputWatermark: z.record(z.string(), z.number()),
  codeVersion: z.string(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  unit: z.string(),
  n: z.number().int().nullable(),
  estimate: Estimate.nullable(),
  refusal: Refusal.nullable(),
  computedAt: z.string(),
  /** An input has moved on since the figure was computed. */
  stale: z.boolean(),
});
export type Measure = z.infer<typeof Measure>;
