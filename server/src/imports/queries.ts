import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { ImportCounts, ImportStatus } from './contract.ts';
import type { ImportFormat, ParsedRow, Run } from './importer.ts';

export interface RunRow extends Run {
  status: ImportStatus;
  totalRows: number | null;
  stagedRows: number;
  appliedRows: number;
  previewedAgainst: number | null;
  counts: Partial<ImportCounts>;
  problem: { code: string; detail: Record<string, string | number | boolean | null> } | null;
  createdAt: Date;
  updatedAt: Date;
  appliedAt: Date | null;
}

const runs = (db: Kysely<DB>) =>
  db
    .selectFrom('import_run')
    .select([
      'id',
      'kind',
      'format',
      'source',
      'institution_name as institutionName',
      'stated_version as statedVersion',
      'file_sha256 as fileSha256',
      'file_name as fileName',
      'owner_organisation_id as ownerOrganisationId',
      'status',
      'total_rows as totalRows',
      'staged_rows as stagedRows',
      'applied_rows as appliedRows',
      'previewed_against as previewedAgainst',
      'counts',
      'problem',
      'created_at as createdAt',
      'updated_at as updatedAt',
      'applied_at as appliedAt',
    ])
    .$castTo<RunRow>();

export async function findRun(db: Kysely<DB>, id: string): Promise<RunRow | undefined> {
  return runs(db).where('id', '=', id).executeTakeFirst();
}

export async function lockRun(trx: Transaction<DB>, id: string): Promise<RunRow> {
  return runs(trx).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

export async function listRuns(
  db: Kysely<DB>,
  filter: { organisationId: number; limit: number },
): Promise<RunRow[]> {
  return runs(db)
    .where('owner_organisation_id', '=', filter.organisationId)
    .orderBy('created_at', 'desc')
    .limit(filter.limit)
    .execute();
}

/** Runs that somebody has to go on with, oldest first. */
export async function listUnfinished(db: Kysely<DB>): Promise<RunRow[]> {
  return runs(db).where('status', 'in', ['staging', 'applying']).orderBy('created_at').execute();
}

/** The run of the same file with the same intent that has not ended yet. */
export async function findOpenRun(
  db: Kysely<DB>,
  like: Omit<Run, 'id' | 'fileName'>,
): Promise<RunRow | undefined> {
  return runs(db)
    .where('file_sha256', '=', like.fileSha256)
    .where('kind', '=', like.kind)
    .where('format', '=', like.format)
    .where('owner_organisation_id', '=', like.ownerOrganisationId)
    .where(sql<boolean>`source is not distinct from ${like.source}`)
    .where(sql<boolean>`institution_name is not distinct from ${like.institutionName}`)
    .where(sql<boolean>`stated_version is not distinct from ${like.statedVersion}`)
    .where('status', 'in', ['staging', 'previewed', 'applying'])
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}

export async function insertRun(
  trx: Transaction<DB>,
  run: Omit<Run, 'id'> & { format: ImportFormat; actorId: number },
): Promise<string> {
  const { id } = await trx
    .insertInto('import_run')
    .values({
      kind: run.kind,
      format: run.format,
      source: run.source,
      institution_name: run.institutionName,
      stated_version: run.statedVersion,
      file_sha256: run.fileSha256,
      file_name: run.fileName,
      owner_organisation_id: run.ownerOrganisationId,
      started_by_actor_id: run.actorId,
      status: 'staging',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Moves a run on, but only from the status it is believed to have; says whether it had it. */
export async function updateRun(
  db: Kysely<DB>,
  id: string,
  from: ImportStatus | readonly ImportStatus[],
  set: {
    status?: ImportStatus;
    totalRows?: number;
    appliedRows?: number;
    previewedAgainst?: number;
    counts?: ImportCounts;
    problem?: RunRow['problem'];
    appliedAt?: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_run')
    .set({
      status: set.status,
      total_rows: set.totalRows,
      applied_rows: set.appliedRows,
      previewed_against: set.previewedAgainst,
      counts: set.counts && JSON.stringify(set.counts),
      problem: set.problem === undefined ? undefined : set.problem && JSON.stringify(set.problem),
      applied_at: set.appliedAt,
      updated_at: new Date(),
    })
    .where('id', '=', id)
    .where('status', 'in', Array.isArray(from) ? from : [from as ImportStatus])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A row as it is staged: what jsonb_to_recordset of `insertBatch` reads. */
export interface ToStage {
  json: string;
}

/** A row that has an error is rejected from the beginning. */
export function toStage({ payload, ...row }: ParsedRow): ToStage {
  const isRejected = row.problems.some(({ severity }) => severity === 'error');
  const beside = {
    ...{ row_number: row.rowNumber, key: row.key, content_sha256: row.contentSha256 },
    ...{ change: isRejected ? 'rejected' : null, held: row.held && !isRejected },
    problems: row.problems,
  };
  return { json: JSON.stringify({ ...beside, payload }) };
}

/** Stages a batch behind `stagedBefore` rows; false, and nothing written, when the run has moved on without us. */
export async function insertBatch(
  trx: Transaction<DB>,
  runId: string,
  stagedBefore: number,
  rows: readonly ToStage[],
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('import_run')
    .set({ staged_rows: stagedBefore + rows.length, updated_at: new Date() })
    .where('id', '=', runId)
    .where('status', '=', 'staging')
    .where('staged_rows', '=', stagedBefore)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  // one text of JSON: as arrays every quote in it would be escaped sign by sign
  const all = `[${rows.map(({ json }) => json).join(',')}]`;
  await sql`
    insert into import_row
      (import_run_id, row_number, key, content_sha256, payload, change, held, problems)
    select ${runId}, * from jsonb_to_recordset(${all}::jsonb)
      as r (row_number int4, key text, content_sha256 text, payload jsonb, change text, held bool, problems jsonb)`.execute(
    trx,
  );
  return true;
}

export async function deleteRows(trx: Transaction<DB>, runId: string): Promise<void> {
  await trx.deleteFrom('import_row').where('import_run_id', '=', runId).execute();
}

export async function countChanges(db: Kysely<DB>, runId: string): Promise<ImportCounts> {
  const { rows } = await sql<ImportCounts>`
    select count(*) filter (where change = 'new')::int4 as "new",
           count(*) filter (where change = 'changed')::int4 as "changed",
           count(*) filter (where change = 'same')::int4 as "same",
           count(*) filter (where change = 'removed')::int4 as "removed",
           count(*) filter (where change = 'rejected')::int4 as "rejected",
           count(*) filter (where held)::int4 as "held",
           count(*) filter (where problems @> '[{"severity": "warning"}]')::int4 as "warnings"
      from import_row where import_run_id = ${runId}`.execute(db);
  return rows[0]!;
}

/** Stays the same as long as every row does what it did when it was previewed. */
export async function changesFingerprint(db: Kysely<DB>, runId: string): Promise<string> {
  const { rows } = await sql<{ fingerprint: string | null }>`
    select md5(string_agg(row_number || ' ' || coalesce(change, '') || ' ' || coalesce(key, ''), ','
                          order by row_number)) as fingerprint
      from import_row where import_run_id = ${runId}`.execute(db);
  return rows[0]?.fingerprint ?? '';
}
