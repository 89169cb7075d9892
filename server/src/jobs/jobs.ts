import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

export type JobName = 'import-stage' | 'import-apply';

export interface Job {
  name: JobName;
  data: Record<string, string | number>;
  /** Of jobs with the same name and key only one waits or runs; a further one is dropped. */
  key: string;
}

/** The queue. Jobs are sent in the transaction of the fact that causes them; handlers live in their rooms. */
export interface Jobs {
  send(trx: Transaction<DB>, job: Job): Promise<void>;
}

export type Handlers = Record<JobName, (data: Job['data']) => Promise<void>>;
