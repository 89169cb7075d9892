import { z } from 'zod';
import { LocalText } from '../languages/contract.ts';

export const OrganisationRef = z.object({
  id: z.number().int(),
  name: LocalText,
  fictional: z.boolean(),
});
export type OrganisationRef = z.infer<typeof OrganisationRef>;
