import type { RowFinding } from '#src/imports/importer.ts';
import type { Text } from '../importing/framework-row.ts';

/** A skill, a group of skills, an occupation or an ISCO group, put together from all files that speak of it. */
export interface Concept {
  uri: string;
  /** the source's own word: 'SkillGroup', 'knowledge', 'Occupation', … */
  type: string | null;
  code: string | null;
  texts: Map<string, Text>;
  /** by language */
  aliases: Map<string, Set<string>>;
  broader: Set<string>;
  /** what the source says beyond this, under its own names */
  extra: Record<string, unknown>;
  problems: RowFinding[];
}

export class Concepts {
  readonly all = new Map<string, Concept>();

  /** The concept of an address, made when it is spoken of for the first time. */
  of(uri: string): Concept {
    let concept = this.all.get(uri);
    if (!concept) {
      concept = {
        ...{ uri, type: null, code: null, texts: new Map(), aliases: new Map() },
        ...{ broader: new Set<string>(), extra: {}, problems: [] },
      };
      this.all.set(uri, concept);
    }
    return concept;
  }
}

/** The first file that gives a text decides; compact copies fill what it leaves open. */
export function setText(
  { texts }: Concept,
  field: Text['field'],
  language: string,
  written: string | undefined,
): void {
  const value = (written ?? '').replace(/\r\n?/g, '\n').trim();
  const key = `${field} ${language}`;
  if (value !== '' && !texts.has(key)) texts.set(key, { field, language, value });
}

export function addAliases(
  { aliases }: Concept,
  language: string,
  written: Iterable<string>,
): void {
  const forms = aliases.get(language) ?? new Set<string>();
  for (const form of written) if (form.trim() !== '') forms.add(form.trim().normalize('NFC'));
  if (forms.size > 0) aliases.set(language, forms);
}

/** Lists stand one to a line in the files of concepts, and between bars in those of collections. */
export function listOf(written: string | undefined): string[] {
  return (written ?? '').split(/\r?\n| \| |,\n/).flatMap((one) => one.trim() || []);
}

export function keep(concept: Concept, name: string, value: string | undefined): void {
  const written = value?.trim();
  if (written && concept.extra[name] === undefined) concept.extra[name] = written;
}

const ROOT = 'http://data.europa.eu/esco/';

/** Compact copies write the UUID of a skill alone. */
export function skillUri(written: string): string {
  return written.includes('/') ? written.trim() : `${ROOT}skill/${written.trim()}`;
}

export function occupationUri(written: string): string {
  return written.includes('/') ? written.trim() : `${ROOT}occupation/${written.trim()}`;
}

export function iscoUri(code: string): string {
  return `${ROOT}isco/C${code}`;
}

/** 'skill/0005c151-…', 'isced-f/0613', 'isco/C2512': what names a concept for good. */
export function sourceIdOf(uri: string): string {
  return uri.startsWith(ROOT) ? uri.slice(ROOT.length) : uri;
}
