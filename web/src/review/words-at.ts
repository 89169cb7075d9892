const inWord = /[\p{L}\p{M}\p{N}+#]/u;
/** Within a word only: "Node.js", "CI/CD", "Power-BI". */
const joins = /[-./'’]/;

/**
 * The whole words that a selection touches, as they stand: a letter more or less does not matter. Empty where it
 * touches none, or runs over a new line.
 */
export function wordsAt(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (start > 0 && isInside(text, start - 1) && isInside(text, start)) start -= 1;
  while (end < text.length && isInside(text, end) && isInside(text, end - 1)) end += 1;
  while (start < end && !inWord.test(text[start]!)) start += 1;
  while (end > start && !inWord.test(text[end - 1]!)) end -= 1;
  const words = text.slice(start, end);
  return words.includes('\n') ? '' : words;
}

function isInside(text: string, at: number): boolean {
  const sign = text[at] ?? '';
  if (inWord.test(sign)) return true;
  return joins.test(sign) && inWord.test(text[at - 1] ?? '') && inWord.test(text[at + 1] ?? '');
}
