import { tokenise } from '../normalise.ts';
import type { TokenSpan } from './best-span.ts';
import type { Line } from './line.ts';

/** Phrases with something attached, found in a line word by word. */
export interface Cues<Meaning> {
  byFirst: Map<string, { words: string[]; meaning: Meaning }[]>;
}

export interface FoundCue<Meaning> extends TokenSpan {
  cue: string;
  meaning: Meaning;
}

export function cuesOf<Meaning>(list: { cue: string; meaning: Meaning }[]): Cues<Meaning> {
  const byFirst: Cues<Meaning>['byFirst'] = new Map();
  for (const { cue, meaning } of list) {
    const words = tokenise(cue).map(({ key }) => key);
    const known = byFirst.get(words[0]!) ?? [];
    byFirst.set(words[0]!, [...known, { words, meaning }]);
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.words.length - a.words.length);
  return { byFirst };
}

/** The longest cue at each word, in order; none runs over a new line or a comma. */
export function findCues<Meaning>({ byFirst }: Cues<Meaning>, line: Line): FoundCue<Meaning>[] {
  const found: FoundCue<Meaning>[] = [];
  for (let first = 0; first < line.tokens.length; first += 1) {
    const known = byFirst.get(line.tokens[first]!.key);
    const hit = known?.find(({ words }) => stands(words, line, first));
    if (!hit) continue;
    const last = first + hit.words.length - 1;
    found.push({ first, last, cue: hit.words.join(' '), meaning: hit.meaning });
    first = last;
  }
  return found;
}

/** "don’t" and "don t", "you'll" and "you ll": an apostrophe parts words and nothing more. */
function stands(words: string[], { tokens, text }: Line, first: number): boolean {
  return words.every((word, step) => {
    const token = tokens[first + step];
    if (token?.key !== word) return false;
    const before = tokens[first + step - 1];
    return (
      step === 0 || token.gap === 'joined' || /^['’]$/.test(text.slice(before!.end, token.start))
    );
  });
}
