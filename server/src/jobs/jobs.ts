import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

export interface Job {
  name: string;
  data: Record<string, string | number>;
  /** jobs of one key never run at the same time, and a second one in the queue is dropped */
  key?: string;
}

/** The queue. Jobs are sent in the transaction of the fact that causes them; handlers live in their rooms. */
export interface Jobs {
  send(trx: Transaction<DB>, job: Job): Promise<void>;
}
