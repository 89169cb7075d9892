export interface SearchEntry {
  kind: 'page' | 'programme' | 'competency';
  to: string;
  title: string;
  subtitle?: string;
}

export const most = 40;

/** Lower case without accents and without punctuation: what a hurried reader types. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** The entries that match, best first: beginning of the name, beginning of a word, inside, one typing error. */
export function findEntries(entries: SearchEntry[], query: string): SearchEntry[] {
  const wanted = plain(query);
  if (!wanted) return entries.slice(0, most);
  return entries
    .map((entry, place) => ({ entry, place, rank: rankOf(entry, wanted) }))
    .filter((found) => found.rank < none)
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .slice(0, most)
    .map((found) => found.entry);
}

const none = 9;

function rankOf(entry: SearchEntry, wanted: string): number {
  const title = plain(entry.title);
  const all = `${title} ${plain(entry.subtitle ?? '')}`;
  if (title === wanted) return 0;
  if (title.startsWith(wanted)) return 1;
  if (` ${all}`.includes(` ${wanted}`)) return 2;
  if (all.includes(wanted)) return 3;
  const words = all.split(' ');
  const parts = wanted.split(' ');
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 4;
  const forgiven = (part: string) => words.some((word) => nearlyStarts(word, part));
  return wanted.length >= 4 && parts.every(forgiven) ? 5 : none;
}

/** Whether the word begins with the part once a single letter is changed, missing, added or swapped. */
function nearlyStarts(word: string, part: string): boolean {
  if (word.startsWith(part)) return true;
  if (part.length < 4) return false;
  let same = 0;
  while (same < part.length && part[same] === word[same]) same += 1;
  const rest = part.slice(same);
  const left = word.slice(same);
  const swapped = (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2);
  return (
    left.slice(1).startsWith(rest.slice(1)) ||
    left.startsWith(rest.slice(1)) ||
    left.slice(1).startsWith(rest) ||
    left.startsWith(swapped)
  );
}
