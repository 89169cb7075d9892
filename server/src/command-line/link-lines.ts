import type { Language } from '#src/errors.ts';
import { csvLine, CSV_START, type Cell } from '#src/files/spreadsheet.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { FoundView } from '#src/linking/contract.ts';
import { say } from './words.ts';

export type LinkFormat = 'text' | 'jsonl' | 'csv';

const COLUMNS = [
  ...['line', 'column', 'start', 'end', 'surface', 'code', 'label_vi', 'label_en'],
  ...['band', 'probability', 'method', 'form', 'level_scale', 'level_low', 'level_high'],
  ...['verdict', 'reasons_vi', 'reasons_en'],
];

/** Links line by line, each with its line break; lines and columns of the text begin with 1. */
export function* linkLines(
  text: string,
  links: readonly FoundView[],
  format: LinkFormat,
  language: Language,
): Generator<string> {
  if (format === 'csv') yield CSV_START + csvLine(COLUMNS);
  const positionOf = positions(text);
  for (const link of links) {
    const at = positionOf(link.start);
    if (format === 'jsonl') yield `${JSON.stringify({ ...at, ...link })}\n`;
    else if (format === 'csv') yield csvLine(cellsOf(at, link));
    else yield `${textOf(at, link, language)}\n`;
  }
}

interface Position {
  line: number;
  column: number;
}

function cellsOf({ line, column }: Position, link: FoundView): Cell[] {
  const { competency, level, reasons } = link;
  return [
    ...[line, column, link.start, link.end, link.surface, competency.code],
    ...[competency.label.vi, competency.label.en, link.band, link.probability, link.method],
    ...[link.form, level?.scale ?? null, level?.low ?? null, level?.high ?? null, link.verdict],
    ...(['vi', 'en'] as const).map((one) => reasons.map(({ words }) => words[one]).join('; ')),
  ];
}

/** What everybody sees at once, then what needs to be said: a doubt, a reason, a level. */
function textOf({ line, column }: Position, link: FoundView, language: Language): string {
  const { competency, band, probability, level, reasons } = link;
  const isName = reasons[0]?.kind === 'phrase' && reasons[0].data.isLabel === true;
  const notes = [
    ...(band === 'review' ? [say('waits-for-person', language)] : []),
    ...(band === 'review' && probability !== null
      ? [say('sure', language, { percent: Math.round(probability * 100) })]
      : []),
    ...reasons.slice(isName && link.method === 'exact' ? 1 : 0).map(({ words }) => words[language]),
    ...(level ? [say('level', language, { ...level })] : []),
  ];
  const label = inLanguage(competency.label, language);
  const seen = [`${line}:${column}`, link.surface, competency.code, label];
  return [...seen, ...(notes.length > 0 ? [notes.join('; ')] : [])].join('\t');
}

/** Offsets rise from link to link: the text is gone through once. */
function positions(text: string): (offset: number) => Position {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (;;) {
      const next = text.indexOf('\n', lineStart);
      if (next < 0 || next >= offset) break;
      line += 1;
      lineStart = next + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}
