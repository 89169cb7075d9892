import { z } from 'zod';

const Both = z.object({ vi: z.string(), en: z.string() });

/** GET /api/reference: what comes with the program, beside what stands in the installation. */
export const ReferenceStanding = z.object({
  framework: z.string(),
  /** the published version; null: none yet */
  here: z.string().nullable(),
  /** the version that comes with the program, where it is newer than the published one */
  offered: z.object({ version: z.string(), publishedOn: z.string() }).nullable(),
  /** somebody works on a version of their own: it is published or given up first */
  draft: z.boolean(),
  crosswalks: z.array(
    z.object({
      framework: z.string(),
      /** rows of the reference about items that are here, and not brought in yet, or that say otherwise than what stands */
      offered: z.number().int(),
      /** rows whose other end is not imported */
      waiting: z.number().int(),
    }),
  ),
  /** by the other scale, as crosswalks are by framework */
  equatings: z.array(
    z.object({
      scale: z.string(),
      title: Both,
      offered: z.number().int(),
      waiting: z.number().int(),
    }),
  ),
});
export type ReferenceStanding = z.infer<typeof ReferenceStanding>;

/** POST /api/reference/publish */
export const ReferencePublished = z.object({ version: z.string() });
export type ReferencePublished = z.infer<typeof ReferencePublished>;

/** POST /api/reference/crosswalks/:framework */
export const CrosswalksBrought = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  removed: z.number().int(),
  waiting: z.number().int(),
});
export type CrosswalksBrought = z.infer<typeof CrosswalksBrought>;

/** POST /api/reference/equatings/:scale */
export const EquatingsBrought = z.object({
  added: z.number().int(),
  ended: z.number().int(),
  waiting: z.number().int(),
});
export type EquatingsBrought = z.infer<typeof EquatingsBrought>;

/** GET /api/reference/equatings/waiting: other scales that our scale is not put beside yet, and why. */
export const WaitingEquatings = z.object({
  framework: z.string(),
  scales: z.array(
    z.object({
      scale: z.string(),
      framework: z.string(),
      title: Both,
      /** how many of our levels are told of and wait until that framework is imported */
      levels: z.number().int(),
      /** what it waits for, where nothing is told yet */
      awaits: Both.nullable(),
    }),
  ),
});
export type WaitingEquatings = z.infer<typeof WaitingEquatings>;
