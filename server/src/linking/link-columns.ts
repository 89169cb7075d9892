import type { LinkIndex } from './current-index.ts';
import type { FoundLink } from './found-link.ts';

/** The columns that a link has in every room. */
export function linkColumns({ frameworkVersionOf, lexiconRevisionId }: LinkIndex, link: FoundLink) {
  const { level } = link;
  return {
    competency_id: link.competencyId,
    framework_version_id: frameworkVersionOf(link.competencyId),
    lexicon_revision_id: lexiconRevisionId,
    span_start: link.start,
    span_end: link.end,
    surface: link.surface,
    normalised: link.normalised,
    method: link.method,
    form: link.form,
    band: link.band,
    probability: link.probability,
    score: link.score,
    line_language: link.lineLanguage,
    features: link.features,
    reasons: link.reasons && JSON.stringify(link.reasons),
    level_scale: level?.scale ?? null,
    level_low: level?.low ?? null,
    level_high: level?.high ?? null,
    level_grounds:
      level && JSON.stringify({ ground: level.ground, cue: level.cue, since: level.rulesSince }),
    linker_version: link.linkerVersion,
  };
}

export type LinkColumns = ReturnType<typeof linkColumns>;
