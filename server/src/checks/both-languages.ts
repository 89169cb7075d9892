import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSources, root } from './sources.ts';

/** A file of words: messages.ts, words.ts, or a name that ends in one of the two. */
const FILE_OF_WORDS = /(^|[/-])(messages|words)\.ts$/;
/** Of those, the ones that may hold something else than a table. */
const MAY_BE_EMPTY = /(^|\/)words\.ts$/;

/**
 * Every table of words has each key in Vietnamese and English, with the same placeholders. A table is
 * an exported object in a file of words: either {vi: {…}, en: {…}} or {key: {vi, en}}.
 */
export async function checkBothLanguages(): Promise<string[]> {
  const sources = [...(await readSources('server/src')), ...(await readSources('web/src'))];
  const paths = sources.map(({ path }) => path).filter((path) => FILE_OF_WORDS.test(path));
  const findings: string[] = [];
  for (const path of paths) findings.push(...comparedTables(path, await importWords(path)));
  return paths.length === 0 ? ['no table of words was found: this check reads nothing'] : findings;
}

/** The findings on all tables that a module exports. */
export function comparedTables(path: string, module: Record<string, unknown>): string[] {
  const tables = Object.entries(module).filter(
    (entry): entry is [string, Words] => typeof entry[1] === 'object' && entry[1] !== null,
  );
  if (!tables.some(([, table]) => hasLanguages(table))) {
    return MAY_BE_EMPTY.test(path) ? [] : [`${path} exports no table with vi and en`];
  }
  return tables.flatMap(([name, table]) => compare(table, `${path} ${name}`));
}

/** The web gives its tables to i18next, which needs a browser; here they come back as they are written. */
async function importWords(path: string): Promise<Record<string, unknown>> {
  const asWritten = 'data:text/javascript,export const defineMessages = (room, words) => words';
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      /\/language\.ts$/.test(specifier) && context.parentURL?.includes('/web/src/')
        ? { url: asWritten, shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>;
  } finally {
    hooks.deregister();
  }
}

interface Words {
  [key: string]: string | Words | undefined;
}

function hasLanguages(words: Words): boolean {
  if ('vi' in words || 'en' in words) return true;
  return Object.values(words).some((value) => typeof value === 'object' && hasLanguages(value));
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
  if (typeof vi === 'string' && typeof en === 'string') return compareTexts(vi, en, where);
  if (typeof vi !== 'object' || typeof en !== 'object') {
    return [`${where} is missing in one language`];
  }
  const keys = new Set([...Object.keys(vi), ...Object.keys(en)].map(withoutPlural));
  return [...keys].flatMap((key) => {
    const pick = (table: Words) => table[key] ?? table[`${key}_other`] ?? table[`${key}_one`];
    return comparePair(pick(vi), pick(en), `${where}.${key}`);
  });
}

function compareTexts(vi: string, en: string, where: string): string[] {
  if (vi.trim() === '' || en.trim() === '') return [`${where} is empty in one language`];
  const [inVietnamese, inEnglish] = [placeholders(vi), placeholders(en)];
  return inVietnamese === inEnglish
    ? []
    : [
        `${where} has other placeholders in Vietnamese (${inVietnamese}) than in English (${inEnglish})`,
      ];
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
