import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { databaseProblem } from '#src/db/database-problem.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { ImportStatus } from './contract.ts';
import { deleteRows, updateRun, type RunRow } from './queries.ts';

/** Thrown by a worker that was asked to stop, or found that its run was taken further or discarded by another. */
export class Interrupted extends Error {}

/**
 * Whether the same work may succeed later without any change of the file: the database is away, the
 * disk is full, the worker was stopped. Such a run keeps its status and is resumed.
 */
export function passes(fault: unknown): boolean {
  if (fault instanceof Interrupted) return true;
  if (fault instanceof Problem) {
    return fault.code === 'disk-full' || fault.code === 'database-unreachable';
  }
  const { code } = fault as NodeJS.ErrnoException;
  return code === 'ENOSPC' || databaseProblem(fault, '') !== undefined || isConflict(code);
}

/** Serialisation failures, deadlocks and lock time-outs: the statement lost against another one. */
function isConflict(code: string | undefined): boolean {
  return code !== undefined && ['40001', '40P01', '55P03'].includes(code);
}

/** Ends a run that cannot succeed, with the reason; its staged rows go. What was not thrown on purpose gets a reference for the log. */
export async function failRun(
  db: Kysely<DB>,
  runId: string,
  from: ImportStatus,
  fault: unknown,
): Promise<Problem> {
  const problem =
    fault instanceof Problem
      ? fault
      : new Problem('unexpected-fault', { reference: randomUUID().slice(0, 8) }, { cause: fault });
  const stored: RunRow['problem'] = { code: problem.code, detail: problem.detail };
  await db.transaction().execute(async (trx) => {
    await updateRun(trx, runId, from, { status: 'failed', problem: stored, appliedRows: 0 });
    await deleteRows(trx, runId);
  });
  return problem;
}
