import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { foldedText, type LexiconView } from './form-list-queries.ts';

const MOST = 12;

/** Those whose code or name contains the words, accents and case aside; the shortest names first. */
export async function findCompetencies(
  db: Kysely<DB>,
  { frameworkId, seesDrafts }: LexiconView,
  q: string,
): Promise<{ id: number; code: string; published: boolean }[]> {
  const like = `%${q.normalize('NFC').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: number; code: string; published: boolean }>`
    select c.id, c.code, bool_or(w.status in ('published', 'superseded')) as published
      from competency c
      join competency_version v on v.competency_id = c.id and v.kind <> 'area'
      join framework_version w on w.id = v.framework_version_id
       and (${seesDrafts}::boolean or w.status in ('published', 'superseded'))
      join competency_text t on t.competency_id = c.id and t.framework_version_id = w.id and t.field = 'label'
     where c.framework_id = ${frameworkId}
       and (${foldedText(sql`t.value`)} like ${foldedText(sql`${like}::text`)}
         or ${foldedText(sql`c.code`)} like ${foldedText(sql`${like}::text`)})
     group by c.id, c.code
     order by ${foldedText(sql`c.code`)} = ${foldedText(sql`${q}::text`)} desc, min(length(t.value)), c.code
     limit ${MOST}`.execute(db);
  return rows;
}
