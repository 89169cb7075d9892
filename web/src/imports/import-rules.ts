import { ImportKind, type ImportCounts } from '@nhip/server/imports/contract.ts';
import type { GrantedRole as Role } from '@nhip/server/actors/contract.ts';

/** The groups of rows a person can open; `warning` counts rows kept as written that should be checked. */
export const groups = ['new', 'changed', 'same', 'removed', 'rejected', 'held', 'warning'] as const;
export type Group = (typeof groups)[number];

export const countOf = (counts: ImportCounts, group: Group): number =>
  group === 'warning' ? counts.warnings : counts[group];

/** How a group is asked for: held and warned rows are also new, changed or same. */
export function filterOf(group: string | undefined) {
  if (group === 'held') return { held: true };
  if (group === 'warning') return { severity: 'warning' };
  return groups.some((known) => known === group) ? { change: group } : {};
}

/** What an application will write, largest promise first: [kind of change, how many]. */
export function writesOf(counts: ImportCounts): ['new' | 'changed' | 'removed', number][] {
  return (['new', 'changed', 'removed'] as const)
    .map((change) => [change, counts[change]] as ['new' | 'changed' | 'removed', number])
    .filter(([, count]) => count > 0);
}

const sourceShape = /^[a-z0-9][a-z0-9-]{0,39}$/;
const versionShape = /^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/;
const largestBytes = 64 * 1024 * 1024;

export interface StartForm {
  kind: ImportKind;
  source: string;
  institution: string;
  version: string;
  file: { size: number } | undefined;
}

export type StartFault = {
  field: 'file' | 'source' | 'institution' | 'version';
  key:
    | 'fileMissing'
    | 'fileEmpty'
    | 'fileTooLarge'
    | 'sourceInvalid'
    | 'institutionMissing'
    | 'versionInvalid';
};

/** What is wrong with the form before anything is sent. */
export function faultsOf({ kind, source, institution, version, file }: StartForm): StartFault[] {
  const faults: StartFault[] = [];
  if (!file) faults.push({ field: 'file', key: 'fileMissing' });
  else if (file.size === 0) faults.push({ field: 'file', key: 'fileEmpty' });
  else if (file.size > largestBytes) faults.push({ field: 'file', key: 'fileTooLarge' });
  if (kind === 'advertisements' && source && !sourceShape.test(source)) {
    faults.push({ field: 'source', key: 'sourceInvalid' });
  }
  if (kind === 'programme' && institution.trim().length < 2) {
    faults.push({ field: 'institution', key: 'institutionMissing' });
  }
  if (kind === 'framework' && version && !versionShape.test(version.trim())) {
    faults.push({ field: 'version', key: 'versionInvalid' });
  }
  return faults;
}

/** What the ending of a file says about its content, beside the kind that is chosen already; undefined where it says nothing. */
export function kindOfFile(name: string, chosen?: ImportKind): ImportKind | undefined {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  // a framework or a crosswalk may come as anything: once chosen, it stays
  if (chosen === 'framework' || chosen === 'crosswalk') return chosen;
  if (plain.endsWith('.xlsx')) return 'members';
  if (plain.endsWith('.zip') || plain.endsWith('.jsonld')) return 'framework';
  if (plain.endsWith('.csv')) return chosen === 'members' ? 'members' : 'advertisements';
  return plain.endsWith('.json') ? 'programme' : undefined;
}

/** Where a kind has one format, naming it makes the server say what is wrong with a file instead of guessing. */
export const formatOf = {
  advertisements: 'itviec-csv',
  programme: 'uet-json',
  members: 'nhip-members',
  framework: undefined,
  crosswalk: undefined,
} as const;

/** The kinds that somebody in these roles may import: lists of people only who appoints them, frameworks only who edits them. */
export function kindsFor(roles: readonly Role[]): ImportKind[] {
  const mayEdit = roles.includes('framework-editor') || roles.includes('secretariat');
  const allowed: Partial<Record<ImportKind, boolean>> = {
    members: roles.includes('administrator'),
    framework: mayEdit,
    crosswalk: mayEdit,
  };
  return ImportKind.options.filter((kind) => allowed[kind] ?? true);
}
