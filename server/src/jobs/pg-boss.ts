import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import { applicationRole } from '#src/db/application-role.ts';
import type { DB } from '#src/db/types.ts';
import type { Job, Jobs } from './jobs.ts';

/** Does one job; may be called again for the same job after a crash, so it looks before it acts. */
export type JobHandler = (data: Job['data'], signal: AbortSignal) => Promise<void>;

export interface JobQueue extends Jobs {
  /** Takes jobs of these names from now on, one at a time per name. */
  work(handlers: Record<string, JobHandler>): Promise<void>;
  /** Takes no more jobs, aborts the signal of running ones and waits for them up to `graceMilliseconds`. */
  stop(graceMilliseconds?: number): Promise<void>;
}

const QUEUE = {
  // one job queued and one running per key; a further one says nothing new and is dropped
  policy: 'stately',
  retryLimit: 12,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  // a worker that was killed stops beating; what it had begun is given out again
  heartbeatSeconds: 30,
  expireInSeconds: 12 * 3600,
  deleteAfterSeconds: 24 * 3600,
} as const;

/**
 * Makes the schema of the queue, or brings it up to date, as the owner of the database; the program
 * itself only writes rows there.
 */
export async function prepareQueue(owner: pg.Pool): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => owner.query(text, values as unknown[]) },
    schedule: false,
    supervise: false,
    reindex: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  await owner.query(`
    grant usage on schema pgboss to ${applicationRole};
    grant select, insert, update, delete on all tables in schema pgboss to ${applicationRole};
    grant usage, select on all sequences in schema pgboss to ${applicationRole};`);
}

/**
 * The queue in the schema `pgboss` of the same database. Touches nothing until something is sent or
 * worked. `report` hears of lost connections and failed jobs; both are tried again by themselves.
 */
export function openJobs(pool: pg.Pool, report: (fault: unknown) => void): JobQueue {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    migrate: false,
    schedule: false,
    reindex: false,
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
  });
  boss.on('error', report);
  const queues = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let starting: Promise<unknown> | undefined;

  const ready = async (name: string): Promise<void> => {
    await (starting ??= boss.start().catch((fault: unknown) => {
      starting = undefined;
      throw fault;
    }));
    const made = queues.get(name) ?? boss.createQueue(name, QUEUE);
    queues.set(name, made);
    await made.catch((fault: unknown) => {
      queues.delete(name);
      throw fault;
    });
  };

  return {
    async send(trx: Transaction<DB>, job: Job) {
      await ready(job.name);
      // without a key of its own every job would share the empty one
      const singletonKey = job.key ?? randomUUID();
      await boss.send(job.name, job.data, { db: fromKysely(trx), singletonKey });
    },
    async work(handlers) {
      for (const [name, handler] of Object.entries(handlers)) {
        await ready(name);
        await boss.work<Job['data']>(name, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
          if (!job) return;
          try {
            await handler(job.data, AbortSignal.any([job.signal, stopping.signal]));
          } catch (fault) {
            report(fault);
            throw fault;
          }
        });
      }
    },
    async stop(graceMilliseconds = 10_000) {
      stopping.abort();
      if (starting === undefined) return;
      await starting.catch(() => undefined);
      await boss.stop({ graceful: true, timeout: graceMilliseconds, close: true });
    },
  };
}
