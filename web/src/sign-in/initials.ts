/** One letter for a small circle: of the given name, which Vietnamese names end with and others begin with. */
export function initialOf(name: string, language: 'vi' | 'en'): string {
  const words = name.trim().split(/\s+/);
  const given = (language === 'vi' ? words.at(-1) : words[0]) ?? '';
  return [...given][0]?.toLocaleUpperCase(language) ?? '?';
}
