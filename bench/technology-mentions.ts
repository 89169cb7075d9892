// What counts as a technology mention in a requirement text, told without our lexicon.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

export interface Mention {
  term: string;
  start: number;
  end: number;
}

/** Tags of the site that name a language spoken, a role, a way to manage or a field, not a technology. */
const notTechnology = new Set(
  `English|French|Japanese|Korean|Chinese|Leadership|Team Management|Project Management|Presale|PQA|DBA|MVP
  Business Analysis|Product Management|Product Owner|Bridge Engineer|Risk Management|Stakeholder management
  Japanese IT Communication|IT Communication/Translation|Data-driven|Market research|Strategy planning|Tester
  Lean Project Management|Product strategy|Product roadmap|Product Metrics|Technical Writing|IT Audit|Games
  IT Governance|Governance, Risk & Compliance|Technology Roadmapping|Risk Assessment / BCP|Design|Security
  Typography|Visual Design|Product Design|System Admin|Data Engineer|IT Support|Fullstack|QA QC|Adobe`
    .split(/[|\n]/)
    .map((tag) => tag.trim().toLowerCase()),
);
const makers =
  /^(?:Adobe|Amazon|Apache|Apple|Atlassian|Autodesk|Cisco|Google|IBM|Microsoft|Oracle|SAP) (?=\S)/;

/** The product names of O*NET's technology skills. */
export async function onetNames(sharedData: string): Promise<string[]> {
  const rows = createReadStream(join(sharedData, 'onet_29_2', 'technology_skills.tsv.gz'))
    .pipe(createGunzip())
    .pipe(parse({ bom: true, columns: true, delimiter: '\t', quote: null }));
  const names = new Set<string>();
  for await (const row of rows as AsyncIterable<Record<string, string>>) names.add(row.Example!);
  return [...names];
}

/**
 * A technology mention is the longest run of words in a requirement text that equals one of
 * - a product name in O*NET 29.2 (column Example), also without its maker ("Microsoft Excel",
 *   "Excel"), without "software" at its end, or as the abbreviation that it ends in ("SQL");
 *   names of kinds, which are written small after their first letter ("Web browser software"), are left out;
 * - a tag of the site in any autumn advertisement, except those that name no technology.
 *
 * Terms of one letter are left out. A single word counts only as it is listed or in capitals, and not at
 * all when the October and November texts write it small more often than not ("access", "project").
 *
 * Limits: a technology on neither list is not seen, so what is too new for O*NET and never a tag
 * escapes; a listed word may stand for something else; some tags name methods rather than products. Our
 * crosswalk to O*NET was made from the first list and some of our aliases from the second, so the two
 * are independent in how they were written, not in what they name.
 */
export function mentionFinder(onet: string[], tags: string[], earlier: string[]) {
  const terms = new Set([...onet.flatMap(formsOfName), ...tags.filter(isTechnology)]);
  const lower = new Map<string, Set<string>>();
  for (const term of terms) {
    if ([...term].length < 2) continue;
    const key = term.toLowerCase();
    lower.set(key, (lower.get(key) ?? new Set()).add(term));
  }
  const small = wordsMostlySmall(earlier);
  for (const key of lower.keys()) {
    if (/^\p{L}+$/u.test(key) && small.has(key)) lower.delete(key);
  }
  const longest = Math.max(...[...lower.keys()].map((term) => term.split(' ').length));
  return (text: string): Mention[] => mentionsIn(text, lower, longest);
}

function formsOfName(name: string): string[] {
  const bare = name.replace(/ software$/, '');
  const abbreviation = / ([A-Z][A-Z0-9/+#]{2,})$/.exec(bare)?.[1];
  const isKind = !/[A-Z0-9]/.test(bare.slice(1));
  const isListed = !isKind || !/\s/.test(name);
  const full = isListed && !abbreviation ? [bare, bare.replace(makers, '')] : [];
  return [...full, ...(abbreviation ? [abbreviation] : [])];
}

function isTechnology(tag: string): boolean {
  return !notTechnology.has(tag.toLowerCase());
}

function wordsMostlySmall(texts: string[]): Set<string> {
  const seen = new Map<string, { small: number; all: number }>();
  for (const [word] of texts.join('\n').matchAll(/\p{L}+/gu)) {
    const key = word.toLowerCase();
    const counts = seen.get(key) ?? { small: 0, all: 0 };
    counts.all += 1;
    if (word === key) counts.small += 1;
    seen.set(key, counts);
  }
  return new Set([...seen].filter(([, { small, all }]) => small > all / 2).map(([key]) => key));
}

function mentionsIn(text: string, terms: Map<string, Set<string>>, longest: number): Mention[] {
  const words = [...text.matchAll(/\.?[\p{L}\p{N}][\p{L}\p{N}.+#/&'-]*/gu)].flatMap(parts);
  const mentions: Mention[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (let count = Math.min(longest, words.length - first); count > 0; count -= 1) {
      const [start, end] = [words[first]!.start, words[first + count - 1]!.end];
      const surface = text.slice(start, end);
      const listed = terms.get(surface.toLowerCase());
      const isOneWord = !surface.includes(' ');
      if (!listed) continue;
      if (isOneWord && !listed.has(surface) && surface !== surface.toUpperCase()) continue;
      mentions.push({ term: surface, start, end });
      first += count - 1;
      break;
    }
  }
  return mentions;
}

/** "Java/Kotlin" and "HTML5," are several words or a word and a sign; "CI/CD" stays findable by its parts joined. */
function parts({ 0: word, index }: RegExpExecArray): { start: number; end: number }[] {
  const trimmed = word.replace(/[.'/&-]+$/, '');
  return [...trimmed.matchAll(/[^/&]+/g)].map((part) => ({
    start: index + part.index,
    end: index + part.index + part[0].length,
  }));
}
