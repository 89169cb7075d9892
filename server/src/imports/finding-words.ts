import { fill } from '#src/languages/fill.ts';
import { advertisementFindingWords } from './advertisement-finding-words.ts';
import { frameworkFindingWords } from './framework-finding-words.ts';
import { memberFindingWords } from './member-finding-words.ts';
import { programmeFindingWords } from './programme-finding-words.ts';

/**
 * Words of every finding on a row or cell of a file, in both languages, each with a way to fix it.
 * {placeholders} are filled from the finding's detail. Codes are stable: scripts depend on them.
 */
const table = {
  ...advertisementFindingWords,
  ...programmeFindingWords,
  ...memberFindingWords,
  ...frameworkFindingWords,
} as const satisfies Record<string, { vi: string; en: string }>;

export type FindingCode = keyof typeof table;

export const findingWords: Record<FindingCode, { vi: string; en: string }> = table;

/** The sentence of a finding with its placeholders filled; a code this program no longer knows stands for itself. */
export function findingSentence(
  finding: { code: string; detail: Record<string, string | number> },
  language: 'vi' | 'en',
): string {
  const words = findingWords[finding.code as FindingCode]?.[language] ?? finding.code;
  return fill(words, finding.detail);
}
