// Every repetition is bounded before its delimiter, so that no text makes the search quadratic.
const address =
  /[a-z][a-z0-9+.-]{0,15}:\/\/[^\s<>"',;)]+|www\.[^\s<>"',;)]+|[\p{L}\p{M}\d_.+-]{1,64}@[\p{L}\p{M}\d_-]{1,64}(?:\.[\p{L}\p{M}\d_-]{1,64})+/giu;

/** Web and mail addresses of a text, in order; offsets are UTF-16. */
export function findAddresses(text: string): { start: number; end: number }[] {
  if (!/:\/\/|@|www\./i.test(text)) return [];
  return [...text.matchAll(address)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}
