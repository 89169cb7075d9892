import type { Token } from './normalise.ts';
import { foldWord } from './word-forms.ts';

/**
 * The word sequences that stand for one listed form. A form may be written together or apart only
 * where a listed form has a boundary itself: "Node.js" also accepts "nodejs", but "node" never
 * accepts "no de". A `parted` boundary (comma, bracket) is kept as the word PARTED.
 */
export const PARTED = '|';

const most = 8;
const mergeable = /^[a-z0-9.]+$/;

/** The folded words of a form, PARTED standing where the form has a comma or a bracket. */
export function pathOf(tokens: Token[]): string[] {
  return tokens.flatMap((token, at) => {
    const word = at > 0 && token.key === '.net' ? 'net' : token.folded;
    return at > 0 && token.gap !== 'joined' ? [PARTED, word] : [word];
  });
}

/** Written-together words that some listed form also writes apart: "nodejs" → ["node", "js"]. */
export function collectSplits(paths: string[][]): Map<string, string[][]> {
  const splits = new Map<string, string[][]>();
  for (const path of paths) {
    for (let at = 1; at < path.length; at += 1) {
      const [left, right] = [path[at - 1]!, path[at]!];
      const whole = foldWord(left + right);
      if (!canMerge(left, right) || whole.length < 4 || whole.startsWith('.')) continue;
      const known = splits.get(whole) ?? [];
      if (!known.some((pair) => pair[0] === left)) splits.set(whole, [...known, [left, right]]);
    }
  }
  return splits;
}

/** Every accepted word sequence of a form except its own, each once. */
export function variantsOf(path: string[], splits: Map<string, string[][]>): string[][] {
  const found = [...together(path), ...apart(path, splits)];
  if (path[0] === '.net' && path.length > 1) found.push(['net', ...path.slice(1)]);
  const seen = new Set([path.join(' ')]);
  return found.filter((variant) => {
    const key = variant.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

function together(path: string[]): string[][] {
  const boundaries = path.flatMap((word, at) =>
    at > 0 && canMerge(path[at - 1]!, word) ? [at] : [],
  );
  const choices =
    2 ** boundaries.length <= most
      ? subsets(boundaries).filter((chosen) => chosen.length > 0)
      : boundaries.map((boundary) => [boundary]);
  return choices.map((chosen) => joinAt(path, chosen)).filter((words) => words !== undefined);
}

function apart(path: string[], splits: Map<string, string[][]>): string[][] {
  return path.flatMap((word, at) =>
    (splits.get(word) ?? []).map((pair) => [...path.slice(0, at), ...pair, ...path.slice(at + 1)]),
  );
}

/** Vietnamese syllables with accents are never run together, nor are two numbers. */
function canMerge(left: string, right: string): boolean {
  if (!mergeable.test(left) || !mergeable.test(right) || right.startsWith('.')) return false;
  return !(/\d$/.test(left) && /^\d/.test(right));
}

/** Undefined when a piece would have two letters: "A.I." must not become the Vietnamese word "ai". */
function joinAt(path: string[], boundaries: number[]): string[] | undefined {
  const words: string[] = [];
  const merged = new Set<number>();
  path.forEach((word, at) => {
    if (!boundaries.includes(at)) {
      words.push(word);
      return;
    }
    words[words.length - 1] = words.at(-1)!.replace(/^\./, '') + word;
    merged.add(words.length - 1);
  });
  const tooShort = [...merged].some((at) => words[at]!.length < 3);
  return tooShort ? undefined : words.map((word) => foldWord(word));
}

function subsets(items: number[]): number[][] {
  return items.reduce<number[][]>(
    (all, item) => [...all, ...all.map((chosen) => [...chosen, item])],
    [[]],
  );
}
