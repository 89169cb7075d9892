import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { hybridLinks } from './hybrid-links.ts';

/**
 * Keeps how the hybrid tier stood to a pair, for every act by which a person decides about it: once it
 * is accepted, the dictionary finds it and its score is gone.
 */
export async function keepScores(
  trx: Transaction<DB>,
  { normalised, competencyId }: { normalised: string; competencyId: number },
): Promise<void> {
  const pair = sql`normalised = ${normalised} and competency_id = ${competencyId}`;
  await sql`
    insert into judged_link (normalised, competency_id, document_type, language, score, links)
    select normalised, competency_id, document_type, language, avg(score), count(*)
      from (${hybridLinks(pair)}) seen
     group by 1, 2, 3, 4
    on conflict (normalised, competency_id, document_type, language)
      do update set score = excluded.score, links = excluded.links, seen_at = now()`.execute(trx);
}
