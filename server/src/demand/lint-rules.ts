import type { RowFinding } from '#src/imports/importer.ts';

/**
 * Texts that say nothing about real demand. Both rules hold rows back; neither rejects them.
 *
 * A template: the same requirements (case and white space folded) in at least
 * `advertisements` rows of at least `employers` different employers. An employer may repeat its own
 * text in several advertisements; unrelated employers do not write the same sentences.
 */
export const TEMPLATE = { advertisements: 5, employers: 3 } as const;

/** Requirements under this many characters are a headline: nothing can be read from them about skills. */
export const SHORTEST_REQUIREMENTS = 120;

/** The codes of the findings that hold a row, kept with the advertisement also after it is admitted. */
export function flagsOf(staged: { problems: readonly RowFinding[] }): string[] {
  const holds = staged.problems.filter((problem) => problem.severity === 'hold');
  return [...new Set(holds.map((problem) => problem.code))].sort();
}
