import type { Form } from '../server/src/linking/forms.ts';
import { buildPhraseIndex, type PhraseIndex } from '../server/src/linking/phrase-index.ts';
import { formsOf } from '../server/src/reference/forms-of.ts';
import { readReference } from '../server/src/reference/read-reference.ts';

/** Labels and aliases as the lexicon holds them; numbers stand in for the identifiers. */
export async function referenceForms(): Promise<{ forms: Form[]; codes: Map<number, string> }> {
  const { areas } = await readReference();
  const competencies = areas.flatMap((area) => area.competencies);
  const forms = competencies.flatMap((competency, at) =>
    formsOf(competency).map((form) => ({ ...form, competencyId: at + 1 })),
  );
  return { forms, codes: new Map(competencies.map(({ code }, at) => [at + 1, code])) };
}

/** The index as a new installation builds it, before any person has decided anything. */
export function indexOf(forms: Form[]): PhraseIndex {
  return buildPhraseIndex(forms, { frameworkVersionIds: [1], lexiconRevision: 1, decisions: [] });
}
