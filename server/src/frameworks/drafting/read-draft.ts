import type { Kysely } from 'kysely';
import { hasRole, type Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { localText } from '#src/languages/local-text.ts';
import { readAbout } from '../read-version.ts';
import { listReviews } from '../review/review-queries.ts';
import { aboutFields } from './about.ts';
import { decidesOnDraft, discussesDraft, editsDraft } from './access.ts';
import type { Draft, DraftPart, DraftTree, Edit, TextOrigin } from './contract.ts';
import { readDoers } from './doers.ts';
import { countOf, listTree, organisationNames, versionLabelOf } from './draft-reading-queries.ts';
import { getPart } from './edit-part.ts';
import { listEdits } from './edit-queries.ts';
import type { PartName } from './fields.ts';
import { getOpenDraft, type OpenDraft } from './open-draft.ts';

/** The open draft, as far as it is the reader's affair: how it stands, who reviews it, what the reader may do. */
export async function readDraft(db: Kysely<DB>, actor: Actor, code: string): Promise<Draft> {
  const draft = await getOpenDraft(db, actor, code);
  const about = await readAbout(db, draft.versionId);
  const fields = await aboutFields(db, draft.versionId);
  const basedOn = await versionLabelOf(db, draft.basedOnVersionId);
  const names = await organisationNames(db, [draft.ownerOrganisationId]);
  const { version, status, revision, inUse, reason, licence } = draft;
  return {
    ...{ code, version, status, revision, inUse, reason, basedOn },
    owner: {
      id: draft.ownerOrganisationId,
      name: localText(names.get(draft.ownerOrganisationId) ?? []),
    },
    about: {
      ...{ licence, version },
      texts: about.texts.map((text) => ({
        ...text,
        origin: (fields[`origin ${text.field} ${text.language}`] as TextOrigin) ?? 'person',
      })),
    },
    counts: await countOf(db, draft),
    reviews: await shownReviews(db, actor, draft),
    may: {
      edit: editsDraft(actor, draft) && status === 'draft',
      submit: editsDraft(actor, draft) && status === 'draft',
      comment: discussesDraft(actor, draft),
      decide: decidesOnDraft(actor, draft) && status === 'in-review',
      publish: hasRole(actor, 'secretariat'),
    },
  };
}

async function shownReviews(
  db: Kysely<DB>,
  actor: Actor,
  draft: OpenDraft,
): Promise<Draft['reviews']> {
  const rows = await listReviews(db, draft.versionId);
  const names = await organisationNames(
    db,
    rows.map((row) => row.reviewingOrganisationId),
  );
  const asked = rows.map((row) => ({
    ...{ actorId: row.requestedByActorId, organisationId: draft.ownerOrganisationId },
  }));
  const decided = rows.map((row) => ({
    actorId: row.decidedByActorId ?? 0,
    organisationId:
      row.decision === 'withdrawn' ? draft.ownerOrganisationId : row.reviewingOrganisationId,
  }));
  const doer = await readDoers(db, actor, [...asked, ...decided]);
  return rows.map((row, at) => ({
    ...{ id: row.id, organisationId: row.reviewingOrganisationId, note: row.note },
    organisation: localText(names.get(row.reviewingOrganisationId) ?? []),
    requestedAt: row.requestedAt.toISOString(),
    requestedBy: doer(asked[at]!),
    decision: row.decision,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedByActorId === null ? null : doer(decided[at]!),
    current: row.revision === draft.revision,
  }));
}

/** Every item or role of the draft in one line each, siblings in their order. */
export async function readTree(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  part: PartName,
): Promise<DraftTree> {
  const { versionId, revision } = await getOpenDraft(db, actor, code);
  const rows = await listTree(db, versionId, part);
  const entries = rows.map(({ labels, ...row }) => ({ ...row, label: localText(labels) }));
  return { revision, entries };
}

/** One item or role with the revision that an edit of it carries: read in one snapshot, so that the two belong together. */
export async function readPart(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  part: PartName,
  id: number,
): Promise<DraftPart> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const draft = await getOpenDraft(trx, actor, code);
      const { uri: _, ...standing } = await getPart(trx, draft, part, id);
      return { ...standing, seen: draft.revision };
    });
}

/** What was done to one part in all versions, or in the open draft as a whole: the newest first. */
export async function readHistory(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  of: { part: PartName; id: number } | undefined,
  page: { before: number | undefined; limit: number },
): Promise<Edit[]> {
  const draft = await getOpenDraft(db, actor, code);
  const rows = await listEdits(db, draft.frameworkId, of ?? draft, page);
  const doer = await readDoers(db, actor, rows);
  const editable = editsDraft(actor, draft) && draft.status === 'draft';
  return rows.map((row) => ({
    ...{ id: row.id, revision: row.revision, version: row.version, at: row.at.toISOString() },
    ...{ by: doer(row), action: row.action, part: row.part, partId: row.partId },
    ...{ partLabel: row.partLabel ?? '', before: row.before, after: row.after },
    reason: row.reason,
    undoable: editable && row.current && isUndoable(row),
  }));
}

function isUndoable({
  action,
  part,
  before,
  after,
}: Pick<Edit, 'action' | 'part' | 'before' | 'after'>) {
  if (action === 'imported' || (!before && !after)) return false;
  if (part !== 'whole') return true;
  const scale = Object.keys(after ?? {}).some((key) => key.startsWith('scale '));
  return action === 'changed' && !scale;
}
