import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { checkChange } from './check-change.ts';
import type { Conflict, DraftPart, EditPart, Fields } from './contract.ts';
import { readDoers } from './doers.ts';
import { insertEdits, listEditsSince, type EditRow } from './edit-queries.ts';
import { fromFields, ORIGIN, RELATION, REQUIREMENT, type PartName } from './fields.ts';
import { recordEdit } from './record-edit.ts';
import { mergeEdit, withChange, type Merged } from './merge-edit.ts';
import { lockForEdit, type OpenDraft } from './open-draft.ts';
import {
  listStanding,
  markReviewed,
  readParts,
  rehash,
  writeParts,
  type StandingPart,
} from './parts.ts';

export type EditOutcome =
  { revision: number; part: DraftPart | null } | { revision: number; conflicts: Conflict[] };

/**
 * Changes fields of an item or a role of the draft. What others changed since the editor read it merges by
 * itself where it is in other fields; where it is in the same one nothing is written, and both wordings come
 * back as conflicts.
 *
 * Throws not-found, not-allowed, framework-in-review, draft-part-removed, draft-field-invalid, draft-code-taken.
 */
export async function editPart(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  part: PartName,
  id: number,
  { seen, change }: EditPart,
): Promise<EditOutcome> {
  const draft = await lockForEdit(trx, actor, code);
  const standing = await getPart(trx, draft, part, id);
  const wanted = checkChange(part, change, standing.fields);
  const since = await listEditsSince(trx, draft.versionId, { part, id }, seen);
  const merged = mergeEdit(standing.fields, wanted, since);
  if (merged.conflicts.length > 0) {
    const conflicts = await shownConflicts(trx, actor, merged.conflicts);
    return { revision: draft.revision, conflicts };
  }
  if (Object.keys(merged.after).length === 0)
    return shownPart(trx, draft.versionId, part, id, draft.revision);
  await checkReferences(trx, draft, part, standing, merged.after);
  await writePart(trx, draft, part, standing, merged.after);
  for (const [key, value] of Object.entries(merged.after)) {
    const text = ORIGIN.exec(key)?.[1];
    if (text !== undefined && value === null && !(text in merged.after)) {
      await markReviewed(trx, draft.versionId, part, id, text, actor.id);
    }
  }
  const { before, after } = merged;
  const revision = await insertEdits(trx, actor, draft.versionId, [
    { part, id, action: 'changed', before, after },
  ]);
  await recordEdit(trx, actor, draft, {
    ...{ part, entry: standing.sourceId, fields: Object.keys(after).join(', ').slice(0, 500) },
  });
  return shownPart(trx, draft.versionId, part, id, revision);
}

/** Throws draft-part-removed where it stood once, not-found where it never did. */
export async function getPart(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  id: number,
): Promise<StandingPart> {
  const [standing] = await readParts(trx, draft.versionId, part, [id]);
  if (standing) return standing;
  const edits = await listEditsSince(trx, draft.versionId, { part, id }, 0);
  const removed = edits.findLast(({ action }) => action === 'removed');
  if (removed) throw new Problem('draft-part-removed', { code: removed.partLabel ?? '' });
  throw new Problem('not-found', { what: `#${id}` });
}

export async function writePart(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  standing: StandingPart,
  change: Fields,
): Promise<void> {
  const fields = withChange(standing.fields, change);
  await writeParts(trx, draft, part, [fromFields(part, standing, fields)]);
  await rehash(trx, draft.versionId, part, [standing.id]);
}

/** What a change names has to stand in the draft, or it would silently be left out. */
export async function checkReferences(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  standing: Pick<StandingPart, 'id' | 'sourceId'> | undefined,
  change: Fields,
): Promise<void> {
  if (typeof change.code === 'string') {
    const taken = (await listStanding(trx, draft.versionId, part)).find(
      (one) => one.code === change.code && one.id !== standing?.id,
    );
    if (taken) throw new Problem('draft-code-taken', { code: change.code });
  }
  const pointing = Object.entries(change).flatMap(([key, value]) => {
    const to = (RELATION.exec(key)?.[2] ?? REQUIREMENT.exec(key)?.[1]) as string | undefined;
    return to !== undefined && value !== null ? [{ key, to }] : [];
  });
  if (pointing.length === 0) return;
  const items = await listStanding(trx, draft.versionId, 'item');
  const known = new Set(items.map(({ sourceId }) => sourceId));
  const lost = pointing.find(
    ({ to }) => !known.has(to) || (part === 'item' && to === standing?.sourceId),
  );
  if (lost) throw new Problem('draft-field-invalid', { field: lost.key.slice(0, 100) });
}

export async function shownConflicts(
  trx: Transaction<DB>,
  actor: Actor,
  conflicts: Merged['conflicts'],
): Promise<Conflict[]> {
  const edits = conflicts.map(({ edit }) => edit as EditRow);
  const doer = await readDoers(trx, actor, edits);
  return conflicts.map(({ field, base, theirs, yours }, at) => ({
    ...{ field, base, theirs, yours },
    ...{ by: doer(edits[at]!), at: edits[at]!.at.toISOString() },
  }));
}

export async function shownPart(
  trx: Transaction<DB>,
  versionId: number,
  part: PartName,
  id: number,
  revision: number,
): Promise<{ revision: number; part: DraftPart | null }> {
  const [found] = await readParts(trx, versionId, part, [id]);
  if (!found) return { revision, part: null };
  const { uri: _, ...shown } = found;
  return { revision, part: { ...shown, seen: revision } };
}
