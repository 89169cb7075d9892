import type { TranslateOf } from '../../language.ts';
import type { pullMessages } from './messages.ts';

const USUAL = [1, 6, 24, 168, 720] as const;

/** “Mỗi ngày”, for any number of hours. */
export function scheduleWords(hours: number, t: TranslateOf<typeof pullMessages>): string {
  const usual = USUAL.find((one) => one === hours);
  return usual ? t(`hours.h${usual}`) : t('hours.other', { count: hours });
}

/** What can be chosen; a number that somebody has set otherwise stays among it. */
export function scheduleOptions(t: TranslateOf<typeof pullMessages>, now = 24) {
  const all = [...new Set<number>([...USUAL, now])].sort((a, b) => a - b);
  return all.map((hours) => ({ value: String(hours), label: scheduleWords(hours, t) }));
}
