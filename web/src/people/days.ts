/** Days are text, yyyy-mm-dd, and compare as text. */
export function today(): string {
  return dayInVietnam(new Date());
}

/** The day that it is in Việt Nam (UTC+7 all year round). */
export function dayInVietnam(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3600_000).toISOString().slice(0, 10);
}

/** A consent ends as its last day is over: the last instant of it still lies in that day. */
export function lastDayOf(expiresAt: string): string {
  return dayInVietnam(new Date(Date.parse(expiresAt) - 1));
}

/** The same day so many months later; the last of the month where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}
