import { sql } from 'kysely';
import { ACTION_WORDS, wordsOf } from '#src/audit/action-words.ts';
import { dateOf } from '../dates.ts';
import { dataOf, type Holding } from '../holding.ts';

interface Row {
  personId: number;
  organisationId: number;
  action: string;
  times: number;
  first: Date;
  latest: Date;
}

/** Who looked, by organisation; the looks one by one are the access log. */
export const accessLogHolding: Holding = {
  code: 'access-log',
  fate: 'stays',
  async list(trx, personIds) {
    const { rows } = await sql<Omit<Row, 'action'>>`
      select person_id as "personId", organisation_id as "organisationId", count(*)::int as times,
             min(at) as first, max(at) as latest
        from person_access where person_id = any (${[...personIds]}::int8[])
       group by 1, 2 order by 1, 2`.execute(trx);
    return rows.map((row) => ({ ...spanOf(row), data: countOf(row) }));
  },
};

/** What the person did, by organisation and action. The facts carry no name. */
export const auditFactHolding: Holding = {
  code: 'audit-fact',
  fate: 'stays',
  async list(trx, personIds) {
    const { rows } = await sql<Row>`
      select a.person_id as "personId", f.organisation_id as "organisationId", f.action, count(*)::int as times,
             min(f.at) as first, max(f.at) as latest
        from actor a join audit_fact f on f.actor_id = a.id
       where a.person_id = any (${[...personIds]}::int8[])
       group by 1, 2, 3 order by 2, 3`.execute(trx);
    return rows.map((row) => ({
      ...spanOf(row),
      data: [...dataOf({ action: wordsOf(ACTION_WORDS, row.action) }), ...countOf(row)],
    }));
  },
};

function spanOf(row: Omit<Row, 'action'> & { action?: string }) {
  return {
    personId: row.personId,
    id: `${row.personId}/${row.organisationId}/${row.action ?? ''}`,
    organisationId: row.organisationId,
    since: dateOf(row.first),
    endedOn: null,
  };
}

function countOf({ times, latest }: Pick<Row, 'times' | 'latest'>) {
  return dataOf({ times: String(times), latest: dateOf(latest) });
}
