import { z } from 'zod';

const Recent = z.object({
  to: z.string(),
  search: z.record(z.string(), z.string()).optional(),
  title: z.string(),
  lang: z.string(),
});
export type Recent = z.infer<typeof Recent>;

const key = 'nhip.search.recent';
const most = 6;

/** What was opened from the search in this tab by this person, the latest first. */
export function recentOf(person: string): Recent[] {
  return read(person);
}

export function remember(person: string, opened: Recent): void {
  const list = [opened, ...read(person).filter(({ to }) => to !== opened.to)].slice(0, most);
  try {
    sessionStorage.setItem(key, JSON.stringify({ person, list }));
  } catch {
    // a browser that forbids storage remembers nothing
  }
}

function read(person: string): Recent[] {
  try {
    const kept = z
      .object({ person: z.string(), list: z.array(Recent) })
      .safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    return kept.success && kept.data.person === person ? kept.data.list : [];
  } catch {
    return [];
  }
}
