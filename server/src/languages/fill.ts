/** Fills the {placeholders} of a sentence; those without a value stay as they are. */
export function fill(
  sentence: string,
  values: Readonly<Record<string, string | number | null | undefined>>,
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
