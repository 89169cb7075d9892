import { plain } from '#src/languages/plain.ts';
import { SHEETS, type Column, type SheetKey, type SheetShape } from './sheets.ts';
import type { Names } from './words.ts';

/** The example and the guide are for reading. */
export const FOR_READING: readonly Names[] = [
  { vi: 'Hướng dẫn', en: 'Guide' },
  { vi: 'Ví dụ', en: 'Example' },
];

export const shapeOf = (sheet: SheetKey): SheetShape => SHEETS[sheet];

/** Excel forbids / in the names of sheets. */
export const sheetName = ({ vi, en }: Names): string => `${vi} - ${en}`;

export function headingOf(column: Column, language?: string): string {
  const tag = language === undefined ? '' : ` (${language})`;
  return column.vi === column.en ? `${column.vi}${tag}` : `${column.vi}${tag} / ${column.en}${tag}`;
}

/** Which sheet a name means, in either language or both. */
export function sheetOf(name: string): SheetKey | 'for-reading' | undefined {
  const said = [name, ...name.split(/\s-\s/)].map(plain);
  const means = ({ vi, en, also = [] }: Names & { also?: readonly string[] }) =>
    [vi, en, `${vi} ${en}`, ...also].some((word) => said.includes(plain(word)));
  if (FOR_READING.some(means)) return 'for-reading';
  return (Object.keys(SHEETS) as SheetKey[]).find((sheet) => means(SHEETS[sheet]));
}

/** The key under which a cell is asked for: 'code', or 'label vi' where a column stands once for each language. */
export const columnOf = (sheet: SheetKey, heading: string): string | undefined =>
  keyIn(shapeOf(sheet).columns, heading);

function keyIn(columns: Record<string, Column>, heading: string): string | undefined {
  for (const said of [heading, ...heading.split('/')]) {
    const [, word = '', tag] = TAGGED.exec(said)!;
    const key = Object.keys(columns).find((one) => {
      const { vi, en, also = [] } = columns[one]!;
      return [vi, en, ...also].some((name) => plain(name) === plain(word));
    });
    if (key === undefined) continue;
    if (!columns[key]!.perLanguage) return tag === undefined ? key : undefined;
    return `${key} ${tag ?? languageOf(columns[key]!, said)}`;
  }
  return undefined;
}

/** A heading and the language (BCP 47) in brackets behind it. */
const TAGGED = /^(.*?)(?:\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\))?\s*$/s;

/** A heading without a language says it by its own: 'Tên' is Vietnamese, 'Label' English. */
function languageOf({ en, also = [] }: Column, said: string): string {
  const isEnglish = [en, ...also].some(
    (name) => plain(name) === plain(said) && /^[\x20-\x7e]+$/.test(name),
  );
  return isEnglish ? 'en' : 'vi';
}

const FLAT = {
  code: { vi: 'Mã khung', en: 'Framework code' },
  version: { vi: 'Phiên bản khung', en: 'Framework version' },
  title: { vi: 'Tên khung', en: 'Framework title' },
  licence: { vi: 'Giấy phép của khung', en: 'Framework licence' },
};

/** The columns of a CSV: those of the items, and what framework a line belongs to. */
export const FLAT_COLUMNS: Record<string, Column> = Object.fromEntries(
  (['code', 'version', 'title', 'licence'] as const).map((key) => {
    const column: Column = SHEETS.framework.columns[key];
    const names = { vi: FLAT[key].vi, en: FLAT[key].en, also: [] };
    return [key, { ...column, ...names }];
  }),
);

export function flatColumnOf(heading: string): string | undefined {
  const own = keyIn(FLAT_COLUMNS, heading);
  return own === undefined ? columnOf('items', heading) : `framework ${own}`;
}

/** Whether some line at the beginning of a text heads the items of a framework. */
export function looksLikeItems(head: string): boolean {
  return head.split(/\r\n|\n|\r/, 20).some((line) => {
    const keys = line.split(/[,;\t]/).map((cell) => flatColumnOf(cell.replace(/^\ufeff|"/g, '')));
    return keys.includes('code') && keys.some((key) => key?.startsWith('label '));
  });
}

/** The headings of the sheet Framework, which is a form. */
export const FORM: readonly Names[] = [
  { vi: 'Mục', en: 'Field' },
  { vi: 'Nội dung', en: 'Value' },
  { vi: 'Hướng dẫn', en: 'Help' },
];

export const isFormHeading = (heading: string): boolean =>
  heading.split('/').some((said) => plain(said) === plain(FORM[0]!.vi) || plain(said) === 'field');
