export interface Excerpt {
  text: string;
  start: number;
  end: number;
}

/** At most `most` characters of a sentence around its marked words, cut at spaces, with … where something is left out. */
export function excerptAround(excerpt: Excerpt, most: number): Excerpt {
  const { text, start, end } = excerpt;
  if (text.length <= most) return excerpt;
  const room = Math.max(0, most - (end - start));
  let from = Math.max(0, Math.min(start - Math.floor(room / 2), text.length - most));
  let to = Math.min(text.length, from + most);
  if (from > 0) from = Math.min(start, text.indexOf(' ', from) + 1 || start);
  if (to < text.length) to = Math.max(end, text.lastIndexOf(' ', to));
  // white space at the cut goes, unless it is itself marked
  to = Math.max(end, from + text.slice(from, to).trimEnd().length);
  const before = from > 0 ? '… ' : '';
  const after = to < text.length ? ' …' : '';
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to) + after,
    start: start + shift,
    end: end + shift,
  };
}
