import { sql, type RawBuilder } from 'kysely';

/** One decision in twenty is asked about a second time. */
export const SHARE = 0.05;

/**
 * Whether a decision is one of the five in a hundred, by the first 32 bits of SHA-256 over salt and
 * number: the same for everybody and at any time, and nobody who decides can know or steer it.
 */
export function isChosen(decisionId: RawBuilder<unknown>) {
  return sql`(
    ('x' || left(encode(sha256(
        (select salt from second_opinion_salt) || convert_to(${decisionId}::text, 'UTF8')), 'hex'), 8)
    )::bit(32)::int8 < ${sql.lit(Math.floor(SHARE * 2 ** 32))})`;
}
