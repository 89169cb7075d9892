import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LocalText } from '#src/languages/contract.ts';
import type { Alias, CompetencyKind } from './contract.ts';

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

/** Every competency of the frameworks in use, as their published versions word it, in the order of the framework. */
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
    .innerJoin('framework', 'framework.id', 'framework_version.framework_id')
    .leftJoin('competency_version as parent', (join) =>
      join
        .onRef('parent.competency_id', '=', 'competency_version.parent_competency_id')
        .onRef('parent.framework_version_id', '=', 'competency_version.framework_version_id'),
    )
    .where('framework_version.status', '=', 'published')
    .where('framework.in_use', '=', true)
    .select([
      'competency.id',
      'competency.uuid',
      'competency_version.code',
      'competency_version.kind',
      'competency_version.parent_competency_id as parentId',
      'framework_version.id as versionId',
      'text.field',
      'text.language',
      'text.value',
    ])
    .orderBy('framework_version.id')
    .orderBy((eb) => eb.fn.coalesce('parent.sequence', 'competency_version.sequence'))
    .orderBy('competency_version.parent_competency_id', (order) => order.asc().nullsFirst())
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
    if ((language === 'vi' || language === 'en') && field !== 'note') {
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

/** The lasting concepts of a framework, whatever version they stand in. */
export async function listIdentities(
  db: Kysely<DB>,
  frameworkId: number,
): Promise<{ id: number; uuid: string; sourceId: string }[]> {
  return db
    .selectFrom('competency')
    .where('framework_id', '=', frameworkId)
    .select(['id', 'uuid', 'source_id as sourceId'])
    .execute();
}
