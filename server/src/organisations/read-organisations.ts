import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { plain } from '#src/languages/plain.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import { hasRole, type Actor } from '#src/actors/actor.ts';
import { appointsIn, managesMembersOf, membersSeen } from './access.ts';
import type {
  OrganisationDetail,
  OrganisationPage,
  OrganisationQuery,
  OrganisationRef,
  OrganisationRow,
} from './contract.ts';
import {
  listOrganisations,
  listRegionNames,
  listSuccessions,
  type OrganisationEntry,
  type RegionEntry,
  type SuccessionRow,
} from './organisation-queries.ts';
import { standsToday } from './tree-rules.ts';

/** Everything that a row is shown with. */
interface Register {
  entries: ReadonlyMap<number, OrganisationEntry>;
  regions: ReadonlyMap<number, RegionEntry>;
  successions: readonly SuccessionRow[];
  /** Parents as they stand today: those of a body that merged hang under its successor. */
  parentOf(entry: OrganisationEntry): number | null;
}

const vietnamese = new Intl.Collator('vi');

/** Organisations by name, searched without regard to accents. */
export async function readOrganisations(
  db: Kysely<DB>,
  query: OrganisationQuery,
): Promise<OrganisationPage> {
  const register = await readRegister(db);
  const words = plain(query.search ?? '')
    .split(' ')
    .filter(Boolean);
  const found = [...register.entries.values()].filter((entry) => {
    if (entry.ended && !query.ended) return false;
    if (query.kind !== undefined && entry.kind !== query.kind) return false;
    if (query.tier !== undefined && entry.tier !== query.tier) return false;
    const parentId = register.parentOf(entry);
    if (query.roots && parentId !== null) return false;
    if (query.parent !== undefined && parentId !== query.parent) return false;
    const said = plain(`${entry.name.vi ?? ''} ${entry.name.en ?? ''} ${entry.externalCode ?? ''}`);
    return words.every((word) => said.includes(word));
  });
  const rows = found.toSorted((a, b) =>
    vietnamese.compare(inLanguage(a.name, 'vi'), inLanguage(b.name, 'vi')),
  );
  const { page, size } = query;
  const items = rows.slice((page - 1) * size, page * size);
  return {
    total: rows.length,
    page,
    size,
    items: items.map((entry) => toRow(register, entry)),
  };
}

/** One organisation, with its place, what it came from and went into, and what the actor may do. Throws not-found. */
export async function readOrganisation(
  db: Kysely<DB>,
  actor: Actor,
  id: number,
): Promise<OrganisationDetail> {
  const register = await readRegister(db);
  const entry = register.entries.get(id);
  if (!entry) throw new Problem('not-found', { what: `#${id}` });
  return {
    ...toRow(register, entry),
    path: pathOf(register, entry),
    successions: register.successions
      .filter(({ predecessorId, successorId }) => predecessorId === id || successorId === id)
      .map(({ predecessorId, successorId, ...succession }) => ({
        ...succession,
        predecessor: refOf(register, predecessorId)!,
        successor: refOf(register, successorId)!,
      })),
    may: {
      edit: hasRole(actor, 'secretariat'),
      readMembers: membersSeen(actor, id),
      manageMembers: managesMembersOf(actor, id),
      appointAdministrators: appointsIn(actor, id),
    },
  };
}

async function readRegister(db: Kysely<DB>): Promise<Register> {
  const entries = new Map((await listOrganisations(db)).map((entry) => [entry.id, entry]));
  const regions = new Map((await listRegionNames(db)).map((region) => [region.id, region]));
  const successions = await listSuccessions(db);
  const standing = successions.filter(({ undone }) => !undone);
  const parentOf = ({ parentId }: OrganisationEntry) =>
    parentId === null ? null : standsToday(standing, parentId);
  return { entries, regions, successions, parentOf };
}

function toRow(register: Register, entry: OrganisationEntry): OrganisationRow {
  const { ended: _, regionId, parentId: __, ...shown } = entry;
  const region = regionId === null ? undefined : register.regions.get(regionId);
  const today = regionToday(register, region);
  const children = [...register.entries.values()].filter(
    (one) => !one.ended && register.parentOf(one) === entry.id,
  );
  return {
    ...shown,
    parent: refOf(register, register.parentOf(entry)),
    region: region ? regionName(region) : null,
    regionToday: today && today !== region ? regionName(today) : null,
    children: children.length,
  };
}

/** A former province is shown with what it has become part of. */
function regionToday(
  { regions }: Register,
  region: RegionEntry | undefined,
): RegionEntry | undefined {
  let at = region;
  while (at && at.successorId !== null && at.validTo !== null) at = regions.get(at.successorId);
  return at;
}

function regionName({ id, code, name, validTo }: RegionEntry) {
  return { id, code, name, validTo };
}

function refOf({ entries }: Register, id: number | null): OrganisationRef | null {
  const entry = id === null ? undefined : entries.get(id);
  return entry ? { id: entry.id, name: entry.name, fictional: entry.fictional } : null;
}

function pathOf(register: Register, entry: OrganisationEntry): OrganisationRef[] {
  const path: OrganisationRef[] = [];
  let at = register.parentOf(entry);
  // three tiers at most; the bound is for rows that somebody wrote by hand
  while (at !== null && path.length < 5) {
    path.unshift(refOf(register, at)!);
    at = register.parentOf(register.entries.get(at)!);
  }
  return path;
}
