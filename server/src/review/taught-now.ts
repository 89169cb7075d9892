import { sql } from 'kysely';

/** Outcomes and courses that some current programme version has, each with the first programme that has it. */
export const taughtNow = sql`
  current_outcome as (
    select o.id, v.programme_id
      from learning_outcome o
      join programme_version v on v.id = o.programme_version_id and v.status = 'current'
    union all
    select o.id, min(v.programme_id)
      from learning_outcome o
      join course c on c.syllabus_id = o.syllabus_id
      join programme_version v on v.id = c.programme_version_id and v.status = 'current'
     group by o.id
  ), current_course as (
    select c.id, v.programme_id
      from course c
      join programme_version v on v.id = c.programme_version_id and v.status = 'current'
  )`;
