export interface Excerpt {
  text: string;
  start: number;
  end: number;
}

/**
 * The sentence or line around a span, cut to about `reach` characters on either side at white space;
 * `start` and `end` are the span within the excerpt.
 */
export function excerptAround(text: string, start: number, end: number, reach = 140): Excerpt {
  const before = text.slice(0, start);
  const lineStart = Math.max(before.lastIndexOf('\n') + 1, lastSentenceEnd(before));
  let from = Math.max(lineStart, start - reach);
  if (from > lineStart) from = Math.min(start, nextSpace(text, from));
  const lineEnd = firstSentenceEnd(text, end);
  let to = Math.min(lineEnd, end + reach);
  if (to < lineEnd) to = Math.max(end, text.lastIndexOf(' ', to));
  while (from < start && /\s/.test(text[from]!)) from++;
  while (to > end && /\s/.test(text[to - 1]!)) to--;
  const opening = from > lineStart ? '… ' : '';
  const closing = to < lineEnd ? ' …' : '';
  return {
    text: opening + text.slice(from, to) + closing,
    start: opening.length + start - from,
    end: opening.length + end - from,
  };
}

function lastSentenceEnd(before: string): number {
  let last = 0;
  for (const match of before.matchAll(/[.;!?]\s/g)) last = match.index + match[0].length;
  return last;
}

function firstSentenceEnd(text: string, from: number): number {
  const match = /\n|[.;!?](?=\s|$)/.exec(text.slice(from));
  return match ? from + match.index + (match[0] === '\n' ? 0 : 1) : text.length;
}

function nextSpace(text: string, from: number): number {
  const found = text.indexOf(' ', from);
  return found === -1 ? from : found + 1;
}
