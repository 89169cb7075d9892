import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import {
  isDue,
  rebandedOf,
  recalibrated,
  standingCalibrations,
  type LinksToReband,
  type Rebanded,
} from '#src/linking/standing-calibrations.ts';

/** Gives links of the hybrid tier the probability and band of the calibration that stands. */
export async function rebandLinks(trx: Transaction<DB>, which: LinksToReband): Promise<Rebanded> {
  const among =
    'ownerIds' in which
      ? sql`l.advertisement_id = any(${[...which.ownerIds]}::int8[])`
      : sql`l.id > ${which.after}`;
  const page = 'limit' in which ? sql`limit ${which.limit}` : sql``;
  const { rows } = await sql<{ id: number; moved: boolean }>`
    with due as (
      select l.id, l.counts, c.id as calibration_id, c.slope, c.intercept, c.may_accept
        from advertisement_link l
        left join (${standingCalibrations}) c
          on c.language = l.line_language and c.document_type = 'advertisement'
       where ${isDue} and ${among}
       order by l.id ${page} for update of l
    )
    update advertisement_link l set ${recalibrated}
      from due where l.id = due.id
    returning l.id, l.counts <> due.counts as moved`.execute(trx);
  return rebandedOf(rows);
}
