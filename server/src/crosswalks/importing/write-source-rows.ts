import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { inverted } from '../relation.ts';
import { insertRows, updateRows } from './apply-rows.ts';
import { differences } from './compare-rows.ts';
import type { CrosswalkImportRow } from './crosswalk-row.ts';
import { endFinder, findEnds, type FoundEnds } from './resolve-ends.ts';
import { findStandingRows, pairKey, type StandingRow } from './standing-rows.ts';

/** What a source says of items that are here, beside what stands of it. */
export interface SourceComparison {
  rows: { row: CrosswalkImportRow; ends: FoundEnds; standing: StandingRow | undefined }[];
  added: number;
  changed: number;
  /** an end of them is not in this installation */
  waiting: number;
  /** ids of rows that it no longer has and that nobody has decided about */
  gone: number[];
}

/** All that one source says of two frameworks. */
export interface SourceRows {
  source: string;
  from: string;
  to: string;
  rows: readonly CrosswalkImportRow[];
}

/** Compares the rows of a source that comes with the program with what of it is in the installation. */
export async function compareSourceRows(
  db: Kysely<DB>,
  ownerOrganisationId: number,
  { source, from, to, rows }: SourceRows,
): Promise<SourceComparison> {
  const frameworks = new Set(rows.flatMap(({ from, to }) => [from.framework, to.framework]));
  const find = await endFinder(db, ownerOrganisationId, [...frameworks]);
  const standing = await findStandingRows(db, [source]);
  const between = await idsBetween(db, source, from, to);
  const found = rows.flatMap((row) => {
    const ends = findEnds(row, find);
    if (!ends) return [];
    const own = standing.get(pairKey(source, ends.kind, ends.from.id, ends.to.id));
    return [{ row, ends, standing: own && turned(own, ends) }];
  });
  const named = new Set(found.flatMap((one) => one.standing?.id ?? []));
  return {
    rows: found,
    gone: [...standing.values()]
      .filter(({ id, decidedByPerson }) => between.has(id) && !named.has(id) && !decidedByPerson)
      .map(({ id }) => id),
    added: found.filter((one) => !one.standing).length,
    changed: found.filter(isChanged).length,
    waiting: rows.length - found.length,
  };
}

/**
 * Writes what a source that comes with the program says of items that are here, as its own word; what it
 * says of others waits until their framework is imported. People's decisions stay.
 */
export async function writeSourceRows(
  trx: Transaction<DB>,
  actor: Actor,
  said: SourceRows,
): Promise<Omit<SourceComparison, 'rows' | 'gone'> & { removed: number }> {
  const key = `crosswalk source ${said.source}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
  const compared = await compareSourceRows(trx, actor.organisationId, said);
  const origin = { id: null, ownerOrganisationId: actor.organisationId };
  await insertRows(
    trx,
    origin,
    actor,
    compared.rows.filter((one) => !one.standing),
  );
  await updateRows(trx, origin, compared.rows.filter(isChanged));
  const { added, changed, waiting, gone } = compared;
  await sql`delete from crosswalk where id = any(${gone}::int4[])`.execute(trx);
  return { added, changed, waiting, removed: gone.length };
}

/** The rows of a source about items of two frameworks, whichever way round. */
async function idsBetween(
  db: Kysely<DB>,
  source: string,
  from: string,
  to: string,
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select x.id from crosswalk x
      join competency a on a.id = x.from_competency_id join framework fa on fa.id = a.framework_id
      join competency b on b.id = x.to_competency_id join framework fb on fb.id = b.framework_id
     where x.source = ${source}
       and array[fa.code, fb.code] <@ ${[from, to]}::text[] and fa.id <> fb.id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

function turned(row: StandingRow, { from }: FoundEnds): StandingRow {
  return row.fromId === from.id ? row : { ...row, relation: inverted(row.relation) };
}

function isChanged({ row, standing }: SourceComparison['rows'][number]): boolean {
  return standing !== undefined && differences(row, standing).length > 0;
}
