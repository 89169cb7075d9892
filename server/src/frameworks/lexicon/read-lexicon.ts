import { sql, type Kysely } from 'kysely';
import { actsFor, hasRole, isMember, type Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { LocalText } from '#src/languages/contract.ts';
import { mayDraft, mayProposeForms } from '../drafting/access.ts';
import { readDoers, type Did } from '../drafting/doers.ts';
import type {
  FormFilter,
  LexiconCompetency,
  LexiconForm,
  LexiconPage,
  LexiconSummary,
} from './contract.ts';
import { findCompetencies } from './competency-choice-queries.ts';
import {
  countForms,
  listCollisions,
  listFormPage,
  namesOf,
  summarise,
  type LexiconView,
  type ListedForm,
} from './form-list-queries.ts';

/** One page of the forms of a framework, with who proposed and approved them and what else they mean. */
export async function readLexicon(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  filter: FormFilter,
  paging: { page: number; size: number },
): Promise<LexiconPage> {
  const view = await getLexiconView(db, actor, code);
  const rows = await listFormPage(db, view, filter, paging);
  return {
    total: await countForms(db, view, filter),
    items: await describe(db, actor, view, rows),
  };
}

/** How many there are of what, and what the reader may do here. */
export async function readLexiconSummary(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
): Promise<LexiconSummary> {
  const { title, published, ...view } = await getLexiconView(db, actor, code);
  return {
    framework: { code, title, inUse: view.inUse, published },
    ...(await summarise(db, view)),
    may: {
      propose: mayProposeForms(actor),
      decide: mayDraft(actor) && actsFor(actor, view.ownerOrganisationId),
    },
  };
}

/** Competencies for which a form may be proposed, by their codes and names. */
export async function readCompetencyChoice(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  q: string,
): Promise<LexiconCompetency[]> {
  const view = await getLexiconView(db, actor, code);
  const found = await findCompetencies(db, view, q);
  const names = await namesOf(
    db,
    view,
    found.map(({ id }) => id),
  );
  return found.map((one) => ({ ...one, label: names.get(one.id) ?? { vi: null, en: null } }));
}

/** Throws not-found: also for what only a draft knows, to whoever may not see it. */
export async function getLexiconView(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
): Promise<LexiconView & { title: LocalText; published: boolean }> {
  const { rows } = await sql<{
    frameworkId: number;
    inUse: boolean;
    ownerOrganisationId: number;
    published: boolean;
    vi: string | null;
    en: string | null;
  }>`
    select f.id as "frameworkId", f.in_use as "inUse", f.owner_organisation_id as "ownerOrganisationId",
           v.status in ('published', 'superseded') as published,
           max(t.value) filter (where t.language = 'vi') as vi,
           max(t.value) filter (where t.language = 'en') as en
      from framework f
      join lateral (select w.id, w.status from framework_version w where w.framework_id = f.id
                     order by w.status = 'published' desc, w.status = 'superseded' desc, w.id desc limit 1) v on true
      left join framework_version_text t on t.framework_version_id = v.id and t.field = 'title'
     where f.code = ${code}
     group by f.id, v.status`.execute(db);
  const found = rows[0];
  const seesDrafts =
    found !== undefined &&
    (hasRole(actor, 'secretariat') ||
      (isMember(actor) && actsFor(actor, found.ownerOrganisationId)));
  if (!found || !(found.published || seesDrafts)) throw new Problem('not-found', { what: code });
  const { vi, en, ...view } = found;
  return { ...view, seesDrafts, seesAll: isMember(actor), title: { vi, en } };
}

/** The forms with the names of everything that they point to. */
export async function describe(
  db: Kysely<DB>,
  actor: Actor,
  view: LexiconView,
  rows: readonly ListedForm[],
): Promise<LexiconForm[]> {
  const collisions = await listCollisions(db, view, rows);
  const names = await namesOf(
    db,
    view,
    [...rows, ...collisions].map(({ competencyId }) => competencyId),
  );
  const nameOf = (id: number) => names.get(id) ?? { vi: null, en: null };
  const doer = await readDoers(
    db,
    actor,
    rows.flatMap((row) => didOf(view, row)),
  );
  const done = (actorId: number | null, organisationId: number | null, at: Date | null) =>
    actorId === null && at === null
      ? null
      : {
          by:
            actorId === null
              ? null
              : doer({ actorId, organisationId: organisationId ?? view.ownerOrganisationId }),
          at: at?.toISOString() ?? null,
        };
  const collisionsOf = Map.groupBy(collisions, ({ id }) => id);
  return rows.map((row) => ({
    ...{ id: row.id, form: row.form, language: row.language, caseSensitive: row.caseSensitive },
    ...{ fields: row.fields, status: row.status, source: row.source, note: row.note },
    texts: row.texts,
    competency: {
      ...{ id: row.competencyId, code: row.code, published: row.published },
      label: nameOf(row.competencyId),
    },
    proposed: done(row.proposedByActorId, row.proposedForId, row.proposedAt),
    approved: done(row.approvedByActorId, null, row.approvedAt),
    rejected: done(row.rejectedByActorId, null, row.rejectedAt),
    ended: done(row.endedByActorId, null, row.endedAt),
    collisions: (collisionsOf.get(row.id) ?? []).map(({ framework, code, competencyId }) => ({
      ...{ framework, code, label: nameOf(competencyId) },
    })),
  }));
}

function didOf(view: LexiconView, row: ListedForm): Did[] {
  const own = view.ownerOrganisationId;
  return [
    { actorId: row.proposedByActorId, organisationId: row.proposedForId ?? own },
    { actorId: row.approvedByActorId, organisationId: own },
    { actorId: row.rejectedByActorId, organisationId: own },
    { actorId: row.endedByActorId, organisationId: own },
  ].filter((did): did is Did => did.actorId !== null);
}
