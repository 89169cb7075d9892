import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { CompetencyKind } from './contract.ts';
import type { ReferenceFramework } from './reference-file.ts';

export interface NewCompetency {
  code: string;
  uuid: string;
  kind: CompetencyKind;
  label: { vi: string; en: string };
  definition: { vi: string; en: string };
  parentCode: string | null;
}

export interface VersionMark {
  id: number;
  version: string;
  contentSha256: string;
}

export async function listVersionsOf(
  trx: Transaction<DB>,
  frameworkUuid: string,
): Promise<VersionMark[]> {
  return trx
    .selectFrom('framework_version')
    .innerJoin('framework', 'framework.id', 'framework_version.framework_id')
    .where('framework.uuid', '=', frameworkUuid)
    .select([
      'framework_version.id',
      'framework_version.version',
      'framework_version.content_sha256 as contentSha256',
    ])
    .execute();
}

export async function supersede(
  trx: Transaction<DB>,
  versions: readonly VersionMark[],
): Promise<void> {
  if (versions.length === 0) return;
  await trx
    .updateTable('framework_version')
    .set({ status: 'superseded' })
    .where(
      'id',
      'in',
      versions.map(({ id }) => id),
    )
    .execute();
}

export async function insertFrameworkVersion(
  trx: Transaction<DB>,
  ownerOrganisationId: number,
  framework: ReferenceFramework,
  contentSha256: string,
): Promise<{ frameworkId: number; versionId: number }> {
  const { id: frameworkId } = await trx
    .insertInto('framework')
    .values({
      uuid: framework.uuid,
      code: framework.code,
      owner_organisation_id: ownerOrganisationId,
    })
    .onConflict((conflict) => conflict.column('uuid').doUpdateSet({ code: framework.code }))
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: versionId } = await trx
    .insertInto('framework_version')
    .values({
      framework_id: frameworkId,
      version: framework.version,
      status: 'published',
      published_on: framework.publishedOn,
      licence: framework.licence,
      content_sha256: contentSha256,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('framework_version_text')
    .values(
      (['vi', 'en'] as const).map((language) => ({
        framework_version_id: versionId,
        field: 'title' as const,
        language,
        value: framework.title[language],
        origin: 'person' as const,
      })),
    )
    .execute();
  return { frameworkId, versionId };
}

/** The ids by code, of lasting concepts that were there and of new ones. Throws where a code has moved to another UUID. */
export async function ensureCompetencies(
  trx: Transaction<DB>,
  frameworkId: number,
  competencies: NewCompetency[],
): Promise<Map<string, number>> {
  await trx
    .insertInto('competency')
    .values(competencies.map(({ code, uuid }) => ({ framework_id: frameworkId, code, uuid })))
    .onConflict((conflict) => conflict.column('uuid').doNothing())
    .execute();
  const rows = await trx
    .selectFrom('competency')
    .where('framework_id', '=', frameworkId)
    .select(['id', 'code', 'uuid'])
    .execute();
  const byUuid = new Map(rows.map((row) => [row.uuid, row]));
  const moved = competencies.find(({ code, uuid }) => byUuid.get(uuid)?.code !== code);
  if (moved) throw new Error(`${moved.code}: a code and its UUID never change`);
  return new Map(rows.map((row) => [row.code, row.id]));
}

/** The wording of one version: its tree and its texts. */
export async function insertWording(
  trx: Transaction<DB>,
  versionId: number,
  competencies: NewCompetency[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  await trx
    .insertInto('competency_version')
    .values(
      competencies.map(({ code, kind, parentCode }, sequence) => ({
        competency_id: ids.get(code)!,
        framework_version_id: versionId,
        parent_competency_id: parentCode === null ? null : ids.get(parentCode)!,
        kind,
        sequence,
      })),
    )
    .execute();
  await trx
    .insertInto('competency_text')
    .values(
      competencies.flatMap((competency) =>
        (['label', 'definition'] as const).flatMap((field) =>
          (['vi', 'en'] as const).map((language) => ({
            competency_id: ids.get(competency.code)!,
            framework_version_id: versionId,
            field,
            language,
            value: competency[field][language].normalize('NFC'),
            origin: 'person' as const,
          })),
        ),
      ),
    )
    .execute();
}
