import { figuresOf, type ReferenceFigures } from './coverage.ts';
import { Problem } from '#src/errors.ts';
import { findingSentence, inReadingOrder, type Finding } from './findings.ts';
import { lintCertificates } from './lint-certificates.ts';
import { lintCompleteness } from './lint-completeness.ts';
import { lintCrosswalks } from './lint-crosswalks.ts';
import { lintEquatings } from './lint-equatings.ts';
import { lintForms } from './lint-forms.ts';
import { lintIdentities } from './lint-identities.ts';
import { lintLevels } from './lint-levels.ts';
import { lintRoles } from './lint-roles.ts';
import { lintTexts } from './lint-texts.ts';
import { lintTree } from './lint-tree.ts';
import { lintWording } from './lint-wording.ts';
import { lintPublished } from './published.ts';
import type { OfficialList } from './official-lists.ts';
import { lintTargets, reachedOf, type Reached } from './reached.ts';
import type { ReferenceFile } from './read-files.ts';
import { readSource, type ReadSource } from './read-source.ts';
import type { ReferenceSource } from './source.ts';

export interface ReferenceReport {
  findings: Finding[];
  figures: ReferenceFigures;
  /** of the official lists that were given */
  reached: Reached[];
}

/** What has to hold for the files to be loaded at all. */
const STRUCTURE = [
  lintIdentities,
  lintPublished,
  lintTree,
  lintLevels,
  lintEquatings,
  lintRoles,
  lintCertificates,
  lintCrosswalks,
];
/** What an editor answers for beside. */
const CONTENT = [lintCompleteness, lintForms, lintTexts, lintWording];

/**
 * All that is wrong or doubtful in the files of reference/framework/, errors first, and how much they hold
 * and reach.
 */
export function checkReference(
  files: readonly ReferenceFile[],
  lists: readonly OfficialList[] = [],
): ReferenceReport {
  const { source, findings } = readSource(files);
  const found = [...STRUCTURE, ...CONTENT].flatMap((lint) => lint(source));
  return {
    findings: inReadingOrder([...findings, ...found, ...lintTargets(source, lists)]),
    figures: figuresOf(source),
    reached: reachedOf(source, lists),
  };
}

/** The files as they are loaded. Throws reference-broken with the first place that cannot be. */
export function loadable({ source, findings }: ReadSource): ReferenceSource {
  const found = [...findings, ...STRUCTURE.flatMap((lint) => lint(source))];
  const errors = inReadingOrder(found).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return source;
  const { file, line } = errors[0]!;
  throw new Problem('reference-broken', {
    ...{ place: `reference/framework/${file}:${line}`, more: errors.length - 1 },
    ...{
      'what.vi': findingSentence(errors[0]!, 'vi'),
      'what.en': findingSentence(errors[0]!, 'en'),
    },
  });
}
