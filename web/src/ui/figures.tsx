import {
  formatDate,
  formatNumber,
  formatPeriod,
  formatShare,
  formatShareRange,
} from '../format.ts';
import { useLanguage } from '../language.ts';

/** The formatters of the reader's language: `const f = useFigures(); f.share(0.41)`. */
export function useFigures() {
  const language = useLanguage();
  return {
    number: (value: number, digits?: number) => formatNumber(value, language, digits),
    share: (value: number, digits?: number) => formatShare(value, language, digits),
    range: (low: number, high: number) => formatShareRange(low, high, language),
    date: (value: string) => formatDate(value, language),
    period: (period: { from: string | null; to: string | null }) => formatPeriod(period, language),
  };
}
