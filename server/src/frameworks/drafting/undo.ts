import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { writeAboutFields, aboutFields } from './about.ts';
import { checkReferences, getPart, writePart } from './edit-part.ts';
import { recordEdit } from './record-edit.ts';
import { insertEdits, listEditsOfRevision, type EditRow, type NewEdit } from './edit-queries.ts';
import { fromFields, type PartName } from './fields.ts';
import { same, withChange } from './merge-edit.ts';
import { lockForEdit, type OpenDraft } from './open-draft.ts';
import { listStanding, writeParts, rehash } from './parts.ts';
import { arrange, findPlace, moveTo, siblingAt } from './places.ts';
import { getIdentity } from './identity-queries.ts';
import { takeOut } from './remove-part.ts';

/**
 * Takes back everything that one revision of the draft did, in a new revision; an undo can be undone too.
 *
 * Throws draft-undo-overtaken where what it did has been changed again, draft-undo-impossible for imports.
 */
export async function undoRevision(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  revision: number,
): Promise<{ revision: number }> {
  const draft = await lockForEdit(trx, actor, code);
  const edits = await listEditsOfRevision(trx, draft.versionId, revision);
  if (edits.length === 0) throw new Problem('not-found', { what: `#${revision}` });
  if (edits.some(({ action, before, after }) => action === 'imported' || (!before && !after))) {
    throw new Problem('draft-undo-impossible');
  }
  const undone: NewEdit[] = [];
  for (const edit of inOrderOfUndoing(edits)) undone.push(...(await undoEdit(trx, draft, edit)));
  const made = await insertEdits(
    trx,
    actor,
    draft.versionId,
    undone.map((edit) => ({ ...edit, reason: `undo ${revision}` })),
  );
  await recordEdit(trx, actor, draft, { undone: revision });
  return { revision: made };
}

/** What was removed comes back first, parents before what stands under them; what was added goes last, and the other way round. */
function inOrderOfUndoing(edits: readonly EditRow[]): EditRow[] {
  const added = ({ action }: EditRow) => action === 'created' || action === 'restored';
  const removed = edits.filter(({ action }) => action === 'removed');
  const rest = edits.filter((edit) => !added(edit) && !removed.includes(edit));
  return [...removed, ...rest, ...edits.filter(added).toReversed()];
}

async function undoEdit(trx: Transaction<DB>, draft: OpenDraft, edit: EditRow): Promise<NewEdit[]> {
  if (edit.part === 'whole') return undoWhole(trx, draft, edit);
  const [part, id] = [edit.part, edit.partId!];
  switch (edit.action) {
    case 'removed':
      return [await putBack(trx, draft, part, id, edit)];
    case 'created':
    case 'restored':
      return takeBack(trx, draft, part, id, edit);
    case 'moved':
      return moveBack(trx, draft, part, id, edit);
    default:
      return changeBack(trx, draft, part, id, edit);
  }
}

async function changeBack(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  id: number,
  { before, after }: EditRow,
): Promise<NewEdit[]> {
  const standing = await getPart(trx, draft, part, id);
  const overtaken = Object.entries(after ?? {}).some(
    ([key, value]) => !same(standing.fields[key], value),
  );
  if (overtaken) throw new Problem('draft-undo-overtaken');
  await checkReferences(trx, draft, part, standing, before ?? {});
  await writePart(trx, draft, part, standing, before ?? {});
  return [{ part, id, action: 'changed', before: after, after: before }];
}

async function moveBack(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  id: number,
  { before, after }: EditRow,
): Promise<NewEdit[]> {
  const { fields } = await getPart(trx, draft, part, id);
  if (!same(fields.parent, after?.parent)) throw new Problem('draft-undo-overtaken');
  const place = await placeAgain(trx, draft, part, id, before?.parent, before?.sequence);
  const changed = await moveTo(trx, draft, part, id, place);
  return changed ? [{ part, id, action: 'moved', ...changed }] : [];
}

/** Throws draft-undo-overtaken where something has been put under it meanwhile, or it was changed. */
async function takeBack(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  id: number,
  { after }: EditRow,
): Promise<NewEdit[]> {
  const { fields } = await getPart(trx, draft, part, id);
  const { sequence: _, ...made } = after ?? {};
  const changed = [...new Set([...Object.keys(made), ...Object.keys(fields)])].some(
    (key) => key !== 'sequence' && !same(fields[key], made[key]),
  );
  const edits = changed ? [] : await takeOut(trx, draft, part, id);
  if (edits.length !== 1) throw new Problem('draft-undo-overtaken');
  return edits;
}

async function putBack(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  id: number,
  { before }: EditRow,
): Promise<NewEdit> {
  const standing = await listStanding(trx, draft.versionId, part);
  if (standing.some((one) => one.id === id)) throw new Problem('draft-undo-overtaken');
  const fields = before!;
  await checkReferences(trx, draft, part, undefined, { code: fields.code });
  const place = await placeAgain(trx, draft, part, id, fields.parent, fields.sequence);
  const identity = await getIdentity(trx, part, id);
  const back = withChange(fields, { parent: place.parent, sequence: place.end });
  await writeParts(trx, draft, part, [fromFields(part, identity, back)]);
  await rehash(trx, draft.versionId, part, [id]);
  await arrange(trx, draft, part, id, place);
  const { fields: after } = await getPart(trx, draft, part, id);
  return { part, id, action: 'restored', before: null, after };
}

/** Where it stood; at the top where what it stood under is gone. */
async function placeAgain(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  id: number,
  parent: unknown,
  sequence: unknown,
) {
  const standing = await listStanding(trx, draft.versionId, part);
  const parentId = standing.find((one) => one.sourceId === parent)?.id ?? null;
  const at = typeof sequence === 'number' ? sequence : 0;
  const beforeId = await siblingAt(trx, draft, part, parentId, at, id);
  return findPlace(standing, { parentId, beforeId }, id);
}

async function undoWhole(
  trx: Transaction<DB>,
  draft: OpenDraft,
  { before, after }: EditRow,
): Promise<NewEdit[]> {
  const standing = await aboutFields(trx, draft.versionId);
  const keys = Object.keys(after ?? {});
  if (keys.some((key) => key.startsWith('scale '))) throw new Problem('draft-undo-impossible');
  if (keys.some((key) => !same(standing[key], after?.[key]))) {
    throw new Problem('draft-undo-overtaken');
  }
  await writeAboutFields(trx, draft, before ?? {});
  return [{ part: null, id: null, action: 'changed', before: after, after: before }];
}
