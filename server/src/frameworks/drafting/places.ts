import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Fields } from './contract.ts';
import { getPart, writePart } from './edit-part.ts';
import type { PartName } from './fields.ts';
import type { OpenDraft } from './open-draft.ts';
import { listStanding, orderSiblings, rehash, type Standing } from './parts.ts';
import { isWithin, placed } from './place.ts';

export interface Place {
  parentId: number | null;
  /** sourceId of the parent */
  parent: string | null;
  beforeId: number | null;
  /** in their order, without the part that goes there */
  siblings: number[];
  /** the number after that of the last sibling */
  end: number;
}

/** Throws draft-place-invalid: the place is gone, or lies inside what is to go there. */
export function findPlace(
  standing: readonly Standing[],
  { parentId, beforeId }: { parentId: number | null; beforeId: number | null },
  id?: number,
): Place {
  const parent = standing.find((one) => one.id === parentId);
  const inside =
    id !== undefined &&
    isWithin(new Map(standing.map((one) => [one.id, one.parentId])), parentId, id);
  const others = standing.filter((one) => one.parentId === parentId && one.id !== id);
  const siblings = others.map((one) => one.id);
  const lost = beforeId !== null && beforeId !== id && !siblings.includes(beforeId);
  if ((parentId !== null && !parent) || inside || lost) throw new Problem('draft-place-invalid');
  const end = Math.max(0, ...others.map(({ sequence }) => sequence)) + 1;
  return { parentId, parent: parent?.sourceId ?? null, beforeId, siblings, end };
}

/** Numbers the siblings with the part in its place, and hashes anew what got another number. */
export async function arrange(
  trx: Transaction<DB>,
  { versionId }: OpenDraft,
  part: PartName,
  id: number,
  { siblings, beforeId }: Place,
): Promise<void> {
  const order = placed([...siblings, id], id, beforeId)!;
  const moved = await orderSiblings(trx, versionId, part, order);
  await rehash(trx, versionId, part, [...moved, id]);
}

/** What changed by it; undefined where the part stands there already. */
export async function moveTo(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  id: number,
  place: Place,
): Promise<{ before: Fields; after: Fields } | undefined> {
  const standing = await getPart(trx, draft, part, id);
  const parent = (standing.fields.parent as string | undefined) ?? null;
  if (place.beforeId === id) return undefined;
  if (parent !== place.parent) {
    await writePart(trx, draft, part, standing, { parent: place.parent, sequence: place.end });
  }
  await arrange(trx, draft, part, id, place);
  if (parent !== place.parent) await closeGap(trx, draft, part, parent);
  const { fields } = await getPart(trx, draft, part, id);
  if (parent === place.parent && fields.sequence === standing.fields.sequence) return undefined;
  const { sequence = 0 } = standing.fields;
  return {
    before: { parent, sequence },
    after: { parent: place.parent, sequence: fields.sequence ?? 0 },
  };
}

async function closeGap(
  trx: Transaction<DB>,
  { versionId }: OpenDraft,
  part: PartName,
  parent: string | null,
): Promise<void> {
  const standing = await listStanding(trx, versionId, part);
  const parentId = standing.find(({ sourceId }) => sourceId === parent)?.id ?? null;
  const left = standing.filter((one) => one.parentId === parentId).map((one) => one.id);
  await rehash(trx, versionId, part, await orderSiblings(trx, versionId, part, left));
}

/** The sibling that stands at or after a number: where something goes back to. */
export async function siblingAt(
  trx: Transaction<DB>,
  draft: OpenDraft,
  part: PartName,
  parentId: number | null,
  sequence: number,
  except: number,
): Promise<number | null> {
  const [table, column, parent] =
    part === 'item'
      ? ['competency_version', 'competency_id', 'parent_competency_id']
      : ['role_version', 'role_id', 'parent_role_id'];
  const { rows } = await sql<{ id: number }>`
    select ${sql.ref(column!)} as id from ${sql.table(table!)}
     where framework_version_id = ${draft.versionId}
       and ${sql.ref(parent!)} is not distinct from ${parentId}::int4
       and ${sql.ref(column!)} <> ${except} and sequence >= ${sequence}
     order by sequence, code, 1 limit 1`.execute(trx);
  return rows[0]?.id ?? null;
}
