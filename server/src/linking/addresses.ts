// Every repetition is bounded before its delimiter, so that no text makes the search quadratic.
const address =
  /data:[a-z0-9.+-]{1,40}\/[a-z0-9.+-]{1,60}(?:;[a-z0-9=._-]{1,60}){0,4},[a-z0-9+/=%_-]+|[a-z][a-z0-9+.-]{0,15}:\/\/[^\s<>"',;)]+|www\.[^\s<>"',;)]+|[\p{L}\p{M}\d_.+-]{1,64}@[\p{L}\p{M}\d_-]{1,64}(?:\.[\p{L}\p{M}\d_-]{1,64})+/giu;

/** Web and mail addresses and inlined files (`data:`) of a text, in order; offsets are UTF-16. */
export function findAddresses(text: string): { start: number; end: number }[] {
  if (!/:\/\/|@|www\.|data:/i.test(text)) return [];
  return [...text.matchAll(address)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}
