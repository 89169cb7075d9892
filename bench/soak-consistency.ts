import { sql, type Kysely } from 'kysely';
import type { DB } from '../server/src/db/types.ts';
import type { Counts, State } from './soak-state.ts';

/** Rows that stand on nothing: keys, links, vacancies and advertisements that miss each other. */
export async function findUnfounded(db: Kysely<DB>, counts: Counts): Promise<string[]> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int4 from advertisement_key k
             where not exists (select from advertisement a where a.id = k.advertisement_id
                                  and a.source = k.source and a.source_key = k.source_key))
             as "keys without an advertisement",
           (select count(*)::int4 from advertisement a
             where not exists (select from advertisement_key k where k.advertisement_id = a.id))
             as "advertisements without a key",
           (select count(*)::int4 from advertisement a
             where a.vacancy_id is not null
               and not exists (select from vacancy v where v.id = a.vacancy_id))
             as "advertisements of a vacancy that is not there",
           (select count(*)::int4 from vacancy v
             where not exists (select from advertisement a where a.vacancy_id = v.id))
             as "vacancies without an advertisement",
           (select count(*)::int4 from advertisement_link l
             where not exists (select from advertisement a where a.id = l.advertisement_id))
             as "links without an advertisement",
           (select count(*)::int4 from advertisement a
             where not exists (select from import_run r where r.id = a.import_run_id))
             as "advertisements of no import"`.execute(db);
  const faults = Object.entries(rows[0]!)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);
  if (counts.keys !== counts.advertisements) {
    faults.push(`${counts.keys} keys for ${counts.advertisements} advertisements`);
  }
  return faults;
}

/** Runs whose status, staged rows and recorded facts tell different stories. */
export async function findMixed(db: Kysely<DB>, runs: State['runs']): Promise<string[]> {
  const faults: string[] = [];
  for (const run of runs) {
    const { rows } = await sql<{
      rows: number;
      first: number | null;
      last: number | null;
      started: number;
      confirmed: number;
      applied: number;
    }>`
      select count(*)::int4 as "rows", min(row_number) as "first", max(row_number) as "last",
             (select count(*)::int4 from audit_fact f where f.subject_id = ${run.id} and f.action = 'import-started') as "started",
             (select count(*)::int4 from audit_fact f where f.subject_id = ${run.id} and f.action = 'import-confirmed') as "confirmed",
             (select count(*)::int4 from audit_fact f where f.subject_id = ${run.id} and f.action = 'import-applied') as "applied"
        from import_row where import_run_id = ${run.id}`.execute(db);
    const found = rows[0]!;
    const say = (what: string) => faults.push(`run ${run.id.slice(0, 8)} (${run.status}): ${what}`);
    if (found.rows !== run.staged) say(`${run.staged} rows counted, ${found.rows} there`);
    if (found.rows > 0 && (found.first !== 1 || found.last !== found.rows)) {
      say(`rows ${found.first}…${found.last} are not the first ${found.rows}`);
    }
    if (found.started !== 1) say(`started ${found.started} times`);
    const confirmed = run.status === 'applying' || run.status === 'applied' ? 1 : 0;
    if (found.confirmed !== confirmed) say(`confirmed ${found.confirmed} times`);
    const applied = run.status === 'applied' ? 1 : 0;
    if (found.applied !== applied) say(`applied ${found.applied} times`);
    if (run.status === 'failed' || run.status === 'discarded') say('nobody asked for this');
  }
  return faults;
}
