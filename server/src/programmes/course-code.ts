/**
 * Universities mark a class taught in English with a letter after the code (INT3317 = INT3317E): the
 * code without it, upper case and without spaces, is what two documents agree on.
 */
export function courseCodeStem(code: string): string {
  return code
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replace(/(?<=\d)E$/, '');
}

/** Finds the one among several that carries a course's code: written the same, else of the same stem. */
export function byCourseCode<T>(
  candidates: Iterable<T>,
  codeOf: (candidate: T) => string | null,
): (code: string) => T | undefined {
  const same = new Map<string, T>();
  const stems = new Map<string, T>();
  for (const candidate of candidates) {
    const code = codeOf(candidate);
    if (code === null) continue;
    const stem = courseCodeStem(code);
    if (!same.has(code)) same.set(code, candidate);
    if (!stems.has(stem)) stems.set(stem, candidate);
  }
  return (code) => same.get(code) ?? stems.get(courseCodeStem(code));
}
