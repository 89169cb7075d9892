/** `nhip-ban-do-tinh-2026-11-22.svg`: the chart in words of plain letters, and the reader's own day. */
export function chartFileName(chart: string, day: Date, ending: 'svg' | 'png'): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `nhip-${chart}-${date}.${ending}`;
}
