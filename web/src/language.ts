import type { Language, LocalText } from '@nhip/server/languages/contract.ts';
import i18next, { type FormatterModule } from 'i18next';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { formatNumber } from './format.ts';

export type { Language };

const storageKey = 'nhip.language';

/** Numbers in a sentence are written the way its language writes them. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, language) =>
    typeof value === 'number' ? formatNumber(value, language as Language) : String(value),
};

void i18next.use(formatter).init({
  lng: document.documentElement.lang === 'en' ? 'en' : 'vi',
  fallbackLng: false,
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false, alwaysFormat: true },
});

interface MessageTree {
  [key: string]: string | MessageTree;
}

/** The same keys in the other language; `key_one` may stand beside `key` for a counted singular. */
type SameKeys<T> = {
  [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]>;
} & { [K in keyof T as T[K] extends string ? `${K & string}_one` : never]?: string };

type PathsOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathsOf<T[K]>}`;
}[keyof T & string];

export interface Messages<V> {
  room: string;
  /** Only for the types: the Vietnamese tree. */
  tree?: V;
}

export type Translate<V> = (
  key: PathsOf<V>,
  values?: Record<string, string | number | undefined>,
) => string;

/** The `t` of some messages: `TranslateOf<typeof uiMessages>`. */
export type TranslateOf<M> = M extends Messages<infer V> ? Translate<V> : never;

/**
 * The words of a room, in both languages. A key that one language lacks does not compile.
 * `{{name}}` is filled from the values; numbers are written the way the language writes them;
 * a value called `count` chooses `key_one` where the language has a singular.
 */
export function defineMessages<const V extends MessageTree>(
  room: string,
  words: { vi: V; en: NoInfer<SameKeys<V>> },
): Messages<V> {
  i18next.addResourceBundle('vi', room, words.vi);
  i18next.addResourceBundle('en', room, words.en);
  return { room };
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

export function useMessages<V>(messages: Messages<V>): Translate<V> {
  const language = useLanguage();
  const fixed = useMemo(() => i18next.getFixedT(language, messages.room), [language, messages]);
  return useCallback((key, values) => fixed(key as string, values ?? {}), [fixed]);
}

export function currentLanguage(): Language {
  return i18next.language as Language;
}

/** Changes the words of the page that is open; nothing is loaded anew. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that forbids storage keeps the language in the address alone.
  }
  void i18next.changeLanguage(language);
}

/** The text in the reader's language, else in the other one together with its language. */
export function pickText(
  text: LocalText,
  language: Language,
): { text: string; language: Language; borrowed: boolean } {
  const other = language === 'vi' ? 'en' : 'vi';
  const own = text[language];
  if (own) return { text: own, language, borrowed: false };
  return { text: text[other] ?? '', language: other, borrowed: text[other] !== null };
}

/** The same as a plain string, for titles, sorting and labels. */
export function useLocalText(): (text: LocalText) => string {
  const language = useLanguage();
  return useCallback((text) => pickText(text, language).text, [language]);
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}
