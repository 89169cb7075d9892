import type { Words } from '@nhip/server/frameworks/reading/contract.ts';
import { useCallback } from 'react';
import { useLanguage, type Language } from '../language.ts';

/** The text in the reader's language, else in the other one, else in any; `lang` only where it is not the reader's. */
export function pickWords(words: Words, language: Language): { text: string; lang?: string } {
  for (const wanted of [language, 'vi', 'en', ...Object.keys(words)]) {
    const text = words[wanted];
    if (text) return wanted === language ? { text } : { text, lang: wanted };
  }
  return { text: '' };
}

/** A text in the best language there is, marked with it where that is not the reader's. */
export function WordsView({ words, fallback = '—' }: { words: Words; fallback?: string }) {
  const { text, lang } = pickWords(words, useLanguage());
  if (!text) return <>{fallback}</>;
  return lang ? <span lang={lang}>{text}</span> : <>{text}</>;
}

/** The same as a plain string, for titles and labels. */
export function useWords(): (words: Words) => string {
  const language = useLanguage();
  return useCallback((words) => pickWords(words, language).text, [language]);
}
