import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';

/**
 * People of whom something may have come to its end: rows that ended and of whose kind some rule
 * speaks, and whatever was kept of people who have been erased. The rules themselves decide
 * (retention.ts). In the order of their ids, from after `after` on.
 */
export async function listPeopleWithEndedRows(
  trx: ScopedTransaction,
  { after, limit, today }: { after: number; limit: number; today: string },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with ended as (
      select person_id, 'affiliation' as holding, end_on as on_date from affiliation where end_on <= ${today}
      union all
      select person_id, 'consent', least(withdrawn_at, expires_at)::date from consent
        where least(withdrawn_at, expires_at) <= now()
      union all
      select person_id, 'correction', decided_at::date from correction_request where decided_at is not null
      union all
      select person_id, 'identifier', ended_at::date from person_identifier where ended_at is not null
    ), shortest as (
      select holding, min(months) as months from retention_rule
       where valid_from <= ${today} and (valid_to is null or valid_to > ${today}) group by holding
    )
    select distinct e.person_id as id
      from ended e
      join person p on p.person_id = e.person_id
      left join shortest s on s.holding = e.holding
     where e.person_id > ${after}
       and (p.erased_at is not null or e.on_date + make_interval(months => s.months) <= ${today}::date)
     order by 1 limit ${limit}`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Whether anybody has still to do with the person: they sign in, or some organisation lists them. */
export async function isHeldByAnybody(
  trx: ScopedTransaction,
  personIds: readonly number[],
): Promise<boolean> {
  const ids = [...personIds];
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from account where person_id = any (${ids}::int8[]))
        or exists (select from affiliation where person_id = any (${ids}::int8[])) as held`.execute(
    trx,
  );
  return rows[0]!.held;
}
