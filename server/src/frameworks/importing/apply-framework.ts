import { sql, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { actsFor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Run } from '#src/imports/importer.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import {
  copyContent,
  deleteItems,
  deleteRoles,
  ensureCompetencies,
  ensureRoles,
  writeItems,
  writeRelations,
  writeRoles,
  type RowSource,
  type Target,
} from '../content-queries.ts';
import { writeDefinitions } from '../definition-queries.ts';
import { reviseForms } from '../lexicon-queries.ts';
import { moveToEdition, scaleIds, writeScale } from '../scale-queries.ts';
import { insertFramework, insertVersion, publishVersion, writeAbout } from '../version-queries.ts';
import { contentHash, type DefinitionRow, type ScaleRow } from './framework-row.ts';
import { nameUuid } from './name-uuid.ts';
import { findStanding, standingIds, type Standing } from './standing.ts';
import { versionLabel } from './version-label.ts';
import { uuidHolders } from './uuid-holders.ts';

/**
 * Brings the staged rows of a run into a version: a new published one of a framework that its source
 * has published already, or the open draft of one that is drafted here (begun when there is none).
 * Everything is written set by set from the staging table. A file that changes nothing writes nothing.
 *
 * Throws framework-of-another-organisation, framework-in-review, framework-has-draft.
 */
export async function applyFramework(
  trx: Transaction<DB>,
  run: Run,
  actor: Actor,
  into: 'published' | 'draft',
  onProgress: (appliedRows: number) => Promise<void>,
): Promise<void> {
  const counts = await countChanges(trx, run);
  const standing = (await findStanding(trx, run, into))!;
  if (standing.framework && !actsFor(actor, standing.framework.ownerOrganisationId)) {
    throw new Problem('framework-of-another-organisation', { code: standing.framework.code });
  }
  if (standing.base && counts.touched === 0) return;

  const { frameworkId, versionId, label } = await openTarget(trx, run, actor, standing, into);
  await gatherContent(trx, run);
  const target: Target = {
    ...{ frameworkId, versionId },
    scales: await writeScales(trx, frameworkId, versionId),
  };
  await removeGone(trx, run, target);
  const touched = (type: string) => staged(type, ['new', 'changed']);
  const all = (type: string) => staged(type, ['new', 'changed', 'same']);
  const minted = await mintUuids(trx, run, frameworkId, standing.about.uuid);
  await ensureCompetencies(trx, touched('item'), frameworkId, minted);
  await ensureRoles(trx, touched('role'), frameworkId, minted);
  await onProgress(Math.round(counts.touched * 0.1));
  await writeItems(trx, target, touched('item'));
  await onProgress(Math.round(counts.touched * 0.5));
  // of all of them: what pointed at nothing before may point at a new item now
  await writeRelations(trx, target, all('item'));
  await writeRoles(trx, target, touched('role'));
  await onProgress(Math.round(counts.touched * 0.8));
  const source = `${standing.about.code} ${label}`;
  await reviseForms(trx, actor, frameworkId, touched('item'), source);
  await writeDefinitions(trx, versionId, await payloads<DefinitionRow>(trx, 'definition'));
  const about = standing.about;
  const publishedOn = about.publishedOn ?? new Date().toISOString().slice(0, 10);
  await writeAbout(trx, versionId, about, 'source', contentHash(about));
  if (into === 'published') {
    await publishVersion(trx, actor, { id: versionId, frameworkId, publishedOn });
  } else {
    await recordEdits(trx, run, actor, target);
  }
  await record(trx, actor, {
    action: into === 'published' ? 'framework-published' : 'framework-draft-imported',
    subjectKind: 'framework-version',
    subjectId: versionId,
    detail: { code: about.code, version: label, ...counts },
  });
  if (standing.framework?.inUse && into === 'published') await moveInput(trx, 'frameworks');
  await onProgress(counts.touched);
}

/** The version that the rows go into, holding what stood before. */
async function openTarget(
  trx: Transaction<DB>,
  run: Run,
  actor: Actor,
  { about, framework, base, versions }: Standing,
  into: 'published' | 'draft',
): Promise<{ frameworkId: number; versionId: number; label: string }> {
  const open = versions.find(({ status }) => status === 'draft' || status === 'in-review');
  if (open?.status === 'in-review') throw new Problem('framework-in-review', { code: about.code });
  if (open && into === 'published') throw new Problem('framework-has-draft', { code: about.code });
  if (open) return { frameworkId: open.frameworkId, versionId: open.id, label: open.version };
  const { id: frameworkId } =
    framework ??
    (await insertFramework(trx, {
      ...{ uuid: about.uuid, code: about.code, uri: about.uri, source: run.format },
      ...{ ownerOrganisationId: run.ownerOrganisationId, inUse: false },
    }));
  const label = versionLabel(
    about.version,
    versions.map(({ version }) => version),
  );
  const versionId = await insertVersion(trx, actor, {
    ...{ frameworkId, version: label, licence: about.licence, publishedOn: null },
    ...{ basedOnVersionId: base?.id ?? null, reason: run.fileName, importRunId: run.id },
  });
  if (base) await copyContent(trx, base.id, versionId);
  return { frameworkId, versionId, label };
}

/**
 * The rows of the file in a table of this transaction. Reading them from the staging table again for
 * every set would unpack them ten times, and the planner knows nothing of what is in a payload.
 */
async function gatherContent(trx: Transaction<DB>, run: Run): Promise<void> {
  await sql`drop table if exists import_content`.execute(trx);
  await sql`
    create temporary table import_content on commit drop as
    select payload ->> 'type' as type, change,
           payload || jsonb_build_object('contentSha256', content_sha256) as payload
      from import_row
     where import_run_id = ${run.id} and change in ('new', 'changed', 'same')`.execute(trx);
  await sql`analyze import_content (type, change)`.execute(trx);
}

function staged(type: string, changes: readonly string[]): RowSource {
  return sql`
    select payload from import_content
     where type = ${type} and change = any(${[...changes]}::text[])`;
}

async function payloads<Row>(trx: Transaction<DB>, type: string): Promise<Row[]> {
  const { rows } = await sql<{ payload: Row }>`
    select payload - 'contentSha256' as payload
      from (${staged(type, ['new', 'changed', 'same'])}) r`.execute(trx);
  return rows.map(({ payload }) => payload);
}

async function writeScales(
  trx: Transaction<DB>,
  frameworkId: number,
  versionId: number,
): Promise<Map<string, number>> {
  const scales = await scaleIds(trx);
  for (const row of await payloads<ScaleRow>(trx, 'scale')) {
    const before = scales.get(row.code);
    const id = await writeScale(trx, frameworkId, row, 'source');
    // what the file leaves as it was means the words that the scale has now
    if (before !== undefined && before !== id) await moveToEdition(trx, versionId, before, id);
    scales.set(row.code, id);
  }
  return scales;
}

async function removeGone(trx: Transaction<DB>, run: Run, target: Target): Promise<void> {
  const { rows } = await sql<{ key: string }>`
    select key from import_row where import_run_id = ${run.id} and change = 'removed'`.execute(trx);
  const ids = await standingIds(
    trx,
    target.frameworkId,
    rows.map(({ key }) => key),
  );
  const idsOf = (type: string) =>
    [...ids].flatMap(([key, id]) => (key.startsWith(type) ? [id] : []));
  await deleteItems(trx, target.versionId, idsOf('item '));
  await deleteRoles(trx, target.versionId, idsOf('role '));
}

/** New UUIDs for those that belong to another framework already, the same ones at every import. */
async function mintUuids(
  trx: Transaction<DB>,
  run: Run,
  frameworkId: number,
  namespace: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ sourceId: string; uuid: string }>`
    select r.payload ->> 'sourceId' as "sourceId", r.payload ->> 'uuid' as uuid
      from ${uuidHolders(run.id)} r
     where r.framework_id <> ${frameworkId} and r.change in ('new', 'changed')`.execute(trx);
  return new Map(rows.map(({ sourceId, uuid }) => [sourceId, nameUuid(namespace, uuid)]));
}

/** The history of each item of a draft that the file changed. */
async function recordEdits(
  trx: Transaction<DB>,
  run: Run,
  actor: Actor,
  { frameworkId, versionId }: Target,
): Promise<void> {
  await sql`
    with moved as (
      update framework_version set revision = revision + 1 where id = ${versionId} returning revision)
    insert into framework_edit (framework_version_id, competency_id, role_id, actor_id, organisation_id,
                                action, revision, after, reason)
    select ${versionId}, c.id, o.id, ${actor.id}, ${actor.organisationId},
           case when r.change = 'removed' then 'removed' else 'imported' end, moved.revision,
           case when r.change <> 'removed' then r.payload end, ${run.fileName}
      from moved, import_row r
      left join competency c
        on r.key = 'item ' || c.source_id and c.framework_id = ${frameworkId}
      left join role o on r.key = 'role ' || o.source_id and o.framework_id = ${frameworkId}
     where r.import_run_id = ${run.id} and r.change in ('new', 'changed', 'removed')
       and (c.id is not null or o.id is not null)`.execute(trx);
}

async function countChanges(trx: Transaction<DB>, run: Run) {
  const { rows } = await sql<{ new: number; changed: number; removed: number; touched: number }>`
    select count(*) filter (where change = 'new')::int4 as new,
           count(*) filter (where change = 'changed')::int4 as changed,
           count(*) filter (where change = 'removed')::int4 as removed,
           count(*) filter (where change in ('new', 'changed', 'removed'))::int4 as touched
      from import_row where import_run_id = ${run.id}`.execute(trx);
  return rows[0]!;
}
