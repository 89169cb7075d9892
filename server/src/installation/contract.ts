import { z } from 'zod';

/** GET /api/installation */
export const Installation = z.object({
  kind: z.enum(['demo', 'main']),
  version: z.string(),
  createdAt: z.string(),
});
export type Installation = z.infer<typeof Installation>;
