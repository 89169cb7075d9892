import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { FormStatus, ProposeForm } from './contract.ts';

export interface FormRow {
  id: number;
  competencyId: number;
  form: string;
  status: FormStatus;
  ownerOrganisationId: number;
  inUse: boolean;
}

export async function findForm(
  db: Kysely<DB>,
  code: string,
  id: number,
): Promise<FormRow | undefined> {
  const { rows } = await sql<FormRow>`
    select e.id, e.competency_id as "competencyId", e.form,
           case when e.status = 'approved' and e.removed_in_revision_id is not null
                then 'ended' else e.status end as status,
           f.owner_organisation_id as "ownerOrganisationId", f.in_use as "inUse"
      from lexicon_entry e
      join competency c on c.id = e.competency_id
      join framework f on f.id = c.framework_id
     where f.code = ${code} and e.id = ${id}`.execute(db);
  return rows[0];
}

/** Revisions come one after the other. */
export async function lockLexicon(trx: Transaction<DB>): Promise<void> {
  await sql`lock table lexicon_revision in share row exclusive mode`.execute(trx);
}

export async function isPublishedItem(
  db: Kysely<DB>,
  code: string,
  competencyId: number,
): Promise<{ published: boolean; ownerOrganisationId: number } | undefined> {
  const { rows } = await sql<{ published: boolean; ownerOrganisationId: number }>`
    select exists (
             select from competency_version v join framework_version w on w.id = v.framework_version_id
              where v.competency_id = c.id and w.status in ('published', 'superseded')) as published,
           f.owner_organisation_id as "ownerOrganisationId"
      from competency c join framework f on f.id = c.framework_id
     where f.code = ${code} and c.id = ${competencyId}`.execute(db);
  return rows[0];
}

export async function sameForm(db: Kysely<DB>, wanted: ProposeForm): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (
      select from lexicon_entry where competency_id = ${wanted.competencyId} and form = ${wanted.form}
         and language = ${wanted.language} and case_sensitive = ${wanted.caseSensitive}
         and fields is not distinct from ${wanted.fields}::text[]
         and (status = 'proposed' or (status = 'approved' and removed_in_revision_id is null))) as there`.execute(
    db,
  );
  return rows[0]!.there;
}

export async function insertProposal(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: ProposeForm & { source?: string; texts?: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('lexicon_entry')
    .values({
      ...{ competency_id: wanted.competencyId, form: wanted.form, language: wanted.language },
      ...{ case_sensitive: wanted.caseSensitive, fields: wanted.fields },
      ...{ source: wanted.source ?? 'person', texts: wanted.texts ?? null },
      ...{ status: 'proposed' as const, proposed_by_actor_id: actor.id },
      proposed_at: new Date(),
      note: wanted.note ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function insertRevision(trx: Transaction<DB>, actor: Actor, reason: string): Promise<number> {
  const { id } = await trx
    .insertInto('lexicon_revision')
    .values({ actor_id: actor.id, reason })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function approveForm(
  trx: Transaction<DB>,
  actor: Actor,
  { id, form }: FormRow,
  note: string | undefined,
): Promise<void> {
  const revisionId = await insertRevision(trx, actor, `+ ${form}`);
  await trx
    .updateTable('lexicon_entry')
    .set({
      ...{ status: 'approved', approved_by_actor_id: actor.id, added_in_revision_id: revisionId },
      ...(note && { note }),
    })
    .where('id', '=', id)
    .execute();
}

export async function rejectForm(
  trx: Transaction<DB>,
  actor: Actor,
  { id }: FormRow,
  note: string | undefined,
): Promise<void> {
  await trx
    .updateTable('lexicon_entry')
    .set({
      ...{ status: 'rejected', rejected_by_actor_id: actor.id, rejected_at: new Date() },
      ...(note && { note }),
    })
    .where('id', '=', id)
    .execute();
}

export async function unrejectForm(trx: Transaction<DB>, id: number): Promise<void> {
  await trx
    .updateTable('lexicon_entry')
    .set({ status: 'proposed', rejected_by_actor_id: null, rejected_at: null })
    .where('id', '=', id)
    .execute();
}

export async function endForm(
  trx: Transaction<DB>,
  actor: Actor,
  { id, form }: FormRow,
  note: string | undefined,
): Promise<void> {
  const revisionId = await insertRevision(trx, actor, `− ${form}`);
  await trx
    .updateTable('lexicon_entry')
    .set({ removed_in_revision_id: revisionId, ...(note && { note }) })
    .where('id', '=', id)
    .execute();
}

export async function openVersionOf(
  db: Kysely<DB>,
  competencyId: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('competency_version as v')
    .innerJoin('framework_version as w', 'w.id', 'v.framework_version_id')
    .where('v.competency_id', '=', competencyId)
    .where('w.status', 'in', ['draft', 'in-review'])
    .select('w.id')
    .executeTakeFirst();
  return row?.id;
}

/** The wording of a form once more, proposed, in a row of its own. */
export async function insertAgain(trx: Transaction<DB>, id: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into lexicon_entry (competency_id, form, language, case_sensitive, fields, source, status,
                               proposed_by_actor_id, proposed_at, note, texts)
    select competency_id, form, language, case_sensitive, fields, source, 'proposed',
           proposed_by_actor_id, proposed_at, note, texts
      from lexicon_entry where id = ${id}
    returning id`.execute(trx);
  return rows[0]!.id;
}

export interface FormOf {
  id: number;
  form: string;
  status: FormStatus;
  source: string;
  framework: string;
}

/** Every form that one competency has, had, or was proposed to have; the latest first. */
export async function listFormsOf(db: Kysely<DB>, competencyId: number): Promise<FormOf[]> {
  const { rows } = await sql<FormOf>`
    select e.id, e.form, e.source, f.code as framework,
           case when e.status = 'approved' and e.removed_in_revision_id is not null
                then 'ended' else e.status end as status
      from lexicon_entry e
      join competency c on c.id = e.competency_id
      join framework f on f.id = c.framework_id
     where e.competency_id = ${competencyId}
     order by e.id desc`.execute(db);
  return rows;
}

/** Where the competency's words are kept; undefined where there is no such competency. */
export async function findFrameworkOf(
  db: Kysely<DB>,
  competencyId: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('competency')
    .innerJoin('framework', 'framework.id', 'competency.framework_id')
    .where('competency.id', '=', competencyId)
    .select('framework.code')
    .executeTakeFirst();
  return row?.code;
}

/** Takes a proposal away that nobody has decided. */
export async function deleteProposal(trx: Transaction<DB>, id: number): Promise<void> {
  await trx
    .deleteFrom('lexicon_entry')
    .where('id', '=', id)
    .where('status', '=', 'proposed')
    .execute();
}
