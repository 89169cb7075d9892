import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import type { Actor } from '#src/actors/actor.ts';
import { reviseLexicon, type NewForm } from './lexicon-queries.ts';
import {
  ensureCompetencies,
  insertFrameworkVersion,
  insertWording,
  listVersionsOf,
  supersede,
  type NewCompetency,
} from './publishing-queries.ts';
import type { Reference } from './reference-file.ts';

/**
 * Publishes the framework that comes with the program in an installation that does not have this
 * version yet; an earlier version is superseded by it, and forms that it no longer lists leave the
 * lexicon. The same version is left as it is. Texts that are linked already are not linked again.
 *
 * Throws framework-version-changed when the version is there with other content.
 */
export async function loadReference(
  trx: Transaction<DB>,
  actor: Actor,
  reference: Reference,
): Promise<void> {
  const { framework, areas, sha256 } = reference;
  const versions = await listVersionsOf(trx, framework.uuid);
  const present = versions.find(({ version }) => version === framework.version);
  if (present && present.contentSha256 !== sha256) {
    throw new Problem('framework-version-changed', {
      code: framework.code,
      version: framework.version,
    });
  }
  if (present) return;

  await supersede(trx, versions);
  const { frameworkId, versionId } = await insertFrameworkVersion(
    trx,
    actor.organisationId,
    framework,
    sha256,
  );
  const competencies: NewCompetency[] = areas.flatMap(({ area, competencies }) => [
    { ...area, kind: 'area' as const, parentCode: null },
    ...competencies.map((competency) => ({ ...competency, parentCode: area.code })),
  ]);
  const ids = await ensureCompetencies(trx, frameworkId, competencies);
  await insertWording(trx, versionId, competencies, ids);
  const forms: NewForm[] = areas.flatMap(({ competencies }) =>
    competencies.flatMap((competency) =>
      formsOf(competency).map((form) => ({ ...form, competencyId: ids.get(competency.code)! })),
    ),
  );
  await reviseLexicon(trx, actor, frameworkId, forms, `${framework.code} ${framework.version}`);
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
export function formsOf(competency: ReferenceCompetency): Omit<NewForm, 'competencyId'>[] {
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
