import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LocalText } from '#src/languages/contract.ts';
import type { FormFilter, FormStatus, LexiconSummary } from './contract.ts';

/** Whose lexicon is read, and how much of it the reader may see. */
export interface LexiconView {
  frameworkId: number;
  inUse: boolean;
  ownerOrganisationId: number;
  /** items of drafts too */
  seesDrafts: boolean;
  /** proposed, rejected and ended forms too */
  seesAll: boolean;
}

export interface ListedForm {
  id: number;
  competencyId: number;
  code: string;
  published: boolean;
  form: string;
  language: string;
  caseSensitive: boolean;
  fields: string[] | null;
  status: FormStatus;
  source: string;
  note: string | null;
  texts: number | null;
  proposedByActorId: number | null;
  /** for whom the proposer acted */
  proposedForId: number | null;
  proposedAt: Date | null;
  approvedByActorId: number | null;
  approvedAt: Date | null;
  rejectedByActorId: number | null;
  rejectedAt: Date | null;
  endedByActorId: number | null;
  endedAt: Date | null;
}

const published = sql`exists (
  select from competency_version v join framework_version w on w.id = v.framework_version_id
   where v.competency_id = c.id and w.status in ('published', 'superseded'))`;

const status = sql`case when e.status = 'approved' and e.removed_in_revision_id is not null
                        then 'ended' else e.status end`;

const current = (row: 'e' | 'o') => sql`
  (${sql.ref(`${row}.status`)} = 'proposed'
   or (${sql.ref(`${row}.status`)} = 'approved' and ${sql.ref(`${row}.removed_in_revision_id`)} is null))`;

const seen = (row: 'e' | 'o', { seesDrafts, seesAll }: LexiconView) => sql`
  ${
    seesAll
      ? current(row)
      : sql`${sql.ref(`${row}.status`)} = 'approved' and ${sql.ref(`${row}.removed_in_revision_id`)} is null`
  }
  ${seesDrafts ? sql`` : sql`and ${published}`}`;

/** Of two forms with the same words, case aside, whether a text can be read as both. */
const collide = sql`
  o.competency_id <> e.competency_id
  and not (o.case_sensitive and e.case_sensitive and o.form <> e.form)
  and (o.fields is null or e.fields is null or o.fields && e.fields)`;

/** Frameworks whose forms are read together with those of this one: texts are linked to all that are in use. */
const together = ({ frameworkId, inUse }: LexiconView) =>
  sql`(r.id = ${frameworkId} ${inUse ? sql`or r.in_use` : sql``})`;

/** The forms whose words mean something else too. Only words that stand with two competencies are compared. */
const colliding = (view: LexiconView) => sql`
  with rival as materialized (
    select o.id, o.competency_id, o.form, lower(o.form) as word, o.case_sensitive, o.fields
      from lexicon_entry o
      join competency c on c.id = o.competency_id
      join framework r on r.id = c.framework_id
     where ${together(view)} and ${seen('o', view)}),
  word as materialized (
    select word from rival group by word having min(competency_id) <> max(competency_id)),
  clash as materialized (select rival.* from rival join word using (word))
  select e.id from clash e join clash o on o.word = e.word and ${collide}`;

const ACCENTED = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
const PLAIN = [...ACCENTED.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')].join('');

export const foldedText = (text: RawBuilder<unknown>) =>
  sql`translate(lower(${text}), ${sql.lit(ACCENTED)}, ${sql.lit(PLAIN)})`;

function matching(view: LexiconView, filter: FormFilter): RawBuilder<unknown> {
  const { q, formLanguage, source, competency, competencyId, collisions } = filter;
  const wanted = view.seesAll ? filter.status : 'approved';
  const like = q && `%${q.normalize('NFC').replace(/[\\%_]/g, '\\$&')}%`;
  return sql`
    from lexicon_entry e join competency c on c.id = e.competency_id
   where c.framework_id = ${view.frameworkId}
     ${view.seesDrafts ? sql`` : sql`and ${published}`}
     ${
       wanted === 'all'
         ? sql``
         : wanted === undefined
           ? sql`and ${current('e')}`
           : sql`and ${status} = ${wanted}`
     }
     ${formLanguage ? sql`and e.language = ${formLanguage}` : sql``}
     ${source ? sql`and e.source = ${source}` : sql``}
     ${competency ? sql`and c.code = ${competency}` : sql``}
     ${competencyId === undefined ? sql`` : sql`and c.id = ${competencyId}`}
     ${
       like
         ? sql`and (${foldedText(sql`e.form`)} like ${foldedText(sql`${like}::text`)}
             or ${foldedText(sql`c.code`)} like ${foldedText(sql`${like}::text`)}
             or c.id in (select t.competency_id from competency_text t
                           join framework_version w on w.id = t.framework_version_id
                            and w.framework_id = ${view.frameworkId}
                          where t.field = 'label' and ${foldedText(sql`t.value`)} like ${foldedText(sql`${like}::text`)}
                            and (${view.seesDrafts}::boolean or w.status in ('published', 'superseded'))))`
         : sql``
     }
     ${collisions ? sql`and e.id = any(array(${colliding(view)}))` : sql``}`;
}

export async function countForms(
  db: Kysely<DB>,
  view: LexiconView,
  filter: FormFilter,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int4 as total ${matching(view, filter)}`.execute(db);
  return rows[0]!.total;
}

/** Null where the program itself did it, as with the forms that come with a framework. */
const person = (actor: string) =>
  sql`(select a.id from actor a where a.id = ${sql.ref(actor)} and a.kind = 'person')`;

/** By the code of the competency, the proposed ones first. */
export async function listFormPage(
  db: Kysely<DB>,
  view: LexiconView,
  filter: FormFilter,
  { page, size }: { page: number; size: number },
): Promise<ListedForm[]> {
  const { rows } = await sql<ListedForm>`
    with page as (
      select e.*, ${status} as state, c.code, ${published} as published ${matching(view, filter)}
       order by c.code, e.status = 'proposed' desc, e.language, e.form, e.id
       limit ${size} offset ${(page - 1) * size})
    select p.id, p.competency_id as "competencyId", p.code, p.published, p.form, p.language,
           p.case_sensitive as "caseSensitive", p.fields, p.state as status, p.source, p.note, p.texts,
           p.proposed_by_actor_id as "proposedByActorId", p.proposed_at as "proposedAt",
           (select f.organisation_id from audit_fact f
             where f.actor_id = p.proposed_by_actor_id and f.action = 'form-proposed'
               and f.at <= p.proposed_at + interval '1 minute'
             order by f.id desc limit 1) as "proposedForId",
           ${person('p.approved_by_actor_id')} as "approvedByActorId", added.at as "approvedAt",
           p.rejected_by_actor_id as "rejectedByActorId", p.rejected_at as "rejectedAt",
           ${person('removed.actor_id')} as "endedByActorId", removed.at as "endedAt"
      from page p
      left join lexicon_revision added on added.id = p.added_in_revision_id
      left join lexicon_revision removed on removed.id = p.removed_in_revision_id
     order by p.code, p.status = 'proposed' desc, p.language, p.form, p.id`.execute(db);
  return rows;
}

export interface CollisionRow {
  id: number;
  competencyId: number;
  framework: string;
  code: string;
}

/** What else the words of some forms mean, by the id of the form. */
export async function listCollisions(
  db: Kysely<DB>,
  view: LexiconView,
  forms: readonly ListedForm[],
): Promise<CollisionRow[]> {
  const ids = forms.map(({ id }) => id);
  if (ids.length === 0) return [];
  const { rows } = await sql<CollisionRow>`
    with e as materialized (
      select e.* from lexicon_entry e join competency c on c.id = e.competency_id
       where e.id = any(${ids}::int4[]) and ${seen('e', view)})
    select distinct e.id, o.competency_id as "competencyId", r.code as framework, c.code
      from e
      join lexicon_entry o on lower(o.form) = lower(e.form) and ${collide}
      join competency c on c.id = o.competency_id
      join framework r on r.id = c.framework_id
     where ${together(view)} and ${seen('o', view)}
     order by e.id, r.code, c.code`.execute(db);
  return rows;
}

/** Names as the newest version that the reader may see writes them. */
export async function namesOf(
  db: Kysely<DB>,
  view: Pick<LexiconView, 'seesDrafts'>,
  competencyIds: readonly number[],
): Promise<Map<number, LocalText>> {
  const { rows } = await sql<{ id: number; vi: string | null; en: string | null }>`
    select v.competency_id as id,
           max(t.value) filter (where t.language = 'vi') as vi,
           max(t.value) filter (where t.language = 'en') as en
      from (select distinct on (v.competency_id) v.competency_id, v.framework_version_id
              from competency_version v join framework_version w on w.id = v.framework_version_id
             where v.competency_id = any(${[...new Set(competencyIds)]}::int4[])
               and (${view.seesDrafts}::boolean or w.status in ('published', 'superseded'))
             order by v.competency_id, w.status = 'published' desc, w.id desc) v
      left join competency_text t on t.competency_id = v.competency_id
       and t.framework_version_id = v.framework_version_id and t.field = 'label'
     group by v.competency_id`.execute(db);
  return new Map(rows.map(({ id, vi, en }) => [id, { vi, en }]));
}

export async function summarise(
  db: Kysely<DB>,
  view: LexiconView,
): Promise<Pick<LexiconSummary, 'counts' | 'languages' | 'sources'>> {
  const { rows } = await sql<
    Omit<LexiconSummary['counts'], 'collisions'> & { languages: string[]; sources: string[] }
  >`
    select ${sql.join(
      (['proposed', 'approved', 'rejected', 'ended'] as const).map(
        (one) => sql`count(*) filter (where ${status} = ${one})::int4 as ${sql.ref(one)}`,
      ),
    )},
           coalesce(array_agg(distinct e.language), '{}') as languages,
           coalesce(array_agg(distinct e.source), '{}') as sources
      ${matching(view, { status: 'all' })}`.execute(db);
  const { languages, sources, ...counts } = rows[0]!;
  const collisions = await countForms(db, view, { collisions: true });
  return { counts: { ...counts, collisions }, languages, sources };
}
