import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';

/**
 * Does some work on a run unless another process (or another job of this one) is at it; says whether
 * it did. The lock goes with its connection, so a process that dies leaves nothing locked. Should
 * only the connection die, the guards on the run's status and row count keep two workers apart.
 */
export async function withRunLock(
  db: Kysely<DB>,
  runId: string,
  work: () => Promise<void>,
): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${`import-run ${runId}`}, 0)`;
    const { rows } = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_lock(${key}) as mine`.execute(connection);
    if (!rows[0]?.mine) return false;
    try {
      await work();
      return true;
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection).catch(() => undefined);
    }
  });
}
