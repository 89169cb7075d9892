import type { CoverageReport, Overview } from '@nhip/server/gap/contract.ts';
import { formatPeriod, formatShare } from '../format.ts';
import type { ChartWords } from './chart-wording.ts';

/** What the figures of a chart rest on; the parts that an overview and a report have in common. */
export type ChartBase = Pick<Overview, 'demand' | 'syllabi' | 'programme' | 'installation'> &
  Partial<Pick<CoverageReport, 'framework'>>;

/** The parts of a source line: sources, n, period, reach of the lexicon, syllabi, programme, framework. */
export function sourceParts(base: ChartBase, words: ChartWords): string[] {
  const { charts, gap, language } = words;
  const { demand, syllabi, programme, framework } = base;
  const { vacancies, advertisements, reach } = demand;
  const parts = [
    charts('source.advertisements', { sources: demand.sources.join(', ') }),
    gap('figures.n', { n: gap('base.vacancies', { vacancies, advertisements }) }),
    gap('base.period', { period: formatPeriod(demand.period, language) }),
    reach === null
      ? gap('base.noReach')
      : gap('base.reach', { share: formatShare(reach, language) }),
  ];
  if (programme) parts.push(...programmeParts(programme, syllabi, words));
  if (framework) {
    parts.push(
      charts('source.framework', { code: framework.code, version: String(framework.version) }),
    );
  }
  return parts;
}

function programmeParts(
  programme: NonNullable<ChartBase['programme']>,
  syllabi: ChartBase['syllabi'],
  words: ChartWords,
): string[] {
  const { charts, gap, localText } = words;
  const name = charts('source.programme', {
    name: localText(programme.name),
    code: programme.code,
    version: String(programme.versionNumber),
    institution: localText(programme.institution.name),
  });
  if (!syllabi) return [name];
  const { courses, withOutcomes, credits, creditsWithOutcomes } = syllabi;
  const share = formatShare(credits > 0 ? creditsWithOutcomes / credits : 0, words.language);
  return [name, gap('base.syllabi', { with: withOutcomes, count: courses, share })];
}
