import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { HybridConcept, HybridForm } from './hybrid/concepts.ts';
import type { IndexSet } from './index-set.ts';

/** Some competencies with everything that they are called. */
export interface ContentPage {
  concepts: HybridConcept[];
  forms: HybridForm[];
}

/** Read in a few milliseconds, so that requests have their turn between two pages. */
const PAGE = 500;

/**
 * The competencies of some published versions, page by page: their kind, their definitions, how many
 * roles ask for them, and their forms in force. One that no form lists is known by its labels.
 */
export async function* indexContent(
  db: Kysely<DB>,
  { versions }: Pick<IndexSet, 'versions'>,
): AsyncGenerator<ContentPage> {
  const versionIds = versions.map(({ id }) => id);
  for (let after = 0; ;) {
    const rows = await listPage(db, versionIds, after);
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
    yield {
      concepts: rows.map(({ forms: _, ...concept }) => concept),
      forms: rows.flatMap(({ id, forms }) => forms.map((form) => ({ ...form, competencyId: id }))),
    };
  }
}

type Row = HybridConcept & { forms: Omit<HybridForm, 'competencyId'>[] };

async function listPage(db: Kysely<DB>, versionIds: readonly number[], after: number) {
  const { rows } = await sql<Row>`
    with page as (
      select competency_id, framework_version_id, kind from competency_version
       where framework_version_id = any(${[...versionIds]}::int4[]) and kind <> 'area'
         and competency_id > ${after}
       order by competency_id limit ${PAGE}
    ), label as (
      select p.competency_id, t.value as form, split_part(lower(t.language), '-', 1) as language
        from page p join competency_text t using (competency_id, framework_version_id)
       where t.field = 'label' and split_part(lower(t.language), '-', 1) in ('vi', 'en')
    ), listed as (
      select e.competency_id, e.form, split_part(lower(e.language), '-', 1) as language,
             e.case_sensitive, e.fields
        from page p join lexicon_entry e using (competency_id)
       where e.status = 'approved' and e.removed_in_revision_id is null
         and split_part(lower(e.language), '-', 1) in ('vi', 'en')
    ), form as (
      select l.*, exists (select from label where label.competency_id = l.competency_id
                                                and label.form = l.form) as is_label
        from listed l
      union all
      select competency_id, form, language, false, null, true from label
       where not exists (select from listed where listed.competency_id = label.competency_id)
    )
    select p.competency_id as id,
           case when p.kind in ('knowledge', 'skill', 'attitude', 'tool') then p.kind end as kind,
           array(select t.value from competency_text t
                  where t.competency_id = p.competency_id
                    and t.framework_version_id = p.framework_version_id and t.field = 'definition'
                  order by t.language) as descriptions,
           (select count(*)::int4 from role_requirement r
             where r.competency_id = p.competency_id
               and r.framework_version_id = p.framework_version_id) as roles,
           (select coalesce(json_agg(json_build_object(
                     'form', f.form, 'language', f.language, 'caseSensitive', f.case_sensitive,
                     'fields', f.fields, 'isLabel', f.is_label)
                   order by f.language, f.form), '[]')
              from form f where f.competency_id = p.competency_id) as forms
      from page p order by p.competency_id`.execute(db);
  return rows;
}
