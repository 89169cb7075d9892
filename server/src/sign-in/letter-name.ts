const LONGEST = 60;

/**
 * How a letter greets: by the name, as long as it reads like one. Anybody may register anybody's
 * address, and must not write to them in our name by calling themselves "go to evil.example".
 */
export function letterName(name: string, language: 'vi' | 'en'): string {
  const line = name.trim();
  const reads = line.length <= LONGEST && /^[\p{L}\p{M} .'’-]+$/u.test(line);
  const linksSomewhere = /[\p{L}\p{M}]\.[\p{L}\p{M}]/u.test(line);
  return reads && !linksSomewhere ? line : { vi: 'bạn', en: 'there' }[language];
}
