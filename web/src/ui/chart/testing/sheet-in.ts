import type { Language, Messages, Translate } from '../../../language.ts';
import type { Sheet } from '../frame.ts';

// language.ts asks the page for its language as soon as it is read; a test has no page.
Object.assign(globalThis, { document: { documentElement: { lang: 'vi' } } });
const { default: i18next } = await import('i18next');
const { uiMessages } = await import('../../messages.ts');
const { chartMessages } = await import('../messages.ts');

/** The product's own words in one language, without the page around them. */
export function wordsOf<V>(messages: Messages<V>, language: Language): Translate<V> {
  const fixed = i18next.getFixedT(language, messages.room);
  return (key, values) => fixed(key as string, values ?? {});
}

/** A sheet of 22 November 2026 without the face, which only a browser needs. */
export function sheetIn(language: Language): Sheet {
  return {
    language,
    ui: wordsOf(uiMessages, language),
    chart: wordsOf(chartMessages, language),
    exportedOn: '2026-11-22',
    fontFaces: '',
  };
}
