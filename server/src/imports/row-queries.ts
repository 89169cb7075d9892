import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { RowFinding } from './importer.ts';

export type Change = 'new' | 'changed' | 'same' | 'removed' | 'rejected';

export interface RowFilter {
  change?: Change | undefined;
  /** only rows with findings (true) or without any (false) */
  problems?: boolean | undefined;
  /** only rows with a finding of this severity */
  severity?: RowFinding['severity'] | undefined;
  held?: boolean | undefined;
}

export interface ShownRow {
  rowNumber: number;
  key: string | null;
  payload: unknown;
  change: Change | null;
  held: boolean;
  problems: RowFinding[];
}

const filtered = (db: Kysely<DB>, runId: string, filter: RowFilter) =>
  db
    .selectFrom('import_row')
    .where('import_run_id', '=', runId)
    .$if(filter.change !== undefined, (query) => query.where('change', '=', filter.change!))
    .$if(filter.problems === true, (query) => query.where('problems', '<>', '[]'))
    .$if(filter.problems === false, (query) => query.where('problems', '=', '[]'))
    .$if(filter.severity !== undefined, (query) =>
      query.where(
        sql<boolean>`problems @> ${JSON.stringify([{ severity: filter.severity }])}::jsonb`,
      ),
    )
    .$if(filter.held !== undefined, (query) => query.where('held', '=', filter.held!));

export async function countRows(db: Kysely<DB>, runId: string, filter: RowFilter): Promise<number> {
  const { total } = await filtered(db, runId, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export async function listRows(
  db: Kysely<DB>,
  runId: string,
  filter: RowFilter,
  page: { limit: number; offset?: number; after?: number },
): Promise<ShownRow[]> {
  const rows = await filtered(db, runId, filter)
    .where('row_number', '>', page.after ?? 0)
    .select(['row_number as rowNumber', 'key', 'payload', 'change', 'held', 'problems'])
    .orderBy('row_number')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows as ShownRow[];
}
