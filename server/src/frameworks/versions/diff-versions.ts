import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LocalText } from '#src/languages/contract.ts';
import { aboutFields } from '../drafting/about.ts';
import type { Fields } from '../drafting/contract.ts';
import type { PartName } from '../drafting/fields.ts';
import { readParts } from '../drafting/parts.ts';
import type { PartChange, VersionChanges } from './contract.ts';
import { fieldChanges, isLevel, isRelation, isText } from './field-changes.ts';
import { reordered } from './reordered.ts';
import {
  listPlaces,
  listSuccessionLines,
  versionName,
  type PlaceRow,
} from './version-reading-queries.ts';

/**
 * What one version of a framework says otherwise than another: added, removed, moved, reworded, levels and
 * relations, in the groups in which a person reads it. Forms of the lexicon belong to no version and are left
 * out. Unchanged parts are told by their hashes and never read.
 */
export async function diffVersions(
  db: Kysely<DB>,
  fromId: number,
  toId: number,
): Promise<VersionChanges> {
  const items = await diffParts(db, fromId, toId, 'item');
  const roles = await diffParts(db, fromId, toId, 'role');
  const changes = [...items, ...roles];
  const all = changes.map(({ change }) => change);
  const counted = (wanted: (change: PartChange) => boolean) => all.filter(wanted).length;
  const some = (test: (field: string) => boolean) => (change: PartChange) =>
    change.change === 'changed' && change.fields.some(({ field }) => test(field));
  return {
    from: await versionName(db, fromId),
    to: await versionName(db, toId),
    counts: {
      added: counted(({ change }) => change === 'added'),
      removed: counted(({ change }) => change === 'removed'),
      moved: counted(({ moved }) => moved !== null),
      reworded: counted(some((field) => isText(field) && !isLevel(field))),
      levels: counted(some(isLevel)),
      relations: counted(some(isRelation)),
    },
    about: fieldChanges(await aboutFields(db, fromId), await aboutFields(db, toId)),
    groups: grouped(changes),
    successions: await listSuccessionLines(db, toId),
  };
}

interface Grouped {
  area: VersionChanges['groups'][number]['area'];
  change: PartChange;
}

function grouped(changes: readonly Grouped[]): VersionChanges['groups'] {
  const groups = Map.groupBy(changes, ({ area }) => (area ? `${area.part} ${area.code}` : ''));
  return [...groups.values()].map((group) => ({
    area: group[0]!.area,
    changes: group.map(({ change }) => change),
  }));
}

async function diffParts(
  db: Kysely<DB>,
  fromId: number,
  toId: number,
  part: PartName,
): Promise<Grouped[]> {
  const [before, after] = [await places(db, fromId, part), await places(db, toId, part)];
  const moves = reorderedAmongSiblings(before, after);
  const ids = [...new Set([...before.byId.keys(), ...after.byId.keys()])].filter((id) => {
    const [one, other] = [before.byId.get(id), after.byId.get(id)];
    return one?.hash == null || one.hash !== other?.hash || moves.has(id);
  });
  const [ones, others] = [
    await fieldsById(db, fromId, part, ids),
    await fieldsById(db, toId, part, ids),
  ];
  const inOrder = [...after.order, ...before.order.filter((id) => !after.byId.has(id))];
  const touched = new Set(ids);
  return inOrder
    .filter((id) => touched.has(id))
    .flatMap((id): Grouped[] => {
      const where = after.byId.has(id) ? after : before;
      const change = partChange(part, id, before, after, ones.get(id), others.get(id), moves);
      return change ? [{ area: areaOf(where, part, id), change }] : [];
    });
}

interface Places {
  byId: ReadonlyMap<number, PlaceRow>;
  /** ids as the tree is read, from top to bottom */
  order: number[];
  children: ReadonlyMap<number | null, number[]>;
}

async function places(db: Kysely<DB>, versionId: number, part: PartName): Promise<Places> {
  const rows = await listPlaces(db, versionId, part);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const children = new Map<number | null, number[]>();
  for (const { id, parentId } of rows) {
    const under = parentId !== null && byId.has(parentId) ? parentId : null;
    children.set(under, [...(children.get(under) ?? []), id]);
  }
  const order: number[] = [];
  const stack = (children.get(null) ?? []).toReversed();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    order.push(id);
    stack.push(...(children.get(id) ?? []).toReversed());
  }
  return { byId, order, children };
}

function reorderedAmongSiblings(before: Places, after: Places): Set<number> {
  const moved = new Set<number>();
  for (const [parent, siblings] of after.children) {
    for (const id of reordered(before.children.get(parent) ?? [], siblings)) moved.add(id);
  }
  return moved;
}

async function fieldsById(
  db: Kysely<DB>,
  versionId: number,
  part: PartName,
  ids: readonly number[],
): Promise<Map<number, Fields>> {
  const parts = await readParts(db, versionId, part, ids);
  return new Map(parts.map(({ id, fields }) => [id, fields]));
}

function partChange(
  part: PartName,
  id: number,
  before: Places,
  after: Places,
  one: Fields | undefined,
  other: Fields | undefined,
  moves: ReadonlySet<number>,
): PartChange | undefined {
  const row = (after.byId.get(id) ?? before.byId.get(id))!;
  const fields = fieldChanges(one ?? {}, other ?? {});
  const change = !one ? 'added' : !other ? 'removed' : 'changed';
  const parent = (places: Places) => {
    const parentId = places.byId.get(id)?.parentId ?? null;
    return parentId === null ? null : (places.byId.get(parentId) ?? null);
  };
  const [from, to] = [parent(before), parent(after)];
  const elsewhere = change === 'changed' && (from?.id !== to?.id || moves.has(id));
  if (change === 'changed' && fields.length === 0 && !elsewhere) return undefined;
  return {
    ...{ part, id, code: row.code, kind: row.kind, label: labelOf(other ?? one ?? {}), change },
    moved: elsewhere
      ? { from: from?.code ?? null, to: to?.code ?? null, reordered: from?.id === to?.id }
      : null,
    fields,
  };
}

function areaOf({ byId }: Places, part: PartName, id: number): Grouped['area'] {
  let row = byId.get(id)!;
  const seen = new Set<number>();
  while (row.parentId !== null && byId.has(row.parentId) && !seen.has(row.id)) {
    seen.add(row.id);
    row = byId.get(row.parentId)!;
  }
  return { part, code: row.code, label: row.label };
}

function labelOf(fields: Fields): LocalText {
  const of = (language: string) => (fields[`label ${language}`] as string | undefined) ?? null;
  return { vi: of('vi'), en: of('en') };
}
