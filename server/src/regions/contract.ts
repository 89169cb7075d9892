import { z } from 'zod';
import { LocalText } from '../languages/contract.ts';

export const Region = z.object({
  id: z.number().int(),
  code: z.string(),
  kind: z.enum(['country', 'province', 'unknown', 'remote']),
  name: LocalText,
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Place on the tile map of provinces; null where the region has no tile. */
  tile: z.object({ column: z.number().int(), row: z.number().int() }).nullable(),
  /** Codes of the former provinces that became this one. */
  formerly: z.array(z.object({ code: z.string(), name: LocalText })),
});
export type Region = z.infer<typeof Region>;
