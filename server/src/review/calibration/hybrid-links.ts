import { sql, type RawBuilder } from 'kysely';

/** Links of the hybrid tier whose line was read, in all texts, under a condition that each table can answer. */
export function hybridLinks(condition: RawBuilder<unknown> = sql`true`) {
  const wanted = sql`method = 'hybrid' and score is not null and line_language is not null
    and ${condition}`;
  const columns = sql`normalised, competency_id, line_language as language, score, band,
    coalesce(shipped_band, band) as shipped_band, verdict`;
  return sql`
    select 'advertisement' as document_type, ${columns} from advertisement_link where ${wanted}
    union all
    select 'outcome', ${columns} from learning_outcome_link where ${wanted}
    union all
    select 'course', ${columns} from course_link where ${wanted}`;
}
