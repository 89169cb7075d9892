import { withoutDiacritics } from '../syllable.ts';
import { unaccentedKeys } from '../unaccented.ts';
import type { HybridForm } from './concepts.ts';
import type { Line } from './line.ts';
import { Csr, csrOf } from './csr.ts';
import { pairOf, termTokens, type TermToken } from './terms.ts';

/** What a competency is called, term by term; `forms` and every `form…` array share their order. */
export interface SurfaceIndex {
  terms: string[];
  termIds: Map<string, number>;
  /** √(IDF over the forms × IDF over the documents) of each term. */
  idf: Float32Array;
  /** Term → forms that have it. */
  postings: Csr;
  /** Form → its terms in order. */
  formTerms: Csr;
  formConcept: Uint32Array;
  formMass: Float32Array;
  /** 1 label, 2 alias; 4 more when it is an unaccented way to write a Vietnamese form. */
  formKind: Uint8Array;
  forms: string[];
  /** How words are written that name something in that writing only: `go` → `Go`. */
  writings: Map<string, Set<string>>;
}

export const labelKind = 1;
export const aliasKind = 2;
export const unaccentedKind = 4;

interface Spelled {
  form: string;
  concept: number;
  kind: number;
  terms: string[];
}

/** The terms of a text in order: its words, then the pairs of Vietnamese syllables side by side. */
export function termsOf(tokens: TermToken[]): string[] {
  const words = tokens.map(({ term }) => term).filter((term) => term !== '');
  const pairs = tokens.slice(1).map((token, at) => pairOf(tokens[at]!, token));
  return [...words, ...pairs.filter((pair) => pair !== '')];
}

/** `conceptOf` gives the row of a competency; `documents` holds the terms of each row's own document. */
export function buildSurfaceIndex(
  forms: HybridForm[],
  conceptOf: Map<number, number>,
  documents: Set<string>[],
): SurfaceIndex {
  const spelled = spell(forms, conceptOf);
  const termIds = new Map<string, number>();
  for (const { terms } of spelled) {
    for (const term of terms) if (!termIds.has(term)) termIds.set(term, termIds.size);
  }
  const formTerms = csrOf(spelled.map(({ terms }) => terms.map((term) => termIds.get(term)!)));
  const idf = weigh(termIds, spelled, documents);
  const mass = spelled.map(({ terms }) =>
    [...new Set(terms)].reduce((sum, term) => sum + idf[termIds.get(term)!]!, 0),
  );
  return {
    terms: [...termIds.keys()],
    termIds,
    idf,
    postings: invert(formTerms, termIds.size),
    formTerms,
    formConcept: Uint32Array.from(spelled, ({ concept }) => concept),
    formMass: Float32Array.from(mass),
    formKind: Uint8Array.from(spelled, ({ kind }) => kind),
    forms: spelled.map(({ form }) => form),
    writings: writingsOf(forms),
  };
}

/** One letter or a case-sensitive word is a name that only the exact trie may find. */
function spell(forms: HybridForm[], conceptOf: Map<number, number>): Spelled[] {
  const all = forms
    .map((form) => ({ ...form, tokens: termTokens(form.form) }))
    .filter(({ tokens, caseSensitive }) => tokens.length > (caseSensitive ? 1 : 0));
  const keys = unaccentedKeys(
    all.map((form) => ({ ...form, words: form.tokens.map(({ key }) => key) })),
  );
  const spelled = all.flatMap(({ form, competencyId, language, isLabel, tokens }): Spelled[] => {
    const concept = conceptOf.get(competencyId);
    if (concept === undefined) return [];
    const kind = isLabel ? labelKind : aliasKind;
    const listed = { form, concept, kind, terms: termsOf(tokens) };
    const key = language === 'vi' && keys.get(tokens.map((token) => token.key).join(' '));
    if (!key) return [listed];
    const plain = termsOf(termTokens(withoutDiacritics(key)));
    return [listed, { form, concept, kind: kind | unaccentedKind, terms: plain }];
  });
  return spelled.filter(({ terms }) => terms.length > 0);
}

/** Of words that no form allows in any letter case. */
function writingsOf(forms: HybridForm[]): Map<string, Set<string>> {
  const writings = new Map<string, Set<string>>();
  const free = new Set<string>();
  for (const { form, caseSensitive } of forms) {
    const tokens = termTokens(form);
    if (tokens.length !== 1) continue;
    const { key, start, end } = tokens[0]!;
    if (!caseSensitive) free.add(key);
    else writings.set(key, (writings.get(key) ?? new Set()).add(form.slice(start, end)));
  }
  for (const key of free) writings.delete(key);
  return writings;
}

/** The line without words that name something in another writing: "go" is not the language Go. */
export function withWritings({ writings }: SurfaceIndex, line: Line): Line {
  const isOther = ({ key, start, end }: TermToken) =>
    writings.get(key)?.has(line.text.slice(start, end)) === false;
  if (writings.size === 0 || !line.tokens.some(isOther)) return line;
  const tokens = line.tokens.map((token) => (isOther(token) ? { ...token, term: '' } : token));
  return { ...line, tokens, terms: termsOf(tokens) };
}

function weigh(
  termIds: Map<string, number>,
  spelled: Spelled[],
  documents: Set<string>[],
): Float32Array {
  const inForms = new Uint32Array(termIds.size);
  const inDocuments = new Uint32Array(termIds.size);
  for (const { terms } of spelled) {
    for (const term of new Set(terms)) inForms[termIds.get(term)!]! += 1;
  }
  for (const document of documents) {
    for (const term of document) {
      const id = termIds.get(term);
      if (id !== undefined) inDocuments[id]! += 1;
    }
  }
  return Float32Array.from(inForms, (count, id) =>
    Math.sqrt(idfOf(count, spelled.length) * idfOf(inDocuments[id]!, documents.length)),
  );
}

function idfOf(count: number, of: number): number {
  return Math.log(1 + (of + 0.5) / (count + 0.5));
}

function invert(formTerms: Csr, terms: number): Csr {
  const lists: number[][] = Array.from({ length: terms }, () => []);
  for (let form = 0; form + 1 < formTerms.offsets.length; form += 1) {
    for (const term of new Set(formTerms.row(form))) lists[term]!.push(form);
  }
  return csrOf(lists);
}
