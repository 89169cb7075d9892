import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSources, root } from './sources.ts';

/**
 * Every table of words has each key in Vietnamese and English, with the same placeholders. A table is
 * an exported object in a file named messages.ts or *-words.ts, or words.ts: either {vi: {…}, en: {…}}
 * or {key: {vi, en}}.
 */
export async function checkMessages(): Promise<string[]> {
  const sources = [...(await readSources('server/src')), ...(await readSources('web/src'))];
  const findings: string[] = [];
  let tables = 0;
  for (const { path } of sources.filter(({ path }) =>
    /(^|\/)(messages|words|[\w-]+-words)\.ts$/.test(path),
  )) {
    const module = (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== 'object' || value === null) continue;
      tables++;
      findings.push(...compare(value as Words, `${path} ${name}`));
    }
  }
  return tables === 0 ? ['no table of words was found: this check reads nothing'] : findings;
}

interface Words {
  [key: string]: string | Words | undefined;
}

function compare(words: Words, where: string): string[] {
  if ('vi' in words || 'en' in words) return comparePair(words.vi, words.en, where);
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? compare(value, `${where}.${key}`) : [],
  );
}

function comparePair(
  vi: string | Words | undefined,
  en: string | Words | undefined,
  where: string,
): string[] {
  if (typeof vi === 'function' && typeof en === 'function') return [];
  if (typeof vi === 'string' && typeof en === 'string') {
    if (vi.trim() === '' || en.trim() === '') return [`${where} is empty in one language`];
    return placeholders(vi) === placeholders(en)
      ? []
      : [
          `${where} has other placeholders in Vietnamese (${placeholders(vi)}) than in English (${placeholders(en)})`,
        ];
  }
  if (typeof vi !== 'object' || typeof en !== 'object')
    return [`${where} is missing in one language`];
  const keys = new Set([...Object.keys(vi), ...Object.keys(en)].map(withoutPlural));
  return [...keys].flatMap((key) => {
    const pick = (table: Words) => table[key] ?? table[`${key}_other`] ?? table[`${key}_one`];
    return comparePair(pick(vi), pick(en), `${where}.${key}`);
  });
}

/** i18next keeps plurals under key_one and key_other; Vietnamese has one form. */
function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{\{?\s*(\w+)/g)].map((match) => match[1]))]
    .sort()
    .join(', ');
}
