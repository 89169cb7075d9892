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

export interface Named {
  id: number;
  labels: string[];
  definition: string | null;
  /** Vietnamese forms in force or proposed. */
  forms: string[];
}

/** Competencies of the published versions, those with the fewest Vietnamese forms first. */
export async function listByForms(db: Kysely<DB>, versionIds: readonly number[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select v.competency_id as id,
           coalesce(json_agg(distinct t.value) filter (where t.field = 'label'), '[]') as labels,
           min(t.value) filter (where t.field = 'definition') as definition,
           array(select e.form from lexicon_entry e
                  where e.competency_id = v.competency_id and e.removed_in_revision_id is null
                    and e.status in ('approved', 'proposed') and split_part(lower(e.language), '-', 1) = 'vi'
                  order by e.form) as forms
      from competency_version v
      join competency_text t on t.competency_id = v.competency_id
                            and t.framework_version_id = v.framework_version_id
     where v.framework_version_id = any(${[...versionIds]}::int4[]) and v.kind <> 'area'
     group by v.competency_id
     order by cardinality(array(select e.form from lexicon_entry e
                                 where e.competency_id = v.competency_id and e.removed_in_revision_id is null
                                   and e.status in ('approved', 'proposed')
                                   and split_part(lower(e.language), '-', 1) = 'vi')), v.competency_id`.execute(
    db,
  );
  return rows;
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

/** Which of some questions were answered once. */
export async function answeredBefore(db: Kysely<DB>, hash: string): Promise<boolean> {
  const found = await db
    .selectFrom('link_endpoint_call')
    .select('id')
    .where('kind', '=', 'chat')
    .where('prompt_hash', '=', hash)
    .where('outcome', '=', 'answered')
    .executeTakeFirst();
  return found !== undefined;
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
