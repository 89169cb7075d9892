import { CSV_START, csvLine } from '#src/files/spreadsheet.ts';
import { FLAT_COLUMNS, headingOf, shapeOf } from './columns.ts';
import { keysOf } from './sheets-of.ts';
import type { Content } from './written.ts';
import { linesOf } from './written.ts';

/**
 * What a CSV of a framework has no place for. Brought back where the framework stands, all of it stays
 * as it is; brought in elsewhere, it is lost. A test holds this list to be whole.
 */
export const CSV_LOSES = {
  rows: ['scale', 'role', 'definition'],
  framework: ['uuid', 'uri', 'publishedOn', 'extra', 'description', 'note'],
  item: ['levels', 'extra', 'relations: sequence, extra', 'white space at the ends of texts'],
} as const;

/** The items of a framework, one to a line, each with the framework that it belongs to (RFC 4180, UTF-8 with a mark). */
export async function flatCsv(content: Content): Promise<string> {
  const { framework, items } = await linesOf(content);
  const whole = framework[0]!;
  const titles = keysOf('framework', framework).filter(({ base }) => base === 'title');
  const own = ['code', 'version', ...titles.map(({ key }) => key), 'licence'];
  const keys = keysOf('items', items);
  const header = [
    ...own.map((key) => {
      const [base = '', language] = key.split(' ');
      return headingOf(FLAT_COLUMNS[base]!, language);
    }),
    ...keys.map(({ base, language }) => headingOf(shapeOf('items').columns[base]!, language)),
  ];
  const first = own.map((key) => whole[key] ?? null);
  const lines = items.map((line) =>
    csvLine([...first, ...keys.map(({ key }) => line[key] ?? null)]),
  );
  return CSV_START + csvLine(header) + lines.join('');
}
