import { readReferenceFramework } from '../server/src/frameworks/reference-file.ts';
import type { Form } from '../server/src/linking/forms.ts';
import { buildPhraseIndex, type PhraseIndex } from '../server/src/linking/phrase-index.ts';

/** Labels and aliases as the lexicon holds them; numbers stand in for the identifiers. */
export async function referenceForms(): Promise<{ forms: Form[]; codes: Map<number, string> }> {
  const { areas } = await readReferenceFramework();
  const competencies = areas.flatMap((area) => area.competencies);
  const forms = competencies.flatMap(({ label, labelMatch, aliases }, at) => {
    const labels = [
      { form: label.vi, lang: 'vi' as const, ...labelMatch },
      { form: label.en, lang: 'en' as const, ...labelMatch },
    ];
    const listed = label.vi === label.en ? labels.slice(1) : labels;
    return [...listed, ...aliases].map(({ form, lang, caseSensitive, fields }) => ({
      competencyId: at + 1,
      form,
      language: lang,
      caseSensitive: caseSensitive ?? false,
      fields: fields ?? null,
    }));
  });
  return { forms, codes: new Map(competencies.map(({ code }, at) => [at + 1, code])) };
}

/** The index as a new installation builds it, before any person has decided anything. */
export function indexOf(forms: Form[]): PhraseIndex {
  return buildPhraseIndex(forms, { frameworkVersionIds: [1], lexiconRevision: 1, decisions: [] });
}
