import { sql } from 'kysely';

const uuid = sql`
  case when payload ->> 'uuid' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
       then (payload ->> 'uuid')::uuid end`;

/**
 * The rows of an import run as they stand, each with `framework_id` of the competency or role that has its
 * UUID already, or null. A lookup for each row by the unique indexes, which no planner may turn round: of a
 * framework that is just coming in it knows nothing, and would compare every row with every competency.
 */
export const uuidHolders = (runId: string) => sql`
  (select row_number, payload, change,
          coalesce((select framework_id from competency where uuid = named.uuid),
                   (select framework_id from role where uuid = named.uuid)) as framework_id
     from (select row_number, payload, change, ${uuid} as uuid
             from import_row where import_run_id = ${runId} offset 0) named
   offset 0)`;
