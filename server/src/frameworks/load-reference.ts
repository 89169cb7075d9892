import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import type { Actor } from '#src/sign-in/actor.ts';
import {
  insertCompetencies,
  insertFramework,
  insertLexicon,
  type NewCompetency,
  type NewForm,
} from './queries.ts';
import type { Reference } from './reference-file.ts';

/**
 * Publishes the framework that comes with the program in an installation that does not have this
 * version yet. Idempotent: the same version is left as it is.
 */
export async function loadReference(
  trx: Transaction<DB>,
  actor: Actor,
  reference: Reference,
): Promise<void> {
  const { framework, areas, sha256 } = reference;
  const present = await trx
    .selectFrom('framework_version')
    .innerJoin('framework', 'framework.id', 'framework_version.framework_id')
    .select('framework_version.id')
    .where('framework.code', '=', framework.code)
    .where('framework_version.version', '=', framework.version)
    .executeTakeFirst();
  if (present) return;

  const { frameworkId, versionId } = await insertFramework(
    trx,
    actor.organisationId,
    framework,
    sha256,
  );
  const competencies: NewCompetency[] = areas.flatMap(({ area, competencies }) => [
    { ...area, kind: 'area' as const, parentCode: null },
    ...competencies.map((competency) => ({ ...competency, parentCode: area.code })),
  ]);
  const ids = await insertCompetencies(trx, frameworkId, versionId, competencies);
  const forms: NewForm[] = areas.flatMap(({ competencies }) =>
    competencies.flatMap((competency) =>
      formsOf(competency).map((form) => ({ ...form, competencyId: ids.get(competency.code)! })),
    ),
  );
  await insertLexicon(trx, actor, forms, `${framework.code} ${framework.version}`);
  await record(trx, actor, {
    action: 'framework-published',
    subjectKind: 'framework-version',
    subjectId: versionId,
    detail: { code: framework.code, version: framework.version, competencies: competencies.length },
  });
  await moveInput(trx, 'frameworks');
}

type ReferenceCompetency = Reference['areas'][number]['competencies'][number];

/** Labels and aliases as forms of the lexicon; a label that is the same in both languages stands once. */
function formsOf(competency: ReferenceCompetency): Omit<NewForm, 'competencyId'>[] {
  const { label, labelMatch, aliases } = competency;
  const labels =
    label.vi === label.en
      ? [{ form: label.en, lang: 'en' }]
      : [
          { form: label.vi, lang: 'vi' },
          { form: label.en, lang: 'en' },
        ];
  return [
    ...labels.map(({ form, lang }) => ({
      form,
      language: lang,
      caseSensitive: labelMatch?.caseSensitive ?? false,
      fields: labelMatch?.fields ?? null,
    })),
    ...aliases.map(({ form, lang, caseSensitive, fields }) => ({
      form,
      language: lang,
      caseSensitive: caseSensitive ?? false,
      fields: fields ?? null,
    })),
  ];
}
