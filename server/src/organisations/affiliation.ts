/** What an organisation says of a person who belongs to it. */
export interface AffiliationContent {
  fullName: string;
  personCode: string | null;
  email: string | null;
  phone: string | null;
  positionTitle: string | null;
  unitId: number | null;
  startOn: string | null;
}

export const AFFILIATION_FIELDS = [
  'fullName',
  'personCode',
  'email',
  'phone',
  'positionTitle',
  'unitId',
  'startOn',
] as const satisfies readonly (keyof AffiliationContent)[];

/** The fields that a change would really alter. */
export function changedFields(
  before: AffiliationContent,
  changes: Partial<AffiliationContent>,
): (keyof AffiliationContent)[] {
  return AFFILIATION_FIELDS.filter(
    (field) => changes[field] !== undefined && changes[field] !== before[field],
  );
}

const PERSONAL = ['fullName', 'personCode', 'email', 'phone', 'positionTitle'] as const;

/** What of it goes into a fact as keyed hashes and in no other form. */
export function personalValues(content: Partial<AffiliationContent>): Record<string, string> {
  return Object.fromEntries(
    PERSONAL.flatMap((field) => {
      const value = content[field];
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
}
