/** 1,2 MB or 340 kB, the way the language writes numbers. */
export function fileSize(
  bytes: number,
  number: (value: number, digits?: number) => string,
): string {
  if (bytes < 1000) return `${number(bytes)} B`;
  return bytes < 1_000_000 ? `${number(bytes / 1000, 0)} kB` : `${number(bytes / 1_000_000, 1)} MB`;
}
