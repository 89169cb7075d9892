import { writeCsv, writeXlsx, type Sheet } from '#src/files/spreadsheet.ts';
import { fill } from '#src/languages/fill.ts';
import type { PrecisionReport } from './contract.ts';
import { PRECISION_WORDS } from './export-words.ts';

type Language = 'vi' | 'en';

export function precisionXlsx(report: PrecisionReport, language: Language): Promise<Buffer> {
  return writeXlsx([precisionSheet(report, language)]);
}

export function precisionCsv(report: PrecisionReport, language: Language): string {
  return writeCsv(precisionSheet(report, language));
}

function precisionSheet(
  { installation, least, series }: PrecisionReport,
  language: Language,
): Sheet {
  const say = PRECISION_WORDS[language];
  return {
    name: say.sheet,
    preface: [
      ...(installation === 'demo' ? [say.demonstration] : []),
      fill(say.definition, { least }),
    ],
    columns: [
      { title: say.from, width: 14 },
      { title: say.tier, width: 14 },
      { title: say.language, width: 24 },
      { title: say.drawn, width: 12, format: '0' },
      { title: say.decided, width: 14, format: '0' },
      { title: say.right, width: 12, format: '0' },
      { title: say.precision, width: 12, format: '0.0%' },
      { title: say.low, width: 14, format: '0.0%' },
      { title: say.high, width: 14, format: '0.0%' },
    ],
    rows: series.flatMap(({ tier, language: of, points }) =>
      points.map((point) => [
        ...[point.from, say[tier], say[of], point.drawn, point.decided, point.right],
        ...[point.precision, point.low, point.high],
      ]),
    ),
  };
}
