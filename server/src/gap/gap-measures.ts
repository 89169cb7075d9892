import { BOOTSTRAP } from '#src/demand/shares.ts';
import type { Refusal } from '#src/measures/contract.ts';
import type { NewMeasure } from '#src/measures/measures.ts';
import type { Exposure } from '#src/programmes/contract.ts';
import type { CoverageFindings } from './compute-coverage.ts';
import type { Coverage } from './coverage.ts';
import type { GapAnswers } from './contract.ts';
import {
  coverageRefusal,
  lagRefusal,
  peopleShortRefusal,
  processTimesRefusal,
} from './refusals.ts';

/** The formulas by name and version: a change of a formula raises its version, old figures keep theirs. */
export const DEFINITIONS = {
  coverage: { definition: 'coverage-gap', definitionVersion: 1 },
  processTimes: { definition: 'process-times', definitionVersion: 1 },
  lag: { definition: 'diffusion-lag-l50', definitionVersion: 1 },
  peopleShort: { definition: 'people-short', definitionVersion: 1 },
} as const satisfies Record<keyof GapAnswers, unknown>;

/** What tells one figure of a definition from another. */
export function parametersOf(
  answer: keyof GapAnswers,
  programmeVersionId: number | null,
): Record<string, unknown> {
  if (answer !== 'coverage') return { programmeVersionId };
  return {
    programmeVersionId,
    bootstrapDraws: BOOTSTRAP.draws,
    bootstrapSeed: BOOTSTRAP.seed,
    weight: 1,
    level: 'unknown',
  };
}

interface Computed {
  programmeVersionId: number | null;
  findings: CoverageFindings;
  coverage: Coverage;
  interval: Exposure | null;
  demandMonths: number;
  inputWatermark: Record<string, number>;
  codeVersion: string;
  ownerOrganisationId: number;
}

/** The four answers as measures: an estimate or a refusal each. */
export function measuresOf(computed: Computed): Record<keyof GapAnswers, NewMeasure> {
  const { findings, coverage } = computed;
  const refused = (answer: keyof GapAnswers, unit: string, refusal: Refusal): NewMeasure => ({
    ...common(computed, answer),
    unit,
    n: null,
    answer: { estimate: null, refusal },
    detail: null,
  });
  return {
    coverage: {
      ...common(computed, 'coverage'),
      unit: 'share-of-demand',
      n: coverage.vacancies,
      answer: coverageAnswer(computed),
      detail: findings,
    },
    processTimes: refused('processTimes', 'month', processTimesRefusal()),
    lag: refused('lag', 'month', lagRefusal(computed.demandMonths)),
    peopleShort: refused('peopleShort', 'person', peopleShortRefusal()),
  };
}

function common(computed: Computed, answer: keyof GapAnswers) {
  return {
    ...DEFINITIONS[answer],
    parameters: parametersOf(answer, computed.programmeVersionId),
    inputWatermark: computed.inputWatermark,
    codeVersion: computed.codeVersion,
    period: computed.findings.demand.period,
    ownerOrganisationId: computed.ownerOrganisationId,
  };
}

function coverageAnswer({ findings, coverage, interval }: Computed): NewMeasure['answer'] {
  const { bounds } = coverage;
  const refusal = coverageRefusal({
    advertisements: findings.demand.advertisements,
    asksForSomething: bounds !== null,
    hasProgramme: findings.programme !== null,
  });
  if (refusal) return { estimate: null, refusal };
  if (bounds === null) throw new Error('a coverage that nothing is asked for was not refused');
  const estimate = {
    value: bounds.low === bounds.high ? bounds.low : null,
    boundLow: bounds.low,
    boundHigh: bounds.high,
    intervalLow: interval?.low ?? null,
    intervalHigh: interval?.high ?? null,
  };
  return { estimate, refusal: null };
}
