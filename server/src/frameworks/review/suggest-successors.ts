import { plain } from '#src/languages/plain.ts';
import type { TextRow } from '#src/languages/local-text.ts';

export interface Candidate {
  id: number;
  code: string;
  kind: string;
  labels: readonly TextRow[];
}

export interface Suggested<C extends Candidate> {
  candidate: C;
  because: 'same-code' | 'same-label' | 'like-label';
}

const SHOWN = 5;
/** Two labels with fewer words in common than this share of all their words are not alike. */
const ALIKE = 0.4;

/** What may have taken the place of a competency: the same code first, then the same label, then one much like it. */
export function suggestSuccessors<C extends Candidate>(
  gone: Candidate,
  candidates: readonly C[],
): Suggested<C>[] {
  const found = candidates
    .filter(({ kind }) => (kind === 'area') === (gone.kind === 'area'))
    .map((candidate) => ({ candidate, ...likeness(gone, candidate) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.candidate.code < b.candidate.code ? -1 : 1));
  return found.slice(0, SHOWN).map(({ candidate, because }) => ({ candidate, because }));
}

function likeness(
  gone: Candidate,
  candidate: Candidate,
): { score: number; because: Suggested<Candidate>['because'] } {
  if (gone.code === candidate.code) return { score: 3, because: 'same-code' };
  let best = 0;
  for (const { language, value } of gone.labels) {
    for (const other of candidate.labels) {
      if (other.language !== language) continue;
      if (plain(value) === plain(other.value)) return { score: 2, because: 'same-label' };
      best = Math.max(best, sharedWords(value, other.value));
    }
  }
  return { score: best, because: 'like-label' };
}

/** Words in both ÷ words in either. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [new Set(plain(one).split(' ')), new Set(plain(other).split(' '))];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}
