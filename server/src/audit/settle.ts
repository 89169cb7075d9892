import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/** A moment: the last id that had been given to a fact, and the transactions that might still commit one. */
export interface Moment {
  lastId: number;
  writers: readonly string[];
}

export interface Settling {
  /** every id up to here is committed and visible, or never will be */
  through: number;
  /** the moment whose writers have not all ended yet */
  waitingFor: Moment | undefined;
}

export const nothingSettled: Settling = { through: 0, waitingFor: undefined };

/**
 * An id is taken from the sequence by a statement that holds ROW EXCLUSIVE on audit_fact until its
 * transaction ends. So whoever was given an id up to `lastId` stands among the holders read after it,
 * or has ended. (Transaction ids would not do: a transaction may get its own after the id of its fact.)
 */
export async function lookAtWriters(trx: Transaction<DB>): Promise<Moment> {
  const last = await sql<{ id: number }>`
    select case when is_called then last_value else 0 end as id from audit_fact_id_seq`.execute(
    trx,
  );
  const { rows } = await sql<{ writer: string }>`
    select distinct virtualtransaction as writer from pg_locks
     where locktype = 'relation' and mode = 'RowExclusiveLock' and relation = 'audit_fact'::regclass
       and database = (select oid from pg_database where datname = current_database())`.execute(
    trx,
  );
  return { lastId: last.rows[0]!.id, writers: rows.map(({ writer }) => writer) };
}

/** What is settled now that `moment` was seen. Facts must be read after it was. */
export function settle({ through, waitingFor }: Settling, moment: Moment): Settling {
  if (moment.writers.length === 0) return { through: moment.lastId, waitingFor: undefined };
  if (!waitingFor) return { through, waitingFor: moment };
  const ended = !waitingFor.writers.some((writer) => moment.writers.includes(writer));
  return ended ? { through: waitingFor.lastId, waitingFor: moment } : { through, waitingFor };
}
