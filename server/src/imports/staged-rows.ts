import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { RowFinding } from './importer.ts';

/** A staged row that has not been rejected. */
export interface Staged {
  rowNumber: number;
  key: string | null;
  contentSha256: string | null;
  payload: unknown;
  held: boolean;
  change: 'new' | 'changed' | 'same' | 'removed' | null;
  problems: RowFinding[];
}

/** Rows in order, after a row number; only those of some changes when asked. Rejected rows never appear. */
export async function listStaged(
  db: Kysely<DB>,
  runId: string,
  page: { after: number; limit: number; changes?: readonly ('new' | 'changed' | 'same')[] },
): Promise<Staged[]> {
  const rows = await db
    .selectFrom('import_row')
    .where('import_run_id', '=', runId)
    .where('row_number', '>', page.after)
    .where((eb) =>
      page.changes
        ? eb('change', 'in', page.changes)
        : eb.or([eb('change', 'is', null), eb('change', '!=', 'rejected')]),
    )
    .select([
      'row_number as rowNumber',
      'key',
      'content_sha256 as contentSha256',
      'payload',
      'held',
      'change',
      'problems',
    ])
    .orderBy('row_number')
    .limit(page.limit)
    .execute();
  return rows as Staged[];
}

/** The keys and hashes of the rows that are not rejected, without what they say. */
export async function listKeys(
  db: Kysely<DB>,
  runId: string,
): Promise<Pick<Staged, 'rowNumber' | 'key' | 'contentSha256' | 'change'>[]> {
  const rows = await db
    .selectFrom('import_row')
    .where('import_run_id', '=', runId)
    .where((eb) =>
      eb.or([eb('change', 'is', null), eb('change', 'not in', ['rejected', 'removed'])]),
    )
    .select(['row_number as rowNumber', 'key', 'content_sha256 as contentSha256', 'change'])
    .orderBy('row_number')
    .execute();
  return rows as Pick<Staged, 'rowNumber' | 'key' | 'contentSha256' | 'change'>[];
}

/** What rows do to the database; `key` replaces the row's key where the comparison has found its final one. */
export async function setChanges(
  trx: Transaction<DB>,
  runId: string,
  changes: { rowNumber: number; change: 'new' | 'changed' | 'same'; key?: string | undefined }[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += BATCH) {
    const batch = changes.slice(from, from + BATCH);
    await sql`
      update import_row r set change = c.change, key = coalesce(c.key, r.key)
        from unnest(
          ${batch.map((row) => row.rowNumber)}::int4[],
          ${batch.map((row) => row.change)}::text[],
          ${batch.map((row) => row.key ?? null)}::text[]
        ) as c (row_number, change, key)
       where r.import_run_id = ${runId} and r.row_number = c.row_number
         and (r.change is distinct from c.change or r.key is distinct from coalesce(c.key, r.key))`.execute(
      trx,
    );
  }
}

/** Findings that only the whole file shows. An error rejects its row, a hold holds it. */
export async function addFindings(
  trx: Transaction<DB>,
  runId: string,
  findings: { rowNumber: number; finding: RowFinding }[],
): Promise<void> {
  const byRow = Map.groupBy(findings, (one) => one.rowNumber);
  const rows = [...byRow].map(([rowNumber, ofRow]) => ({
    rowNumber,
    problems: JSON.stringify(ofRow.map((one) => one.finding)),
    held: ofRow.some((one) => one.finding.severity === 'hold'),
    rejected: ofRow.some((one) => one.finding.severity === 'error'),
  }));
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await sql`
      update import_row r
         set problems = r.problems || f.problems,
             held = (r.held or f.held) and not f.rejected and r.change is distinct from 'rejected',
             change = case when f.rejected then 'rejected' else r.change end
        from unnest(
          ${batch.map((row) => row.rowNumber)}::int4[],
          ${batch.map((row) => row.problems)}::text[]::jsonb[],
          ${batch.map((row) => row.held)}::bool[],
          ${batch.map((row) => row.rejected)}::bool[]
        ) as f (row_number, problems, held, rejected)
       where r.import_run_id = ${runId} and r.row_number = f.row_number`.execute(trx);
  }
}

/** Puts other words for the same findings in their place, e.g. where in the file a person finds the cell. */
export async function rewriteFindings(
  trx: Transaction<DB>,
  runId: string,
  rows: { rowNumber: number; problems: RowFinding[] }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await sql`
      update import_row r set problems = f.problems
        from unnest(
          ${batch.map((row) => row.rowNumber)}::int4[],
          ${batch.map((row) => JSON.stringify(row.problems))}::text[]::jsonb[]
        ) as f (row_number, problems)
       where r.import_run_id = ${runId} and r.row_number = f.row_number`.execute(trx);
  }
}

/** What the database has and the file no longer names; replaces what an earlier comparison found. Numbered after the file's rows. */
export async function replaceRemoved(
  trx: Transaction<DB>,
  runId: string,
  removed: { key: string; payload: unknown }[],
): Promise<void> {
  await trx
    .deleteFrom('import_row')
    .where('import_run_id', '=', runId)
    .where('change', '=', 'removed')
    .execute();
  const { last } = await trx
    .selectFrom('import_row')
    .where('import_run_id', '=', runId)
    .select((eb) => eb.fn.coalesce(eb.fn.max('row_number'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow();
  for (let from = 0; from < removed.length; from += BATCH) {
    await trx
      .insertInto('import_row')
      .values(
        removed.slice(from, from + BATCH).map((row, index) => ({
          import_run_id: runId,
          row_number: last + from + index + 1,
          key: row.key,
          payload: JSON.stringify(row.payload),
          change: 'removed' as const,
        })),
      )
      .execute();
  }
}

const BATCH = 2_000;
