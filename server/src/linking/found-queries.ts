import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { CompetencyRef } from '#src/frameworks/contract.ts';
import type { Verdict } from './contract.ts';
import { standingDecisions } from './standing-decisions.ts';

/** Competencies of some published versions, in use or not, as rooms name them. */
export async function listRefs(
  db: Kysely<DB>,
  versionIds: readonly number[],
  competencyIds: readonly number[],
): Promise<Map<number, CompetencyRef>> {
  const { rows } = await sql<CompetencyRef>`
    select v.competency_id as id, v.code, v.kind, p.code as "areaCode",
           json_build_object(
             'vi', (select value from competency_text t where t.competency_id = v.competency_id
                       and t.framework_version_id = v.framework_version_id
                       and t.field = 'label' and t.language = 'vi'),
             'en', (select value from competency_text t where t.competency_id = v.competency_id
                       and t.framework_version_id = v.framework_version_id
                       and t.field = 'label' and t.language = 'en')) as label
      from competency_version v
      left join competency_version p on p.competency_id = v.parent_competency_id
                                    and p.framework_version_id = v.framework_version_id
     where v.framework_version_id = any(${[...versionIds]}::int4[])
       and v.competency_id = any(${[...competencyIds]}::int4[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What people have said of some pairs, by `verdictKey`. */
export async function listVerdicts(
  db: Kysely<DB>,
  pairs: readonly { normalised: string; competencyId: number }[],
): Promise<Map<string, Verdict>> {
  const { rows } = await sql<{ normalised: string; competencyId: number; verdict: Verdict }>`
    select s.normalised, s.competency_id as "competencyId", s.verdict
      from (${standingDecisions}) s
      join unnest(${pairs.map(({ normalised }) => normalised)}::text[],
                  ${pairs.map(({ competencyId }) => competencyId)}::int4[])
        as pair (normalised, competency_id) using (normalised, competency_id)`.execute(db);
  return new Map(rows.map((row) => [verdictKey(row), row.verdict]));
}

export function verdictKey({
  normalised,
  competencyId,
}: {
  normalised: string;
  competencyId: number;
}): string {
  return `${competencyId} ${normalised}`;
}
