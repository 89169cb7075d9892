import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { checkChange } from './check-change.ts';
import type { AddPart, MovePart } from './contract.ts';
import {
  checkReferences,
  getPart,
  shownConflicts,
  shownPart,
  type EditOutcome,
} from './edit-part.ts';
import { recordEdit } from './record-edit.ts';
import { insertEdits, listEditsSince } from './edit-queries.ts';
import { fromFields, type PartName } from './fields.ts';
import { withChange } from './merge-edit.ts';
import { lockForEdit, type OpenDraft } from './open-draft.ts';
import { listStanding, writeParts } from './parts.ts';
import { arrange, findPlace, moveTo } from './places.ts';

/**
 * A new item or role at a place. The code that it begins with names it for good, unless an earlier one of
 * this framework was named so.
 *
 * Throws not-allowed, framework-in-review, draft-code-taken, draft-field-invalid, draft-place-invalid.
 */
export async function addPart(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  part: PartName,
  wanted: AddPart,
): Promise<EditOutcome> {
  const draft = await lockForEdit(trx, actor, code);
  const place = findPlace(await listStanding(trx, draft.versionId, part), wanted);
  const said = checkChange(part, { ...wanted.fields, code: wanted.code, kind: wanted.kind }, {});
  await checkReferences(trx, draft, part, undefined, said);
  const fields = withChange({ ...said, parent: place.parent, sequence: place.end }, {});
  const uuid = randomUUID();
  const sourceId = await freeSourceId(trx, draft, part, wanted.code, uuid);
  await writeParts(trx, draft, part, [fromFields(part, { sourceId, uuid, uri: null }, fields)]);
  const id = (await idOf(trx, draft, part, sourceId))!;
  await arrange(trx, draft, part, id, place);
  const { fields: after } = await getPart(trx, draft, part, id);
  const revision = await insertEdits(trx, actor, draft.versionId, [
    { part, id, action: 'created', before: null, after },
  ]);
  await recordEdit(trx, actor, draft, { part, entry: sourceId, added: true });
  return shownPart(trx, draft.versionId, part, id, revision);
}

/**
 * Puts a part under another parent, or elsewhere among its siblings. Two people who only reorder do not
 * disturb each other; two who give it different parents do.
 */
export async function movePart(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  part: PartName,
  id: number,
  wanted: MovePart,
): Promise<EditOutcome> {
  const draft = await lockForEdit(trx, actor, code);
  const { fields } = await getPart(trx, draft, part, id);
  const place = findPlace(await listStanding(trx, draft.versionId, part), wanted, id);
  const theirs = (fields.parent as string | undefined) ?? null;
  const since = await listEditsSince(trx, draft.versionId, { part, id }, wanted.seen);
  const moved = since.findLast(({ before, after }) => before?.parent !== after?.parent);
  if (moved && place.parent !== theirs && moved.action === 'moved') {
    const base = moved.before?.parent ?? null;
    const conflict = { field: 'parent', base, theirs, yours: place.parent, edit: moved };
    const conflicts = await shownConflicts(trx, actor, [conflict]);
    return { revision: draft.revision, conflicts };
  }
  const changed = await moveTo(trx, draft, part, id, place);
  if (!changed) return shownPart(trx, draft.versionId, part, id, draft.revision);
  const revision = await insertEdits(trx, actor, draft.versionId, [
    { part, id, action: 'moved', ...changed },
  ]);
  await recordEdit(trx, actor, draft, { part, entry: fields.code, moved: true });
  return shownPart(trx, draft.versionId, part, id, revision);
}

async function freeSourceId(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  code: string,
  uuid: string,
): Promise<string> {
  return (await idOf(trx, draft, part, code)) === undefined ? code : uuid;
}

async function idOf(
  trx: Transaction<DB>,
  { frameworkId }: OpenDraft,
  part: PartName,
  sourceId: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(part === 'item' ? 'competency' : 'role')}
     where framework_id = ${frameworkId} and source_id = ${sourceId}`.execute(trx);
  return rows[0]?.id;
}
