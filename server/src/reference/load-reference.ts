import { sql, type Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import {
  ensureCompetencies,
  ensureRoles,
  writeItems,
  writeRelations,
  writeRoles,
} from '#src/frameworks/content-queries.ts';
import {
  contentHash,
  type ItemRow,
  type RoleRow,
} from '#src/frameworks/importing/framework-row.ts';
import { reviseLexicon, type NewForm } from '#src/frameworks/lexicon-queries.ts';
import { listIdentities } from '#src/frameworks/queries.ts';
import { scaleIds, writeScale } from '#src/frameworks/scale-queries.ts';
import {
  findFramework,
  insertFramework,
  insertVersion,
  listVersions,
  publishVersion,
  writeAbout,
  type FrameworkMark,
} from '#src/frameworks/version-queries.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { formsOf } from './forms-of.ts';
import type { Reference } from './read-reference.ts';
import { itemRows, roleRows, scaleRow } from './to-rows.ts';

/**
 * Publishes the framework that comes with the program in an installation that does not have this
 * version yet; an earlier version is superseded by it, and forms that it no longer lists leave the
 * lexicon. The same version is left as it is. Texts that are linked already are not linked again
 * (see relink.ts). Says whether anything was published.
 *
 * Throws framework-version-changed where the version is there with other content, framework-has-draft
 * where somebody works on a version of their own.
 */
export async function loadReference(
  trx: Transaction<DB>,
  actor: Actor,
  reference: Reference,
): Promise<boolean> {
  const { framework, sha256 } = reference;
  const standing = await findFramework(trx, framework);
  const versions = standing ? await listVersions(trx, standing.id) : [];
  const { code, version, publishedOn } = framework;
  const present = versions.find((one) => one.version === version);
  if (present && present.contentSha256 !== sha256) {
    throw new Problem('framework-version-changed', { code, version });
  }
  if (present) return false;
  if (versions.some(({ status }) => status === 'draft' || status === 'in-review')) {
    throw new Problem('framework-has-draft', { code });
  }

  const mark = standing ?? (await newFramework(trx, actor, framework));
  const versionId = await insertVersion(trx, actor, {
    ...{ frameworkId: mark.id, version, licence: framework.licence, publishedOn, reason: '' },
    basedOnVersionId: versions.find(({ status }) => status === 'published')?.id ?? null,
  });
  const counts = await writeContent(trx, reference, mark.id, versionId);
  await reviseLexicon(
    trx,
    actor,
    mark.id,
    await newForms(trx, reference, mark.id),
    `${code} ${version}`,
  );
  await publishVersion(trx, actor, {
    ...{ id: versionId, frameworkId: mark.id, publishedOn, contentSha256: sha256 },
  });
  await record(trx, actor, {
    action: 'framework-published',
    subjectKind: 'framework-version',
    subjectId: versionId,
    detail: { code, version, ...counts },
  });
  await moveInput(trx, 'frameworks');
  return true;
}

async function newFramework(
  trx: Transaction<DB>,
  actor: Actor,
  { uuid, code }: Reference['framework'],
): Promise<FrameworkMark> {
  return insertFramework(trx, {
    ...{ uuid, code, uri: null, source: null, inUse: true },
    ownerOrganisationId: actor.organisationId,
  });
}

async function writeContent(
  trx: Transaction<DB>,
  reference: Reference,
  frameworkId: number,
  versionId: number,
): Promise<{ competencies: number; roles: number }> {
  const { framework } = reference;
  const about = (['title', 'description'] as const).flatMap((field) =>
    (['vi', 'en'] as const).flatMap((language) => {
      const value = framework[field]?.[language];
      return value === undefined ? [] : [{ field, language, value }];
    }),
  );
  await writeAbout(trx, versionId, { ...framework, texts: about, extra: {} }, 'person', null);
  await writeScale(trx, frameworkId, scaleRow(reference.scale), 'person');
  const [items, roles] = [itemRows(reference), roleRows(reference)];
  checkIdentities(await listIdentities(trx, frameworkId), items);
  const target = { frameworkId, versionId, scales: await scaleIds(trx) };
  await gatherRows(trx, [...items, ...roles]);
  await ensureCompetencies(trx, gathered('item'), frameworkId);
  await writeItems(trx, target, gathered('item'));
  await writeRelations(trx, target, gathered('item'));
  await ensureRoles(trx, gathered('role'), frameworkId);
  await writeRoles(trx, target, gathered('role'));
  return { competencies: items.length, roles: roles.length };
}

/** The rows in a table of this transaction: two megabytes of JSON are read once, not by every statement. */
async function gatherRows(
  trx: Transaction<DB>,
  rows: readonly (ItemRow | RoleRow)[],
): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, contentSha256: contentHash(row) })));
  await sql`drop table if exists reference_row`.execute(trx);
  await sql`
    create temporary table reference_row on commit drop as
    select value ->> 'type' as type, value as payload from jsonb_array_elements(${json}::jsonb)`.execute(
    trx,
  );
  await sql`analyze reference_row (type)`.execute(trx);
}

const gathered = (type: 'item' | 'role') =>
  sql`select payload from reference_row where type = ${type}`;

async function newForms(
  trx: Transaction<DB>,
  { areas }: Reference,
  frameworkId: number,
): Promise<NewForm[]> {
  const identities = await listIdentities(trx, frameworkId);
  const ids = new Map(identities.map(({ sourceId, id }) => [sourceId, id]));
  return areas.flatMap(({ competencies }) =>
    competencies.flatMap((competency) =>
      formsOf(competency).map((form) => ({ ...form, competencyId: ids.get(competency.code)! })),
    ),
  );
}

/** Throws where a code has moved to another UUID: both are for good. */
function checkIdentities(
  standing: readonly { uuid: string; sourceId: string }[],
  items: readonly ItemRow[],
): void {
  const byUuid = new Map(standing.map((row) => [row.uuid, row.sourceId]));
  const byCode = new Map(standing.map((row) => [row.sourceId, row.uuid]));
  const moved = items.find(
    ({ code, uuid }) => (byUuid.get(uuid) ?? code) !== code || (byCode.get(code) ?? uuid) !== uuid,
  );
  if (moved) throw new Error(`${moved.code}: a code and its UUID never change`);
}
