import type { Text } from '#src/frameworks/importing/framework-row.ts';
import { LABEL_LIMIT } from '#src/frameworks/importing/lint-texts.ts';

const CUT = 200;

export interface Statements {
  fullStatement?: string;
  abbreviatedStatement?: string;
  notes?: string;
}

/**
 * CASE has one statement and a shorter form of it; we have a label and a definition. A definition is the
 * full statement and its label the abbreviated one; a label alone is the full statement.
 */
export function statementsOf(texts: readonly Text[], language: string): Statements {
  const value = (field: Text['field']) =>
    texts.find((text) => text.field === field && text.language === language)?.value;
  const [label, definition, note] = [value('label'), value('definition'), value('note')];
  return {
    ...(definition === undefined
      ? label === undefined
        ? {}
        : { fullStatement: label }
      : { fullStatement: definition }),
    ...(definition !== undefined && label !== undefined ? { abbreviatedStatement: label } : {}),
    ...(note === undefined ? {} : { notes: note }),
  };
}

/** The texts of an item in one language; of a statement too long for a label its beginning is the label. */
export function textsOf(item: Readonly<Record<string, unknown>>, language: string): Text[] {
  const full = textOf(item.fullStatement);
  const short = textOf(item.abbreviatedStatement);
  const note = textOf(item.notes);
  const label = short ?? (full !== undefined && full.length > LABEL_LIMIT ? beginning(full) : full);
  const definition = label === full && short === undefined ? undefined : full;
  const texts: [Text['field'], string | undefined][] = [
    ['label', label],
    ['definition', definition],
    ['note', note],
  ];
  return texts.flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, language, value }],
  );
}

/** A text that says something, composed (NFC). */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.normalize('NFC');
}

function beginning(text: string): string {
  const cut = text.slice(0, CUT);
  const space = cut.lastIndexOf(' ');
  return `${(space > CUT / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * The language of a text as we name it: the language alone ('en-US', 'eng' → 'en'), with its script where
 * it is written. Where the source names none: Vietnamese when its letters say so, else English.
 */
export function languageOf(tag: unknown, ...texts: unknown[]): string {
  const named = canonicalLanguage(tag);
  if (named !== undefined) return named;
  const vietnamese = texts.some((text) => typeof text === 'string' && ONLY_VIETNAMESE.test(text));
  return vietnamese ? 'vi' : 'en';
}

const ONLY_VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỷỹỵ]/i;

function canonicalLanguage(tag: unknown): string | undefined {
  if (typeof tag !== 'string') return undefined;
  try {
    const { language, script } = new Intl.Locale(tag.trim().replaceAll('_', '-'));
    return language === 'und' ? undefined : script ? `${language}-${script}` : language;
  } catch {
    return undefined;
  }
}

/** Vietnamese first, then English, then the others in order: which text leads where only one can. */
export function mainLanguage(languages: Iterable<string>): string | undefined {
  const all = [...new Set(languages)].sort();
  return ['vi', 'en'].find((language) => all.includes(language)) ?? all[0];
}
