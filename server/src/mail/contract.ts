import { z } from 'zod';

/** GET /api/outbox: what would have been sent, in the demonstration. */
export const OutboxLetter = z.object({
  id: z.number().int(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  language: z.enum(['vi', 'en']),
  createdAt: z.string(),
});
export type OutboxLetter = z.infer<typeof OutboxLetter>;
