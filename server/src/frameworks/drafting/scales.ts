import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { contentHash, type ScaleRow } from '../importing/framework-row.ts';
import { readScales } from '../read-version.ts';
import { moveToEdition, writeScale } from '../scale-queries.ts';
import type { DraftScale } from './contract.ts';
import { recordEdit } from './record-edit.ts';
import { insertEdits } from './edit-queries.ts';
import { getOpenDraft, lockForEdit } from './open-draft.ts';
import { rehash } from './parts.ts';
import {
  findScale,
  listItemsOnScale,
  listScaleMarks,
  listUsedLevels,
  readScaleRow,
  rewriteScale,
} from './scale-edit-queries.ts';

/** The scales of a draft: its own, those that it uses, and those that belong to no framework. */
export async function readDraftScales(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
): Promise<DraftScale[]> {
  const draft = await getOpenDraft(db, actor, code);
  const used = await readScales(db, draft.versionId);
  const marks = await listScaleMarks(db);
  const rest = marks.filter(
    (mark) => mark.frameworkId === null && !used.some((one) => one.code === mark.code),
  );
  const shared = await Promise.all(rest.map(({ id }) => readScaleRow(db, id)));
  return [...used, ...shared].map(({ type: _, ...scale }) => scale);
}

/**
 * Writes a scale of the framework. Where a published version or an equating uses it, the words that they
 * saw stay and a new edition takes their place in the draft; else it is changed where it stands.
 *
 * Throws scale-of-another-framework, level-in-use.
 */
export async function saveScale(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  wanted: DraftScale,
): Promise<{ revision: number }> {
  const draft = await lockForEdit(trx, actor, code);
  const row: ScaleRow = { type: 'scale', ...tidied(wanted) };
  const standing = await findScale(trx, row.code);
  if (standing && standing.frameworkId !== draft.frameworkId) {
    throw new Problem('scale-of-another-framework', { scale: row.code });
  }
  if (standing?.hash === contentHash(row)) return { revision: draft.revision };
  const before = standing ? await readScaleRow(trx, standing.id) : null;
  if (standing) {
    const levels = new Set(row.levels.map(({ level }) => level));
    const used = await listUsedLevels(trx, draft.versionId, standing.id, !standing.kept);
    const lost = used.find((level) => !levels.has(level));
    if (lost !== undefined) throw new Problem('level-in-use', { level: lost, scale: row.code });
  }
  if (standing && !standing.kept) await rewriteScale(trx, standing.id, row);
  else {
    const id = await writeScale(trx, draft.frameworkId, row, 'person');
    if (standing) await moveToEdition(trx, draft.versionId, standing.id, id);
  }
  await rehash(
    trx,
    draft.versionId,
    'item',
    await listItemsOnScale(trx, draft.versionId, row.code),
  );
  const key = `scale ${row.code}`;
  const revision = await insertEdits(trx, actor, draft.versionId, [
    {
      ...{ part: null, id: null, action: standing ? 'changed' : 'created' },
      before: before && { [key]: before },
      after: { [key]: row },
    },
  ]);
  await recordEdit(trx, actor, draft, { scale: row.code });
  return { revision };
}

function tidied(scale: DraftScale): DraftScale {
  const kept = <T extends { value: string }>(texts: readonly T[]) =>
    texts
      .map((text) => ({ ...text, value: text.value.normalize('NFC').trim() }))
      .filter(({ value }) => value !== '');
  return {
    ...scale,
    texts: kept(scale.texts),
    levels: scale.levels
      .map((level) => ({ ...level, texts: kept(level.texts) }))
      .sort((a, b) => a.level - b.level),
  };
}
