/** Dates of the calendar are text, yyyy-mm-dd, and compare as text. */
export function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The same day so many months later; the last of the month where that month is shorter. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return dateOf(first);
}

const ENGLISH = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});

/** 2030-12-31 → '31/12/2030', in English '31 December 2030': there the order of figures is not one for all. */
export function shownDate(date: string, language: 'vi' | 'en'): string {
  return language === 'vi'
    ? date.split('-').reverse().join('/')
    : ENGLISH.format(new Date(`${date}T00:00:00Z`));
}
