import { FOR_READING, headingOf, shapeOf, sheetName } from './columns.ts';
import { keysOf, sheetsOf, type WrittenSheet } from './sheets-of.ts';
import { SHEETS, type SheetKey } from './sheets.ts';
import { writeWorkbook } from './write-workbook.ts';
import { both, KINDS } from './words.ts';

/** The template to be filled in: empty sheets with lists to choose from, an example, and what every column is for. */
export function frameworkTemplate(): Promise<Buffer> {
  const empty = { framework: [], items: [], descriptors: [], roles: [], requirements: [] };
  const sheets = sheetsOf({ ...empty, scales: [], source: [] });
  const filledIn = sheets.filter(({ name }) => name !== sheetName(SHEETS.source));
  return writeWorkbook([...filledIn, example(), guide()]);
}

const [GUIDE, EXAMPLE] = FOR_READING;

/** What every column is for, in both languages: Excel cannot say it in the cell itself. */
export function guide(): WrittenSheet {
  const sheets = (Object.keys(SHEETS) as SheetKey[]).filter((sheet) => sheet !== 'source');
  return {
    name: sheetName(GUIDE!),
    columns: [
      { heading: 'Trang / Sheet', width: 30 },
      { heading: 'Cột / Column', width: 34 },
      { heading: 'Ý nghĩa', width: 70 },
      { heading: 'Meaning', width: 70 },
    ],
    rows: sheets.flatMap((sheet) =>
      Object.values(shapeOf(sheet).columns).map((column) => [
        sheetName(SHEETS[sheet]),
        headingOf(column, column.perLanguage && 'vi'),
        column.help.vi,
        column.help.en,
      ]),
    ),
  };
}

const LINES = [
  ['A', '', 'area', 'Làm việc với dữ liệu', 'Working with data', '', ''],
  [
    ...['A.1', 'A', 'skill', 'Làm sạch dữ liệu', 'Clean data'],
    ...['tiền xử lý dữ liệu', 'data cleansing | data cleaning'],
  ],
  ['A.2', 'A', 'knowledge', 'Thống kê mô tả', 'Descriptive statistics', '', ''],
] as const;

function example(): WrittenSheet {
  const shown = ['code', 'parent', 'kind', 'label vi', 'label en', 'aliases vi', 'aliases en'];
  const columns = keysOf('items', []).filter(({ key }) => shown.includes(key));
  const own = shapeOf('items').columns;
  return {
    name: sheetName(EXAMPLE!),
    columns: columns.map(({ base, language }) => ({
      ...{ heading: headingOf(own[base]!, language), width: own[base]!.width },
    })),
    rows: LINES.map((line) =>
      columns.map(({ key }) => {
        const cell = line[shown.indexOf(key)]!;
        return key === 'kind' ? both(KINDS[cell as keyof typeof KINDS]) : cell || null;
      }),
    ),
  };
}
