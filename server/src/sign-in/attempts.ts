import { createHmac } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';

export interface AttemptLimit {
  most: number;
  seconds: number;
}

/**
 * Counts an attempt on one subject (an address, a token) wherever it comes from, in one statement
 * that holds over any number of processes. What does not exist is counted like what does. The
 * subject itself is not stored.
 *
 * Throws too-many-attempts.
 */
export async function countAttempt(
  db: Kysely<DB>,
  secret: string,
  what: { kind: string; subject: string },
  limit: AttemptLimit,
): Promise<void> {
  const hash = createHmac('sha256', secret).update(`${what.kind} ${what.subject}`).digest('hex');
  const now = Date.now();
  const ends = now + limit.seconds * 1000;
  // our rows hold the end of their window: better-auth sweeps what is older than its own short windows
  const { rows } = await sql<{ count: number; until: number }>`
    insert into sign_in_rate as r (key, count, last_request)
    values (${`${what.kind}|${hash.slice(0, 40)}`}, 1, ${ends})
    on conflict (key) do update set
      count = case when r.last_request <= ${now} then 1 else r.count + 1 end,
      last_request = case when r.last_request <= ${now} then ${ends} else r.last_request end
    returning r.count, r.last_request as until`.execute(db);
  const { count, until } = rows[0]!;
  if (count > limit.most) {
    const seconds = Math.max(1, Math.ceil((until - now) / 1000));
    throw new Problem('too-many-attempts', { seconds });
  }
}
