import type { CoverageReport, Overview } from '@nhip/server/gap/contract.ts';
import { wordsOf } from '../ui/chart/testing/sheet-in.ts';
import type { Language } from '../language.ts';

const { gapChartMessages } = await import('./chart-messages.ts');
const { coverageMessages } = await import('./coverage-messages.ts');
const { gapMessages } = await import('./messages.ts');
const { overviewMessages } = await import('./overview-messages.ts');

/** Every word that a chart of the gap may be written with. */
export function chartWordsIn(language: Language) {
  return {
    language,
    localText: (text: { vi: string | null; en: string | null }) =>
      text[language] ?? text.vi ?? text.en ?? '',
    gap: wordsOf(gapMessages, language),
    charts: wordsOf(gapChartMessages, language),
    overview: wordsOf(overviewMessages, language),
    coverage: wordsOf(coverageMessages, language),
  };
}

export const hostile = '<script>alert(1)</script>&"';
export const longName =
  'Phân tích, thiết kế và vận hành hệ thống thông tin quản lý nguồn nhân lực của cơ quan nhà nước ở địa phương';

type Row = Overview['largestUncovered'][number];

export function row(change: Partial<Row> & { name?: string } = {}): Row {
  const { name = 'Điện toán đám mây', ...rest } = change;
  return {
    competency: {
      id: 1,
      code: 'IN.CLOUD',
      kind: 'competency',
      label: { vi: name, en: name },
      areaCode: 'IN',
    },
    vacancies: 26,
    share: { value: 0.1012, low: 0.0596, high: 0.1408 },
    shareByText: 0.0856,
    state: 'title-only',
    exposure: { low: 0, high: 0 },
    ...rest,
  };
}

/** What the figures rest on; a programme of a fictional university. */
export const base = {
  installation: 'main',
  programme: {
    id: 1,
    code: '7480103',
    name: { vi: 'Kỹ thuật phần mềm', en: 'Software Engineering' },
    institution: { id: 2, name: { vi: 'Trường Đại học Minh Họa', en: null }, fictional: true },
    versionId: 1,
    versionNumber: 3,
    datedOn: '2026-06-15',
    totalCredits: 130,
  },
  demand: {
    period: { from: '2026-08-03', to: '2026-11-13' },
    advertisements: 1259,
    vacancies: 1257,
    employers: 72,
    held: 12,
    reach: 0.93,
    tagMass: 1277,
    sources: ['demo'],
  },
  syllabi: {
    courses: 49,
    withSyllabus: 24,
    withOutcomes: 24,
    credits: 158,
    creditsWithOutcomes: 82,
  },
} satisfies Partial<Overview>;

/** An overview with some provinces; only what the charts read. */
export function overviewWith(change: Partial<Overview>): Overview {
  return { ...base, largestUncovered: [], provinces: [], ...change } as Overview;
}

export function reportWith(change: Partial<CoverageReport>): CoverageReport {
  const framework = { code: 'NHIP-DC', version: '1.0', lexiconRevision: 1 };
  return { ...base, framework, ...change } as CoverageReport;
}
