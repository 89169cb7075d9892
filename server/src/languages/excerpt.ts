export interface Excerpt {
  text: string;
  start: number;
  end: number;
}

/**
 * The sentence or line around a span, cut to about `reach` characters on either side at white space;
 * `start` and `end` are the span within the excerpt. A sentence of nothing else ("3." before an item of a list)
 * says nothing: then it is the line.
 */
export function excerptAround(text: string, start: number, end: number, reach = 140): Excerpt {
  const before = text.slice(0, start);
  const ownLine = before.lastIndexOf('\n') + 1;
  const sentenceStart = Math.max(ownLine, lastSentenceEnd(before));
  const sentenceEnd = firstSentenceEnd(text, end);
  const beside = text.slice(sentenceStart, start) + text.slice(end, sentenceEnd);
  const bare = !/[\p{L}\p{N}]/u.test(beside);
  const lineStart = bare ? ownLine : sentenceStart;
  let from = Math.max(lineStart, start - reach);
  if (from > lineStart) from = Math.min(start, nextSpace(text, from));
  const lineEnd = bare ? endOfLine(text, end) : sentenceEnd;
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

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}

function nextSpace(text: string, from: number): number {
  const found = text.indexOf(' ', from);
  return found === -1 ? from : found + 1;
}
