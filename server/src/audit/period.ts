const DAY = 24 * 3600 * 1000;

/**
 * `from` and `to` of a filter as moments, the second exclusive. A date stands for that whole day in
 * Việt Nam (UTC+7 without summer time).
 */
export function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }): {
  from: Date | undefined;
  until: Date | undefined;
} {
  return {
    from: from === undefined ? undefined : startOf(from),
    until: to === undefined ? undefined : new Date(startOf(to).getTime() + (isDate(to) ? DAY : 0)),
  };
}

function startOf(text: string): Date {
  return new Date(isDate(text) ? `${text}T00:00:00+07:00` : text);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}
