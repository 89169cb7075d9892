import type { Language } from '@nhip/server/languages/contract.ts';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const cache = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits });
  cache.set(key, made);
  return made;
}

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(value: number, language: Language, digits = 1): string {
  return numberFormat(language, digits).format(value);
}

/** A share of 0…1 in per cent: `41 %` in Vietnamese, `41%` in English; below one per cent one decimal. */
export function formatShare(value: number, language: Language, digits?: number): string {
  return percent(percentNumber(value, language, digits), language);
}

/** `37–45 %`; one figure when both ends read the same. */
export function formatShareRange(low: number, high: number, language: Language): string {
  const from = percentNumber(low, language);
  const to = percentNumber(high, language);
  return percent(from === to ? from : `${from}–${to}`, language);
}

function percentNumber(value: number, language: Language, digits?: number): string {
  const share = value * 100;
  // neither end is reached by rounding: 99.8 % is not all, 0.3 % is not nothing
  const nearAnEnd = (share > 0 && share < 1) || (share > 99 && share < 100);
  return formatNumber(share, language, digits ?? (nearAnEnd ? 1 : 0));
}

function percent(figure: string, language: Language): string {
  return language === 'vi' ? `${figure}\u00a0%` : `${figure}%`;
}

/** dd/MM/yyyy in Vietnamese, 21 Nov 2026 in English. Takes `2026-11-21` or an instant. */
export function formatDate(value: string, language: Language): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const date = new Date(day ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(locales[language], {
    day: '2-digit',
    month: language === 'vi' ? '2-digit' : 'short',
    year: 'numeric',
    timeZone: day ? 'UTC' : undefined,
  }).format(date);
}

export function formatDateTime(value: string, language: Language): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const time = new Intl.DateTimeFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
  return `${time} ${formatDate(value, language)}`;
}

/** `01/08/2026 – 15/11/2026`; an open end is left open. */
export function formatPeriod(
  period: { from: string | null; to: string | null },
  language: Language,
): string {
  const from = period.from ? formatDate(period.from, language) : '…';
  const to = period.to ? formatDate(period.to, language) : '…';
  return from === to ? from : `${from} – ${to}`;
}
