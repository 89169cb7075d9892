import { z } from 'zod';

/** RFC 9457 problem+json: `code` is stable, both languages travel so that any client can show it. */
export const ProblemBody = z.object({
  type: z.string(),
  code: z.string(),
  status: z.number(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  words: z.object({ vi: z.string(), en: z.string() }),
});
export type ProblemBody = z.infer<typeof ProblemBody>;

/** Query of every list: pages start at 1. */
export const Paging = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type Paging = z.infer<typeof Paging>;
