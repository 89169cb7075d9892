import { CompiledQuery, type Transaction } from 'kysely';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { DB } from '#src/db/types.ts';
import type { Handlers, JobName, Jobs } from './jobs.ts';

export interface JobQueue extends Jobs {
  /** Begins to work; every handler runs one job at a time in this process. */
  start(handlers: Handlers): Promise<void>;
  /** Takes no new job, waits for the running ones (at most `patienceMs`), and leaves. */
  stop(patienceMs?: number): Promise<void>;
}

const NAMES: JobName[] = ['import-stage', 'import-apply'];

/**
 * The queue of an installation: pg-boss in the schema `pgboss` of the same database, with connections
 * of its own, so that a long job never waits for a page or a page for a job. A job whose process died
 * is tried again when its heartbeat is missed.
 */
export async function openJobs(
  pool: pg.Pool,
  onFault: (fault: unknown) => void,
): Promise<JobQueue> {
  const { host, port, user, password, database, connectionString } = pool.options;
  const boss = new PgBoss({
    ...(connectionString === undefined
      ? { host, port, user, password: password as string | undefined, database }
      : { connectionString }),
    max: 3,
    schema: 'pgboss',
    schedule: false,
    superviseIntervalSeconds: 15,
  });
  boss.on('error', onFault);
  await boss.start();
  for (const name of NAMES) {
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: 20,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 60,
      heartbeatSeconds: 30,
      expireInSeconds: 6 * 60 * 60,
    });
  }
  return {
    async send(trx, { name, data, key }) {
      await boss.send(name, data, { singletonKey: key, db: inTransaction(trx) });
    },
    async start(handlers) {
      for (const name of NAMES) {
        await boss.work<Record<string, string | number>>(
          name,
          { pollingIntervalSeconds: 0.5, batchSize: 1 },
          async ([job]) => {
            if (job) await handlers[name](job.data);
          },
        );
      }
    },
    async stop(patienceMs = 10_000) {
      await boss.stop({ graceful: true, timeout: patienceMs });
    },
  };
}

function inTransaction(trx: Transaction<DB>) {
  return {
    executeSql: async (text: string, values: unknown[] = []) => {
      const { rows } = await trx.executeQuery(CompiledQuery.raw(text, values));
      return { rows: rows as any[] };
    },
  };
}
