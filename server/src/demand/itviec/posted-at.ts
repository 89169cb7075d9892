/** The two ways in which the format writes a time: 25/11/2025 15:05 (day first) and 2026-02-04 20:06:52. */
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const YEAR_FIRST =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;

export interface PostedAt {
  /** YYYY-MM-DD, the day in Vietnam as written */
  day: string;
  /** HH:MM:SS, 00:00:00 where only a day is written */
  time: string;
}

/** The time that a cell writes, or undefined where it writes none or one that does not exist (31/02). */
export function readPostedAt(written: string): PostedAt | undefined {
  const text = written.trim();
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day, month, year, ...clock] = dayFirst;
    return toPostedAt(year, month, day, clock);
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, month, day, ...clock] = yearFirst;
    return toPostedAt(year, month, day, clock);
  }
  return undefined;
}

function toPostedAt(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour = '0', minute = '0', second = '0']: (string | undefined)[],
): PostedAt | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  if (!exists || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const two = (part: string) => part.padStart(2, '0');
  return {
    day: date.toISOString().slice(0, 10),
    time: [hour, minute, second].map(two).join(':'),
  };
}

/** The day after which a posting lies in the future: clocks and time zones may differ by one. */
export function lastAcceptedDay(today: string): string {
  const next = new Date(`${today}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
