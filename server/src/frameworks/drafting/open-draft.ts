import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { editsDraft, seesDraft, type DraftParties } from './access.ts';

/** The one open version of a framework. */
export interface OpenDraft extends DraftParties {
  versionId: number;
  frameworkId: number;
  code: string;
  inUse: boolean;
  version: string;
  status: 'draft' | 'in-review';
  revision: number;
  basedOnVersionId: number | null;
  reason: string;
  licence: string;
}

/** Whoever it is hidden from: ask `seesDraft`. */
export async function findOpenDraft(
  db: Kysely<DB>,
  code: string,
  lock = false,
): Promise<OpenDraft | undefined> {
  const { rows } = await sql<OpenDraft>`
    select v.id as "versionId", f.id as "frameworkId", f.code, f.in_use as "inUse", v.version, v.status,
           v.revision, v.based_on_version_id as "basedOnVersionId", v.reason, v.licence,
           f.owner_organisation_id as "ownerOrganisationId",
           (select r.reviewing_organisation_id from framework_review r
             where r.framework_version_id = v.id and r.decision is distinct from 'withdrawn'
             order by r.id desc limit 1) as "reviewingOrganisationId"
      from framework_version v join framework f on f.id = v.framework_id
     where f.code = ${code} and v.status in ('draft', 'in-review')
     ${lock ? sql`for update of v` : sql``}`.execute(db);
  return rows[0];
}

/** Throws not-found for whoever may not see it, so that nobody learns what others draft. */
export async function getOpenDraft(db: Kysely<DB>, actor: Actor, code: string): Promise<OpenDraft> {
  return seen(actor, code, await findOpenDraft(db, code));
}

/** Until the transaction ends nobody else changes it: edits of one draft come one after the other. */
export async function lockOpenDraft(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
): Promise<OpenDraft> {
  return seen(actor, code, await findOpenDraft(trx, code, true));
}

/** For a change of its content. Throws not-found, not-allowed, framework-in-review. */
export async function lockForEdit(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
): Promise<OpenDraft> {
  const draft = await lockOpenDraft(trx, actor, code);
  if (!editsDraft(actor, draft)) throw new Problem('not-allowed', { what: code });
  if (draft.status !== 'draft') throw new Problem('framework-in-review', { code });
  return draft;
}

function seen(actor: Actor, code: string, draft: OpenDraft | undefined): OpenDraft {
  if (!draft || !seesDraft(actor, draft)) throw new Problem('not-found', { what: code });
  return draft;
}
