import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Difference, Run, StagedRow } from '#src/imports/importer.ts';
import { breathe } from '#src/imports/progress.ts';
import { listKeys, replaceRemoved, setChanges } from '#src/imports/staged-rows.ts';
import { readAbout, readItems, readRoles, readScales } from '../read-version.ts';
import { rowDifferences } from './row-differences.ts';
import { bareRow, contentHash, type AnyRow } from './framework-row.ts';
import { findStanding, standingHashes, standingIds, type Standing } from './standing.ts';

type Change = 'new' | 'changed' | 'same';

/** Says of every staged row whether it is new, changed or the same, and adds what the file no longer names. */
export async function compareFramework(
  trx: Transaction<DB>,
  run: Run,
  into: 'published' | 'draft',
): Promise<void> {
  const whole = await findStanding(trx, run, into);
  if (!whole) return;
  const hashes = await standingHashes(trx, whole);
  await replaceRemoved(trx, run.id, []);
  const rows = await listKeys(trx, run.id);
  const seen = new Set(rows.map(({ key }) => key!));
  const differs = ({ key, contentSha256 }: (typeof rows)[number]) =>
    hashes.has(key!) && hashes.get(key!) !== contentSha256;
  const standing = await asTheyStand(trx, whole, rows.filter(differs));
  const changes = rows.map((row) => {
    const { rowNumber, key, contentSha256, change: known } = row;
    const isChanged = differs(row) && standing.get(key!) !== contentSha256;
    const change: Change = !hashes.has(key!) ? 'new' : isChanged ? 'changed' : 'same';
    return { rowNumber, change, known };
  });
  // previews are computed anew before they are confirmed and applied: what stands stays untouched
  await setChanges(
    trx,
    run.id,
    changes.filter(({ change, known }) => change !== known),
  );
  // a scale stays: other frameworks may use it
  const gone = [...hashes.keys()].filter((key) => !seen.has(key) && !key.startsWith('scale '));
  await replaceRemoved(trx, run.id, await named(trx, whole, gone));
}

/**
 * The hashes of rows as an export writes them now: a row is also the same when it says what stands,
 * whatever the file said that it came from (a new UUID, the day on which it was published, forms that
 * the lexicon has gained since).
 */
async function asTheyStand(
  db: Kysely<DB>,
  { framework, base }: Standing,
  rows: readonly { key: string | null }[],
): Promise<Map<string, string>> {
  if (!framework || !base || rows.length === 0) return new Map();
  const hashes = new Map<string, string>();
  const keep = (standing: ReadonlyMap<string, AnyRow>) => {
    for (const [key, row] of standing) hashes.set(key, contentHash(bareRow(row)));
  };
  keep(await readWhole(db, base.id));
  for await (const some of standingParts(
    db,
    { framework, base },
    rows.map(({ key }) => key!),
  )) {
    keep(some);
  }
  return hashes;
}

/** What is removed, with the words by which a person knows it. */
async function named(
  trx: Transaction<DB>,
  { framework, base }: NonNullable<Awaited<ReturnType<typeof findStanding>>>,
  keys: string[],
): Promise<{ key: string; payload: unknown }[]> {
  if (!framework || !base || keys.length === 0) return [];
  const rows = new Map<string, AnyRow>();
  for await (const some of standingParts(trx, { framework, base }, keys)) {
    for (const [key, row] of some) rows.set(key, row);
  }
  return keys.map((key) => ({ key, payload: rows.get(key) ?? { type: key.split(' ')[0] } }));
}

const PAGE = 200;

/** Items and roles as they stand, some at a time, so that others have their turn between. */
async function* standingParts(
  db: Kysely<DB>,
  { framework, base }: Required<Pick<Standing, 'framework' | 'base'>>,
  keys: readonly string[],
): AsyncGenerator<Map<string, AnyRow>> {
  for (let from = 0; from < keys.length; from += PAGE) {
    const ids = await standingIds(db, framework!.id, keys.slice(from, from + PAGE));
    if (ids.size > 0) yield readParts(db, base!.id, ids);
    await breathe();
  }
}

async function readParts(
  db: Kysely<DB>,
  versionId: number,
  ids: ReadonlyMap<string, number>,
): Promise<Map<string, AnyRow>> {
  const idsOf = (type: string) =>
    [...ids].flatMap(([key, id]) => (key.startsWith(type) ? [id] : []));
  const items = await readItems(db, versionId, { ids: idsOf('item ') });
  const roles = await readRoles(db, versionId, { ids: idsOf('role ') });
  return new Map<string, AnyRow>([
    ...items.map((row) => [`item ${row.sourceId}`, row] as const),
    ...roles.map((row) => [`role ${row.sourceId}`, row] as const),
  ]);
}

/** What is said of the whole, and the scales. */
async function readWhole(db: Kysely<DB>, versionId: number): Promise<Map<string, AnyRow>> {
  return new Map<string, AnyRow>([
    ['framework', await readAbout(db, versionId)],
    ...(await readScales(db, versionId)).map((row) => [`scale ${row.code}`, row] as const),
  ]);
}

/** Field by field, what stands and what the file says. */
export async function frameworkDifferences(
  db: Kysely<DB>,
  run: Run,
  rows: readonly StagedRow[],
  into: 'published' | 'draft',
): Promise<Map<number, Difference[]>> {
  const standing = await findStanding(db, run, into);
  if (!standing?.framework || !standing.base) return new Map();
  const keys = rows.map(({ key }) => key!);
  const ids = await standingIds(db, standing.framework.id, keys);
  const { id } = standing.base;
  const before = new Map([...(await readWhole(db, id)), ...(await readParts(db, id, ids))]);
  return new Map(
    rows.map(({ rowNumber, key, payload }) => [
      rowNumber,
      rowDifferences(before.get(key!), payload as AnyRow),
    ]),
  );
}
