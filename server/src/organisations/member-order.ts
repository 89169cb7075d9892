import { plain } from '#src/languages/plain.ts';
import type { MemberFilter } from './contract.ts';
import type { ListedMember } from './member-list-queries.ts';
import { withUnitsBelow, type UnitNode } from './unit-tree.ts';

const vietnamese = new Intl.Collator('vi');

/**
 * As lists of people are ordered in Vietnam: by the given name, which stands last, then by the whole
 * name. The database cannot: its order knows no Vietnamese.
 */
export function compareNames(a: string, b: string): number {
  return vietnamese.compare(givenName(a), givenName(b)) || vietnamese.compare(a, b);
}

function givenName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(' ') + 1);
}

/** Without a wish for a status those who have left are left out. */
export function filterMembers(
  members: readonly ListedMember[],
  filter: MemberFilter,
  units: readonly UnitNode[],
): ListedMember[] {
  const words = filter.search === undefined ? [] : plain(filter.search).split(' ').filter(Boolean);
  const address = filter.search?.trim().toLowerCase() ?? '';
  const inUnits = filter.unit === undefined ? undefined : withUnitsBelow(units, filter.unit);
  return members.filter((member) => {
    if (filter.status === undefined ? member.status === 'left' : member.status !== filter.status) {
      return false;
    }
    if (filter.role !== undefined && !member.roles.includes(filter.role)) return false;
    if (inUnits && (member.unitId === null || !inUnits.has(member.unitId))) return false;
    if (address === '') return true;
    if (address.includes('@')) return member.email?.includes(address) ?? false;
    const said = plain(`${member.fullName} ${member.personCode ?? ''} ${member.email ?? ''}`);
    return words.every((word) => said.includes(word));
  });
}

/** What is missing stands last, whichever way the rest is ordered. */
export function sortMembers(
  members: readonly ListedMember[],
  { sort, order }: Pick<MemberFilter, 'sort' | 'order'>,
  unitName: (id: number | null) => string | null,
): ListedMember[] {
  const way = order === 'up' ? 1 : -1;
  const key = (member: ListedMember): string | null =>
    ({
      name: member.fullName,
      code: member.personCode,
      unit: unitName(member.unitId),
      start: member.startOn,
    })[sort];
  const compare = sort === 'name' ? compareNames : vietnamese.compare;
  return members.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return way * compare(left, right) || compareNames(a.fullName, b.fullName);
  });
}
