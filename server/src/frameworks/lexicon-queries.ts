import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/actors/actor.ts';

export interface NewForm {
  competencyId: number;
  form: string;
  language: string;
  caseSensitive: boolean;
  fields: string[] | null;
}

/** Makes the forms in force of a framework's competencies exactly these, in one new revision. */
export async function reviseLexicon(
  trx: Transaction<DB>,
  actor: Actor,
  frameworkId: number,
  forms: NewForm[],
  source: string,
): Promise<void> {
  const { id: revisionId } = await trx
    .insertInto('lexicon_revision')
    .values({ actor_id: actor.id, reason: source })
    .returning('id')
    .executeTakeFirstOrThrow();
  const standing = await trx
    .selectFrom('lexicon_entry')
    .innerJoin('competency', 'competency.id', 'lexicon_entry.competency_id')
    .where('competency.framework_id', '=', frameworkId)
    .where('lexicon_entry.removed_in_revision_id', 'is', null)
    .select([
      'lexicon_entry.id',
      'competency_id as competencyId',
      'form',
      'language',
      'case_sensitive as caseSensitive',
      'fields',
    ])
    .execute();
  const wanted = new Map(forms.map((form) => [formKey(form), form]));
  const gone = standing.filter((entry) => !wanted.has(formKey(entry)));
  const known = new Set(standing.map(formKey));
  const fresh = [...wanted.values()].filter((form) => !known.has(formKey(form)));
  if (gone.length > 0) {
    await trx
      .updateTable('lexicon_entry')
      .set({ removed_in_revision_id: revisionId })
      .where('id', '=', sql<number>`any(${gone.map(({ id }) => id)}::int4[])`)
      .execute();
  }
  if (fresh.length > 0) {
    await trx
      .insertInto('lexicon_entry')
      .values(
        fresh.map((form) => ({
          competency_id: form.competencyId,
          form: form.form.normalize('NFC'),
          language: form.language,
          case_sensitive: form.caseSensitive,
          fields: form.fields,
          source,
          status: 'approved' as const,
          approved_by_actor_id: actor.id,
          added_in_revision_id: revisionId,
        })),
      )
      .execute();
  }
}

function formKey({ competencyId, form, language, caseSensitive, fields }: NewForm): string {
  return JSON.stringify([competencyId, form.normalize('NFC'), language, caseSensitive, fields]);
}
