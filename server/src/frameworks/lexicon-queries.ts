import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { RowSource } from './content-queries.ts';

export interface NewForm {
  competencyId: number;
  form: string;
  language: string;
  caseSensitive: boolean;
  fields: string[] | null;
}

/**
 * Whether a row of lexicon_entry is a form with which a row of framework_version answers: one in force
 * today; of a superseded version, one that was in force when it was published.
 */
export const isFormOf = (entry: string, version: string) => {
  const [added, removed, then] = [
    `${entry}.added_in_revision_id`,
    `${entry}.removed_in_revision_id`,
    `${version}.lexicon_revision_id`,
  ].map((name) => sql.ref(name));
  return sql`(${sql.ref(`${entry}.status`)} = 'approved'
    and case when ${sql.ref(`${version}.status`)} = 'superseded'
             then ${added} <= ${then} and (${removed} is null or ${removed} > ${then})
             else ${removed} is null end)`;
};

/** Makes the forms in force of a framework's competencies exactly these, in one new revision. */
export async function reviseLexicon(
  trx: Transaction<DB>,
  actor: Actor,
  frameworkId: number,
  forms: readonly NewForm[],
  source: string,
): Promise<void> {
  const wanted = sql`
    select f.competency_id, normalize(f.form, NFC) as form, f.language, f.case_sensitive,
           (select array_agg(field order by at) from jsonb_array_elements_text(f.fields)
              with ordinality as one (field, at)) as fields
      from jsonb_to_recordset(${JSON.stringify(
        forms.map((form) => ({
          ...form,
          competency_id: form.competencyId,
          case_sensitive: form.caseSensitive,
        })),
      )}::jsonb)
        as f (competency_id int4, form text, language text, case_sensitive bool, fields jsonb)`;
  const scope = sql`select id from competency where framework_id = ${frameworkId}`;
  await revise(trx, actor, scope, wanted, source);
}

/** The same for the items of some rows alone: their labels and aliases, which any field may hold. */
export async function reviseForms(
  trx: Transaction<DB>,
  actor: Actor,
  frameworkId: number,
  rows: RowSource,
  source: string,
): Promise<void> {
  const items = sql`
    select c.id, r.payload from (${rows}) r
     cross join lateral (select id from competency
                          where framework_id = ${frameworkId} and source_id = r.payload ->> 'sourceId'
                          limit 1) c`;
  const wanted = sql`
    select i.id as competency_id, normalize(f.form, NFC) as form, f.language, false as case_sensitive,
           null::text[] as fields
      from (${items}) i cross join lateral (
        select value as form, language
          from jsonb_to_recordset(i.payload -> 'texts') as t (field text, language text, value text)
         where field = 'label' and i.payload ->> 'kind' <> 'area'
        union
        select form, language from jsonb_to_recordset(i.payload -> 'aliases') as a (form text, language text)
      ) f
     where btrim(f.form) <> ''`;
  await revise(trx, actor, sql`select id from (${items}) own`, wanted, source);
}

/** `wanted`: competency_id, form, language, case_sensitive, fields. */
async function revise(
  trx: Transaction<DB>,
  actor: Actor,
  scope: RowSource,
  wanted: RowSource,
  source: string,
): Promise<void> {
  const { id: revisionId } = await trx
    .insertInto('lexicon_revision')
    .values({ actor_id: actor.id, reason: source })
    .returning('id')
    .executeTakeFirstOrThrow();
  const same = (one: string, other: string) =>
    sql.raw(
      `${one}.competency_id = ${other}.competency_id and ${one}.form = ${other}.form
     and ${one}.language = ${other}.language and ${one}.case_sensitive = ${other}.case_sensitive
     and ${one}.fields is not distinct from ${other}.fields`,
    );
  // tables of their own, with an index: whatever the planner believes, no form is compared with all others
  await sql`create temporary table wanted_form on commit drop as ${wanted}`.execute(trx);
  await sql`create temporary table wanted_of on commit drop as ${scope}`.execute(trx);
  await sql`create index on wanted_form (competency_id)`.execute(trx);
  await sql`analyze wanted_form`.execute(trx);
  await sql`create index on wanted_of (id)`.execute(trx);
  await sql`analyze wanted_of`.execute(trx);
  await sql`
    update lexicon_entry e set removed_in_revision_id = ${revisionId}
     where e.removed_in_revision_id is null and e.status = 'approved'
       and e.competency_id in (select id from wanted_of)
       and not exists (select from wanted_form w where ${same('w', 'e')})`.execute(trx);
  await sql`
    insert into lexicon_entry
      (competency_id, form, language, case_sensitive, fields, source, status, approved_by_actor_id,
       added_in_revision_id)
    select distinct w.competency_id, w.form, w.language, w.case_sensitive, w.fields, ${source},
           'approved', ${actor.id}::int4, ${revisionId}::int4
      from wanted_form w
     where not exists (select from lexicon_entry e
                        where e.removed_in_revision_id is null and e.status = 'approved'
                          and ${same('e', 'w')})`.execute(trx);
  await sql`drop table wanted_form, wanted_of`.execute(trx);
}
