import type { LocalText } from './contract.ts';

export interface TextRow {
  language: string;
  value: string;
}

/** Rows of a text table (one owner, one field) → the two languages of the interface. */
export function localText(rows: readonly TextRow[]): LocalText {
  const of = (language: string) => rows.find((row) => row.language === language)?.value ?? null;
  return { vi: of('vi'), en: of('en') };
}

/** The text in the reader's language, or in the other one where it is missing. */
export function inLanguage(text: LocalText, language: 'vi' | 'en'): string {
  return (language === 'vi' ? (text.vi ?? text.en) : (text.en ?? text.vi)) ?? '';
}
