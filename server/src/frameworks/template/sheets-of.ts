import { FORM, headingOf, shapeOf, sheetName } from './columns.ts';
import { SHEETS, type Column, type SheetKey } from './sheets.ts';
import type { Written } from './to-lines.ts';
import { both, KINDS, NECESSITIES, ROLE_KINDS, SCALE_KINDS, type Names } from './words.ts';
import type { Lines } from './written.ts';

/** One sheet as it is put into a workbook. */
export interface WrittenSheet {
  name: string;
  columns: { heading: string; width: number; choices?: string[]; number?: true }[];
  rows: (string | number | null)[][];
}

const CHOICES: Partial<Record<SheetKey, Record<string, Record<string, Names>>>> = {
  items: { kind: KINDS },
  roles: { kind: ROLE_KINDS },
  requirements: { necessity: NECESSITIES },
  scales: { kind: SCALE_KINDS },
};
const NUMBERS = new Set(['level', 'sequence', 'weight', 'part']);

/** The sheets of a version, every one with its headings even where it has no lines. */
export function sheetsOf(lines: Lines): WrittenSheet[] {
  return (Object.keys(SHEETS) as SheetKey[]).map((sheet) =>
    sheet === 'framework' ? formOf(lines.framework) : tableSheet(sheet, lines[sheet]),
  );
}

function tableSheet(sheet: SheetKey, lines: readonly Written[]): WrittenSheet {
  const keys = keysOf(sheet, lines);
  const { columns } = shapeOf(sheet);
  return {
    name: sheetName(SHEETS[sheet]),
    columns: keys.map(({ key, base, language }) => {
      const choices = CHOICES[sheet]?.[base];
      return {
        ...{ heading: headingOf(columns[base]!, language), width: columns[base]!.width },
        ...(choices && { choices: Object.values(choices).map(both) }),
        ...(NUMBERS.has(key) && { number: true as const }),
      };
    }),
    rows: lines.map((line) => keys.map(({ key }) => line[key] ?? null)),
  };
}

/** The keys of the columns of a sheet in their order, those of each language together; Vietnamese and English always. */
export function keysOf(
  sheet: SheetKey,
  lines: readonly Written[],
): { key: string; base: string; language?: string }[] {
  const said = new Set(lines.flatMap((line) => Object.keys(line)));
  return Object.entries<Column>(shapeOf(sheet).columns).flatMap(([base, { perLanguage }]) => {
    if (!perLanguage) return [{ key: base, base }];
    const own = [...said].flatMap((key) =>
      key.startsWith(`${base} `) ? [key.slice(base.length + 1)] : [],
    );
    const languages = [...new Set(['vi', 'en', ...own.sort()])];
    return languages.map((language) => ({ key: `${base} ${language}`, base, language }));
  });
}

/** The framework as a form: what is asked for, the answer, what it is for. */
function formOf(lines: readonly Written[]): WrittenSheet {
  const line = lines[0] ?? {};
  const { columns } = shapeOf('framework');
  return {
    name: sheetName(SHEETS.framework),
    columns: [
      { heading: both(FORM[0]!), width: 34 },
      { heading: both(FORM[1]!), width: 60 },
      { heading: both(FORM[2]!), width: 80 },
    ],
    rows: keysOf('framework', lines).map(({ key, base, language }) => {
      const column = columns[base]!;
      return [headingOf(column, language), line[key] ?? null, both(column.help)];
    }),
  };
}
