import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import type { RemovePart } from './contract.ts';
import { getPart, shownConflicts, type EditOutcome } from './edit-part.ts';
import { recordEdit } from './record-edit.ts';
import { insertEdits, listEditsSince, type NewEdit } from './edit-queries.ts';
import type { PartName } from './fields.ts';
import { lockForEdit, type OpenDraft } from './open-draft.ts';
import { deleteParts, listStanding, readParts, rehash } from './parts.ts';
import { subtree } from './place.ts';
import { listPointing } from './pointing-queries.ts';

/**
 * Takes a part out of the draft with everything under it, and with what points at it: all in one revision,
 * so that one undo brings all of it back. Where somebody has edited it since the editor read it, nothing is
 * removed and the editor is told.
 */
export async function removePart(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  part: PartName,
  id: number,
  { seen, reason }: RemovePart,
): Promise<EditOutcome> {
  const draft = await lockForEdit(trx, actor, code);
  const standing = await getPart(trx, draft, part, id);
  const since = await listEditsSince(trx, draft.versionId, { part, id }, seen);
  const others = since.findLast(({ actorId }) => actorId !== actor.id);
  if (others) {
    const [field = 'code', theirs = null] = Object.entries(others.after ?? {})[0] ?? [];
    const base = others.before?.[field] ?? null;
    const conflict = { field, base, theirs, yours: null, edit: others };
    return {
      revision: draft.revision,
      conflicts: await shownConflicts(trx, actor, [conflict]),
    };
  }
  const edits = await takeOut(trx, draft, part, id);
  const revision = await insertEdits(
    trx,
    actor,
    draft.versionId,
    edits.map((edit) => ({ ...edit, reason: reason || null })),
  );
  const entries = edits.filter(({ action }) => action === 'removed').length;
  await recordEdit(trx, actor, draft, { part, entry: standing.sourceId, removed: entries });
  return { revision, part: null };
}

/** The edits that describe it, those of what pointed there included. */
export async function takeOut(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  id: number,
): Promise<NewEdit[]> {
  const standing = await listStanding(trx, draft.versionId, part);
  const ids = subtree(new Map(standing.map((one) => [one.id, one.parentId])), id);
  const gone = await readParts(trx, draft.versionId, part, ids);
  const byId = new Map(gone.map((one) => [one.id, one]));
  const pointing = part === 'item' ? await listPointing(trx, draft.versionId, ids) : [];
  await deleteParts(trx, draft.versionId, part, ids);
  const edits: NewEdit[] = ids.map((one) => ({
    ...{ part, id: one, action: 'removed', before: byId.get(one)!.fields, after: null },
  }));
  for (const [name, group] of Map.groupBy(pointing, (one) => one.part)) {
    for (const [other, fields] of Map.groupBy(group, (one) => one.id)) {
      edits.push({
        ...{ part: name, id: other, action: 'changed' },
        before: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
        after: Object.fromEntries(fields.map(({ key }) => [key, null])),
      });
    }
    await rehash(trx, draft.versionId, name, [...new Set(group.map((one) => one.id))]);
  }
  return edits;
}
