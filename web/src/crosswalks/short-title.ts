/** The part of a framework's title that people say: 'ESCO – Skills, competences…' is called ESCO. */
export function shortTitle(title: string): string {
  const first = title.split(/\s[–—-]\s|:\s/)[0]!.trim();
  return first.length >= 2 ? first : title;
}
