import { sql } from 'kysely';
import { LEAST_ACCEPTED } from './least-accepted.ts';

/** What is calibrated apart: the kinds of texts that keep links. */
export type CalibratedDocument = 'advertisement' | 'outcome' | 'course';

/**
 * The calibrations that people's decisions have brought about, as a query: per (language, document_type)
 * the newest that nobody has withdrawn. Where there is none, the calibration holds that is shipped.
 */
export const standingCalibrations = sql`
  select distinct on (made.language, made.document_type) made.*
    from link_calibration made
   where made.withdrawn_at is null
   order by made.language, made.document_type, made.id desc`;

/**
 * Links of the hybrid tier that another calibration than the standing one has given their band, as a
 * condition on a table of links `l` left-joined with a standing calibration `c`.
 */
export const isDue = sql`l.method = 'hybrid' and l.score is not null
  and l.calibration_id is distinct from c.id`;

/**
 * What a room sets on a link `l` of its own from a row `due` (calibration_id, slope, intercept,
 * may_accept; all null: as shipped). The score is the log-odds of the calibration as shipped, so that
 * nothing has to be linked anew, and the shipped band is kept beside, so that all can be taken back.
 */
export const recalibrated = sql`
  calibration_id = due.calibration_id,
  shipped_band = case when due.calibration_id is not null then coalesce(l.shipped_band, l.band) end,
  probability = ${probability()},
  band = case
    when due.calibration_id is null then coalesce(l.shipped_band, l.band)
    when ${probability()} >= ${sql.lit(LEAST_ACCEPTED)}
     and (due.may_accept or coalesce(l.shipped_band, l.band) = 'accepted') then 'accepted'
    else 'review' end`;

function probability() {
  return sql`(1 / (1 + exp(-(coalesce(due.slope, 1) * l.score + coalesce(due.intercept, 0)))))`;
}

/** Which links a room looks at: all of some owners, or a page of all by their own ids. */
export type LinksToReband = { ownerIds: readonly number[] } | { after: number; limit: number };

export interface Rebanded {
  links: number;
  /** Whether anything that counts has changed. */
  moved: boolean;
  /** The last of a page; null: there was none. */
  last: number | null;
}

export function rebandedOf(rows: readonly { id: number; moved: boolean }[]): Rebanded {
  return {
    links: rows.length,
    moved: rows.some(({ moved }) => moved),
    last: rows.reduce<number | null>((last, { id }) => Math.max(last ?? 0, Number(id)), null),
  };
}
