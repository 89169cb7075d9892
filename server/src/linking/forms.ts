import type { Field, Verdict } from './contract.ts';
import { normaliseSurface } from './normalise.ts';

/** A label or alias of a competency. `fields` restricts where it may match; null means everywhere. */
export interface Form {
  competencyId: number;
  form: string;
  language: 'vi' | 'en';
  /** The surface must have the letter case of the form ("Go", not "go"). */
  caseSensitive: boolean;
  fields: Field[] | null;
}

/** A person's word about a surface, `normalised` as `normaliseSurface` gives it. */
export interface Decision {
  normalised: string;
  competencyId: number;
  verdict: Verdict;
}

/** What the index was built from. */
export interface IndexSource {
  frameworkVersionIds: number[];
  lexiconRevision: number;
  decisions: Decision[];
}

/** The content in one order, each item once: what the hash is taken over and the index built from. */
export function canonicalContent(
  forms: Form[],
  source: IndexSource,
): IndexSource & { forms: Form[] } {
  return {
    frameworkVersionIds: [...new Set(source.frameworkVersionIds)].sort((a, b) => a - b),
    lexiconRevision: source.lexiconRevision,
    decisions: unique(source.decisions.map(canonicalDecision)),
    forms: unique(forms.map(canonicalForm)),
  };
}

export function rejectionKey(normalised: string, competencyId: number): string {
  return `${competencyId} ${normalised}`;
}

function canonicalForm({ competencyId, form, language, caseSensitive, fields }: Form): Form {
  const where = fields && [...new Set(fields)].sort();
  return { competencyId, form: form.normalize('NFC'), language, caseSensitive, fields: where };
}

function canonicalDecision({ normalised, competencyId, verdict }: Decision): Decision {
  return { normalised: normaliseSurface(normalised), competencyId, verdict };
}

function unique<T>(items: T[]): T[] {
  const byContent = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...byContent.keys()].sort().map((key) => byContent.get(key)!);
}
