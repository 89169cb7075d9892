import type { Difference } from '#src/imports/importer.ts';
import type { GrantedRole } from '../role-rules.ts';
import type { RosterRow } from './read-line.ts';

/** Somebody whom the organisation has or had, by their newest membership. */
export interface KnownMember {
  personId: number;
  affiliationId: number;
  active: boolean;
  fullName: string;
  email: string | null;
  personCode: string | null;
  phone: string | null;
  positionTitle: string | null;
  unitId: number | null;
  startOn: string | null;
  roles: GrantedRole[];
}

export interface Known {
  members: readonly KnownMember[];
  /** confirmed address → whose account it is */
  accounts: ReadonlyMap<string, number>;
  /** everyone who is the importer, after merges: nobody gives roles to themselves */
  importer: readonly number[];
}

export interface Match {
  /** null: nobody known; a person is made */
  personId: number | null;
  /** their standing membership */
  member: KnownMember | undefined;
  change: 'new' | 'changed' | 'same';
  /** the fields that the row would set */
  fields: (typeof FIELDS)[number][];
  lackedRoles: GrantedRole[];
  /** the code names one member and the address another */
  contradicts: boolean;
  ownRow: boolean;
}

const FIELDS = [
  'fullName',
  'email',
  'personCode',
  'phone',
  'positionTitle',
  'unitId',
  'startOn',
] as const;

/**
 * Knows people again by the organisation's own code, by the confirmed address of an account, by the
 * address that the organisation itself wrote down, in this order; never by name. What another
 * organisation says of them is not looked at. An empty cell says nothing.
 */
export function matcher(known: Known): (row: RosterRow) => Match {
  const byCode = indexed(known.members, (member) => member.personCode);
  const byEmail = indexed(known.members, (member) => member.email);
  const byPerson = indexed(known.members, (member) => String(member.personId));
  return (row) => {
    const ofCode = row.personCode === null ? undefined : byCode.get(row.personCode);
    const account = row.email === null ? undefined : known.accounts.get(row.email);
    const ofAccount = account === undefined ? undefined : byPerson.get(String(account));
    const ofEmail = row.email === null ? undefined : byEmail.get(row.email);
    const found = ofCode ?? ofAccount ?? ofEmail;
    const contradicts =
      ofCode?.active === true &&
      ofAccount?.active === true &&
      ofCode.personId !== ofAccount.personId;
    const personId = found?.personId ?? account ?? null;
    const ownRow = personId !== null && known.importer.includes(personId);
    const member = found?.active ? found : undefined;
    const fields = FIELDS.filter((field) => row[field] !== null && row[field] !== member?.[field]);
    const lackedRoles = row.roles.filter((role) => !member?.roles.includes(role));
    const changes = fields.length > 0 || (lackedRoles.length > 0 && !ownRow);
    const change = !member ? 'new' : changes ? 'changed' : 'same';
    return { personId, member, change, fields, lackedRoles, contradicts, ownRow };
  };
}

/** Active ones go before those who left. */
function indexed(
  members: readonly KnownMember[],
  keyOf: (member: KnownMember) => string | null,
): Map<string, KnownMember> {
  const index = new Map<string, KnownMember>();
  for (const member of members) {
    const key = keyOf(member);
    if (key !== null && !index.get(key)?.active) index.set(key, member);
  }
  return index;
}

/** What stands and what the row says, for the preview. */
export function differencesOf(
  row: RosterRow,
  { member, fields, lackedRoles }: Match,
  unitName: (id: number | null) => string | null,
): Difference[] {
  const shown = fields.map((field) =>
    field === 'unitId'
      ? { field: 'unit', before: unitName(member?.unitId ?? null), after: unitName(row.unitId) }
      : { field, before: member?.[field] ?? null, after: row[field] },
  );
  if (lackedRoles.length === 0) return shown;
  const before = member?.roles.toSorted() ?? [];
  const after = [...new Set([...before, ...lackedRoles])].sort();
  return [...shown, { field: 'roles', before: before.join('; '), after: after.join('; ') }];
}
