import type { LocalText } from '@nhip/server/languages/contract.ts';
import {
  useLanguage,
  useLocalText,
  useMessages,
  type Language,
  type TranslateOf,
} from '../language.ts';
import { gapChartMessages } from './chart-messages.ts';
import { gapMessages } from './messages.ts';

/** The words that every chart of the gap is written with, in one language. */
export interface ChartWords {
  language: Language;
  localText: (text: LocalText) => string;
  gap: TranslateOf<typeof gapMessages>;
  charts: TranslateOf<typeof gapChartMessages>;
}

/** Those of the reader. The charts themselves are fetched later and take them as they are. */
export function useChartWords(): ChartWords {
  return {
    language: useLanguage(),
    localText: useLocalText(),
    gap: useMessages(gapMessages),
    charts: useMessages(gapChartMessages),
  };
}
