import { writeCsv, writeXlsx, type Sheet } from '#src/files/spreadsheet.ts';
import { fill } from '#src/languages/fill.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { DemandTable } from './contract.ts';
import { DEMAND_WORDS } from './export-words.ts';

type Language = 'vi' | 'en';

export function demandXlsx(
  table: DemandTable,
  language: Language,
  kind: 'demo' | 'main',
): Promise<Buffer> {
  return writeXlsx([demandSheet(table, language, kind)]);
}

export function demandCsv(table: DemandTable, language: Language, kind: 'demo' | 'main'): string {
  return writeCsv(demandSheet(table, language, kind));
}

function demandSheet(
  { region, base, rows }: DemandTable,
  language: Language,
  kind: 'demo' | 'main',
): Sheet {
  const say = DEMAND_WORDS[language];
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return {
    name: say.sheet,
    preface: [
      ...(kind === 'demo' ? [say.demonstration] : []),
      say.definition,
      fill(say.region, {
        region: region === null ? say.everywhere : inLanguage(region.name, language),
      }),
      fill(say.base, {
        vacancies: base.vacancies,
        advertisements: base.advertisements,
        employers: base.employers,
        from: base.period.from ?? '–',
        to: base.period.to ?? '–',
        reach: base.reach === null ? '–' : percent.format(base.reach),
        held: base.held,
        sources: base.sources.join(', '),
      }),
    ],
    columns: [
      { title: say.code, width: 18 },
      { title: say.competency, width: 40 },
      { title: say.vacancies, width: 12, format: '0' },
      { title: say.share, width: 12, format: '0.0%' },
      { title: say.low, width: 12, format: '0.0%' },
      { title: say.high, width: 12, format: '0.0%' },
      { title: say.byText, width: 16, format: '0.0%' },
    ],
    rows: rows.map((row) => [
      row.competency.code,
      inLanguage(row.competency.label, language),
      row.vacancies,
      row.share.value,
      row.share.low,
      row.share.high,
      row.shareByText,
    ]),
  };
}
