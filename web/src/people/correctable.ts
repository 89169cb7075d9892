import type { AffiliationField } from '@nhip/server/people/contract.ts';

/** Under which name an organisation can be asked to correct a datum; the others are not theirs to correct. */
export const correctable: Record<string, AffiliationField | undefined> = {
  name: 'full_name',
  'person-code': 'person_code',
  email: 'email',
  phone: 'phone',
  position: 'position_title',
};
