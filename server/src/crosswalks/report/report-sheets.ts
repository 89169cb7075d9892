import { writeCsv, writeXlsx, type Sheet } from '#src/files/spreadsheet.ts';
import { fill } from '#src/languages/fill.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { CrosswalkReport, Reach } from '../contract.ts';
import { EXPORT_WORDS } from '../exporting/words.ts';

type Language = 'vi' | 'en';
type Kind = 'demo' | 'main';

/** Two sheets: how far each framework is covered, by area, and the conflicts. */
export function reportXlsx(
  report: CrosswalkReport,
  language: Language,
  kind: Kind,
): Promise<Buffer> {
  return writeXlsx([coverageSheet(report, language, kind), conflictSheet(report, language, kind)]);
}

/** The coverage; the conflicts are in the .xlsx. */
export function reportCsv(report: CrosswalkReport, language: Language, kind: Kind): string {
  return writeCsv(coverageSheet(report, language, kind));
}

function prefaceOf(report: CrosswalkReport, language: Language, kind: Kind): string[] {
  const say = EXPORT_WORDS[language];
  const name = ({ framework }: CrosswalkReport['from']) =>
    `${inLanguage(framework.title, language) || framework.code} ${framework.version}`;
  const values = { from: name(report.from), to: name(report.to), n: report.accepted };
  return [...(kind === 'demo' ? [say.demonstration] : []), fill(say.reportOf, values), say.reached];
}

function coverageSheet(report: CrosswalkReport, language: Language, kind: Kind): Sheet {
  const say = EXPORT_WORDS[language];
  const line = (framework: string, code: string, area: string, reach: Reach) => [
    ...[framework, code, area, reach.items, reach.reached],
    ...[reach.items === 0 ? null : reach.reached / reach.items, reach.exact, reach.relatedOnly],
  ];
  return {
    name: say.coverage,
    preface: prefaceOf(report, language, kind),
    columns: [
      { title: say.framework, width: 18 },
      { title: say.code, width: 18 },
      { title: say.area, width: 44 },
      { title: say.items, width: 10, format: '0' },
      { title: say.reachedItems, width: 10, format: '0' },
      { title: say.share, width: 12, format: '0.0%' },
      { title: say.exactItems, width: 14, format: '0' },
      { title: say.relatedOnly, width: 14, format: '0' },
    ],
    rows: [report.from, report.to].flatMap((side) => [
      line(side.framework.code, '', say.whole, side),
      ...side.areas.map((area) =>
        line(side.framework.code, area.code, inLanguage(area.label, language), area),
      ),
    ]),
  };
}

function conflictSheet(report: CrosswalkReport, language: Language, kind: Kind): Sheet {
  const say = EXPORT_WORDS[language];
  return {
    name: say.conflicts,
    preface: prefaceOf(report, language, kind),
    columns: [
      { title: say.conflict, width: 44 },
      { title: say.about, width: 100 },
    ],
    rows: report.conflicts.map(({ code, items }) => [
      say[code],
      items
        .map((item) => {
          const framework = report[item.side].framework.code;
          return `${framework} ${item.code} ${inLanguage(item.label, language)}`.trim();
        })
        .join(' · '),
    ]),
  };
}
