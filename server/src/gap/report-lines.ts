import { inLanguage } from '#src/languages/local-text.ts';
import type { Measure } from '#src/measures/contract.ts';
import type { Exposure } from '#src/programmes/contract.ts';
import { fill } from '#src/languages/fill.ts';
import type { CoverageReport, GapAnswers } from './contract.ts';
import { REPORT_WORDS } from './report-words.ts';

export type Language = 'vi' | 'en';

/** 41,3 % in Vietnamese, 41.3% in English. */
export function percent(share: number, language: Language, digits = 1): string {
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share * 100);
  return language === 'vi' ? `${number}\u00a0%` : `${number}%`;
}

export function whole(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}

/** 30/09/2025 in both languages; a dash where a date is unknown. */
export function day(date: string | null): string {
  return date === null ? '–' : date.split('-').reverse().join('/');
}

export function range({ low, high }: Exposure, language: Language): string {
  const [from, to] = [percent(low, language, 0), percent(high, language, 0)];
  return from === to ? from : `${from} – ${to}`;
}

/** What stands above every report: what it is about and what it rests on. */
export function baseLines(report: CoverageReport, language: Language): string[] {
  const say = REPORT_WORDS[language];
  const { programme, demand, syllabi, framework } = report;
  const share = syllabi.credits === 0 ? 0 : syllabi.creditsWithOutcomes / syllabi.credits;
  const institution = inLanguage(programme.institution.name, language);
  return [
    ...(report.installation === 'demo' ? [say.demonstration] : []),
    fill(say.programme, {
      name: inLanguage(programme.name, language),
      code: programme.code,
      institution: programme.institution.fictional
        ? `${institution} ${say.fictional}`
        : institution,
    }),
    fill(say.version, {
      number: programme.versionNumber,
      dated: programme.datedOn === null ? '' : fill(say.dated, { date: day(programme.datedOn) }),
    }),
    fill(say.demandBase, {
      vacancies: whole(demand.vacancies, language),
      advertisements: whole(demand.advertisements, language),
      employers: whole(demand.employers, language),
      from: day(demand.period.from),
      to: day(demand.period.to),
      sources: demand.sources.join(', ') || '–',
    }),
    demand.reach === null
      ? say.noReach
      : fill(say.reach, { reach: percent(demand.reach, language) }),
    ...(demand.held > 0 ? [fill(say.held, { held: whole(demand.held, language) })] : []),
    fill(say.syllabi, { ...syllabi, share: percent(share, language, 0) }),
    fill(say.framework, {
      code: framework.code,
      version: framework.version,
      revision: framework.lexiconRevision,
    }),
  ];
}

export const ANSWERS = [
  'coverage',
  'processTimes',
  'lag',
  'peopleShort',
] as const satisfies readonly (keyof GapAnswers)[];

/** An answer in words: the figure with its interval, or the refusal with its reason. */
export function answerLines(measure: Measure, language: Language): string[] {
  const say = REPORT_WORDS[language];
  const { estimate, refusal } = measure;
  if (refusal) {
    return [fill(say.refused, { reason: fill(say.refusals[refusal.code], refusal.detail) })];
  }
  if (!estimate) return [];
  const { value, boundLow, boundHigh, intervalLow, intervalHigh } = estimate;
  return [
    value === null
      ? fill(say.coverageBounds, {
          low: percent(boundLow, language),
          high: percent(boundHigh, language),
        })
      : fill(say.coverageValue, { value: percent(value, language) }),
    ...(intervalLow === null || intervalHigh === null
      ? []
      : [
          fill(say.interval, {
            low: percent(intervalLow, language),
            high: percent(intervalHigh, language),
          }),
        ]),
    ...(value === null ? [say.boundsWhy] : []),
  ];
}
