import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { localText } from '#src/languages/local-text.ts';
import { mapsSuccession } from '../drafting/access.ts';
import { getOpenDraft, lockOpenDraft } from '../drafting/open-draft.ts';
import type { MapSuccession, Succession } from './contract.ts';
import { suggestSuccessors } from './suggest-successors.ts';
import {
  findPublished,
  listLines,
  listOnlyIn,
  listSuccessions,
  replaceSuccession,
  type Line,
} from './succession-queries.ts';
import { successionFault } from './succession-rules.ts';

/** What the draft no longer has of the version before, with what becomes of it: what is not mapped yet first. */
export async function readSuccession(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
): Promise<Succession> {
  const draft = await getOpenDraft(db, actor, code);
  const published = await findPublished(db, draft.frameworkId);
  if (published === undefined) return { kept: 0, gone: [] };
  const gone = await listOnlyIn(db, published, draft.versionId);
  const added = await listOnlyIn(db, draft.versionId, published);
  const mapped = Map.groupBy(await listSuccessions(db, draft.versionId), (row) => row.fromId);
  const ends = [...mapped.values()].flat().flatMap(({ toId }) => (toId === null ? [] : [toId]));
  const lines = await listLines(db, draft.versionId, ends);
  const byId = new Map(lines.map((line) => [line.id, line]));
  const entries = gone.map((line): Succession['gone'][number] => {
    const rows = mapped.get(line.id) ?? [];
    return {
      competency: shown(line),
      kind: rows[0]?.kind ?? null,
      reason: rows[0]?.reason ?? '',
      to: rows.flatMap(({ toId, weight }) => {
        const end = toId === null ? undefined : byId.get(toId);
        return end ? [{ ...shown(end), weight }] : [];
      }),
      suggestions: suggestSuccessors(line, added).map(({ candidate, because }) => ({
        ...{ ...shown(candidate), because },
      })),
    };
  });
  const total = await countIn(db, published);
  const unmapped = entries.filter(({ kind }) => kind === null);
  return {
    kept: total - gone.length,
    gone: [...unmapped, ...entries.filter(({ kind }) => kind !== null)],
  };
}

/**
 * Says what becomes of a competency that the draft no longer has. Part of no content, so that the secretariat
 * can complete it after the approval.
 *
 * Throws not-found, not-allowed, succession-invalid.
 */
export async function mapSuccession(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  fromId: number,
  wanted: MapSuccession,
): Promise<void> {
  const draft = await lockOpenDraft(trx, actor, code);
  if (!mapsSuccession(actor, draft)) throw new Problem('not-allowed', { what: code });
  const published = await findPublished(trx, draft.frameworkId);
  const gone = published === undefined ? [] : await listOnlyIn(trx, published, draft.versionId);
  const from = gone.find(({ id }) => id === fromId);
  if (!from) throw new Problem('not-found', { what: `#${fromId}` });
  const standing = await listLines(
    trx,
    draft.versionId,
    wanted.to.map(({ id }) => id),
  );
  const fault = successionFault(wanted, new Set(standing.map(({ id }) => id)));
  if (fault) throw new Problem('succession-invalid', fault);
  await replaceSuccession(trx, actor, draft.versionId, fromId, wanted);
  await record(trx, actor, {
    action: 'framework-succession-mapped',
    subjectKind: 'framework-version',
    subjectId: draft.versionId,
    detail: { code, version: draft.version, from: from.code, kind: wanted.kind },
  });
}

function shown({ id, code, labels }: Line) {
  return { id, code, label: localText(labels) };
}

async function countIn(db: Kysely<DB>, versionId: number): Promise<number> {
  const { count } = await db
    .selectFrom('competency_version')
    .where('framework_version_id', '=', versionId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
