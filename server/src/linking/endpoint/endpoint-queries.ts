import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { VectorCache } from './embeddings.ts';
import type { Call } from './endpoint.ts';
import type { Candidate } from './chat.ts';

/** A document with links that wait for a person. */
export interface WaitingDocument {
  id: number;
  text: string;
  links: { start: number; end: number; competencyId: number }[];
}

/** Advertisements by id, after one, whose requirements hold links for review that nobody has decided. */
export async function listWaiting(
  db: Kysely<DB>,
  { after, limit }: { after: number; limit: number },
): Promise<WaitingDocument[]> {
  const { rows } = await sql<WaitingDocument>`
    select a.id, a.requirements as text,
           json_agg(json_build_object('start', l.span_start, 'end', l.span_end,
                                      'competencyId', l.competency_id) order by l.id) as links
      from advertisement a
      join advertisement_link l on l.advertisement_id = a.id
     where a.id > ${after} and l.field = 'text' and l.band = 'review' and l.verdict is null
     group by a.id
     order by a.id limit ${limit}`.execute(db);
  return rows;
}

/** Every competency of the published versions with its labels and one definition. */
export async function listCandidates(
  db: Kysely<DB>,
  versionIds: readonly number[],
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select v.competency_id as id,
           coalesce(json_agg(distinct t.value) filter (where t.field = 'label'), '[]') as labels,
           min(t.value) filter (where t.field = 'definition') as definition
      from competency_version v
      join competency_text t on t.competency_id = v.competency_id
                            and t.framework_version_id = v.framework_version_id
     where v.framework_version_id = any(${[...versionIds]}::int4[]) and v.kind <> 'area'
     group by v.competency_id order by v.competency_id`.execute(db);
  return rows;
}

/** How many Vietnamese forms in force or proposed each competency has; those that have none are left out. */
export async function countVietnameseForms(db: Kysely<DB>): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; forms: number }>`
    select competency_id as id, count(*)::int4 as forms from lexicon_entry
     where removed_in_revision_id is null and status in ('approved', 'proposed')
       and split_part(lower(language), '-', 1) = 'vi'
     group by competency_id`.execute(db);
  return new Map(rows.map(({ id, forms }) => [id, forms]));
}

/** What competencies in the published versions are called, whatever the language, proposals included. */
export async function listAllForms(
  db: Kysely<DB>,
  versionIds: readonly number[],
): Promise<string[]> {
  const { rows } = await sql<{ form: string }>`
    select distinct e.form from lexicon_entry e
     where e.removed_in_revision_id is null and e.status in ('approved', 'proposed')
       and e.competency_id in (select competency_id from competency_version
                                where framework_version_id = any(${[...versionIds]}::int4[]))`.execute(
    db,
  );
  return rows.map(({ form }) => form);
}

/** The hashes of all questions that a model has answered in words. */
export async function listAnswered(db: Kysely<DB>, model: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('link_endpoint_call')
    .select('prompt_hash')
    .distinct()
    .where('kind', '=', 'chat')
    .where('model', '=', model)
    .where('outcome', '=', 'answered')
    .execute();
  return new Set(rows.map(({ prompt_hash }) => prompt_hash));
}

export async function insertCall(db: Kysely<DB>, call: Call): Promise<void> {
  await db
    .insertInto('link_endpoint_call')
    .values({
      ...{ kind: call.kind, host: call.host, model: call.model, items: call.items },
      ...{ prompt_hash: call.promptHash, outcome: call.outcome, milliseconds: call.milliseconds },
    })
    .execute();
}

export function vectorCache(db: Kysely<DB>): VectorCache {
  return {
    async find(model, hashes) {
      const rows = await db
        .selectFrom('link_endpoint_vector')
        .select(['content_hash', 'vector'])
        .where('model', '=', model)
        .where('content_hash', 'in', hashes.length > 0 ? [...hashes] : [''])
        .execute();
      return new Map(rows.map(({ content_hash, vector }) => [content_hash, vector]));
    },
    async keep(model, vectors) {
      await db
        .insertInto('link_endpoint_vector')
        .values([...vectors].map(([content_hash, vector]) => ({ model, content_hash, vector })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

export interface Opinion {
  competencyId: number;
  place: number | null;
  span: { start: number; end: number } | null;
  origin: 'review' | 'embeddings';
}

export async function hasOpinion(
  db: Kysely<DB>,
  lineHash: string,
  promptHash: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('link_endpoint_opinion')
    .select('line_hash')
    .where('line_hash', '=', lineHash)
    .where('prompt_hash', '=', promptHash)
    .executeTakeFirst();
  return found !== undefined;
}

/** The opinions of a line, in the place of all that was said of it before. */
export async function replaceOpinions(
  trx: Transaction<DB>,
  { lineHash, model, promptHash }: { lineHash: string; model: string; promptHash: string },
  opinions: readonly Opinion[],
): Promise<void> {
  await trx.deleteFrom('link_endpoint_opinion').where('line_hash', '=', lineHash).execute();
  if (opinions.length === 0) return;
  await trx
    .insertInto('link_endpoint_opinion')
    .values(
      opinions.map(({ competencyId, place, span, origin }) => ({
        ...{ line_hash: lineHash, competency_id: competencyId, model, prompt_hash: promptHash },
        ...{ place, origin, span_start: span?.start ?? null, span_end: span?.end ?? null },
      })),
    )
    .execute();
}
