import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LocalText } from '#src/languages/contract.ts';
import type { Actor } from '#src/sign-in/actor.ts';
import type { Alias, CompetencyKind } from './contract.ts';
import type { ReferenceFramework } from './reference-file.ts';

export interface NewCompetency {
  code: string;
  uuid: string;
  kind: CompetencyKind;
  label: { vi: string; en: string };
  definition: { vi: string; en: string };
  parentCode: string | null;
}

export interface NewForm {
  competencyId: number;
  form: string;
  language: string;
  caseSensitive: boolean;
  fields: string[] | null;
}

export async function insertFramework(
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
        field: 'title',
        language,
        value: framework.title[language],
        origin: 'person',
      })),
    )
    .execute();
  return { frameworkId, versionId };
}

/** The ids by code. Parents stand before their children. */
export async function insertCompetencies(
  trx: Transaction<DB>,
  frameworkId: number,
  versionId: number,
  competencies: NewCompetency[],
): Promise<Map<string, number>> {
  const rows = await trx
    .insertInto('competency')
    .values(competencies.map(({ code, uuid }) => ({ framework_id: frameworkId, code, uuid })))
    .onConflict((conflict) => conflict.column('uuid').doUpdateSet({ framework_id: frameworkId }))
    .returning(['id', 'code'])
    .execute();
  const ids = new Map(rows.map((row) => [row.code, row.id]));
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
            origin: 'person',
          })),
        ),
      ),
    )
    .execute();
  return ids;
}

export async function insertLexicon(
  trx: Transaction<DB>,
  actor: Actor,
  forms: NewForm[],
  source: string,
): Promise<void> {
  const { id: revisionId } = await trx
    .insertInto('lexicon_revision')
    .values({ actor_id: actor.id, reason: source })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('lexicon_entry')
    .values(
      forms.map((form) => ({
        competency_id: form.competencyId,
        form: form.form.normalize('NFC'),
        language: form.language,
        case_sensitive: form.caseSensitive,
        fields: form.fields,
        source,
        status: 'approved',
        approved_by_actor_id: actor.id,
        added_in_revision_id: revisionId,
      })),
    )
    .execute();
}

export interface CompetencyRow {
  id: number;
  uuid: string;
  code: string;
  kind: CompetencyKind;
  parentId: number | null;
  versionId: number;
  label: LocalText;
  definition: LocalText;
}

/** Every competency in the published version of its framework, in the order of the framework. */
export async function listCompetencies(db: Kysely<DB>): Promise<CompetencyRow[]> {
  const rows = await db
    .selectFrom('competency_version')
    .innerJoin('competency', 'competency.id', 'competency_version.competency_id')
    .innerJoin(
      'framework_version',
      'framework_version.id',
      'competency_version.framework_version_id',
    )
    .innerJoin('competency_text as text', (join) =>
      join
        .onRef('text.competency_id', '=', 'competency_version.competency_id')
        .onRef('text.framework_version_id', '=', 'competency_version.framework_version_id'),
    )
    .where('framework_version.status', '=', 'published')
    .select([
      'competency.id',
      'competency.uuid',
      'competency.code',
      'competency_version.kind',
      'competency_version.parent_competency_id as parentId',
      'framework_version.id as versionId',
      'text.field',
      'text.language',
      'text.value',
    ])
    .orderBy('framework_version.id')
    .orderBy('competency_version.sequence')
    .execute();
  const byId = new Map<number, CompetencyRow>();
  for (const { field, language, value, ...row } of rows) {
    const competency =
      byId.get(row.id) ??
      ({
        ...row,
        kind: row.kind as CompetencyKind,
        label: { vi: null, en: null },
        definition: { vi: null, en: null },
      } satisfies CompetencyRow);
    byId.set(row.id, competency);
    if (language === 'vi' || language === 'en') {
      competency[field as 'label' | 'definition'][language] = value;
    }
  }
  return [...byId.values()];
}

export async function listFrameworkVersions(db: Kysely<DB>) {
  const versions = await db
    .selectFrom('framework_version')
    .innerJoin('framework', 'framework.id', 'framework_version.framework_id')
    .where('framework_version.status', '=', 'published')
    .select([
      'framework_version.id',
      'framework.code',
      'framework_version.version',
      'framework_version.status',
      'framework_version.published_on as publishedOn',
      'framework_version.licence',
    ])
    .orderBy('framework_version.id')
    .execute();
  const titles = await db
    .selectFrom('framework_version_text')
    .select(['framework_version_id as versionId', 'language', 'value'])
    .where('field', '=', 'title')
    .execute();
  return versions.map((version) => ({
    ...version,
    titles: titles.filter((title) => title.versionId === version.id),
  }));
}

/** The forms in force: what an index of the linking engine is built from. */
export async function listAliases(
  db: Kysely<DB>,
  competencyId?: number,
): Promise<(Alias & { competencyId: number })[]> {
  let query = db
    .selectFrom('lexicon_entry')
    .select([
      'competency_id as competencyId',
      'form',
      'language',
      'case_sensitive as caseSensitive',
      'fields',
    ])
    .where('status', '=', 'approved')
    .where('removed_in_revision_id', 'is', null)
    .orderBy('id');
  if (competencyId !== undefined) query = query.where('competency_id', '=', competencyId);
  return query.execute();
}
