import type { Competency } from './shape.ts';

/** One form by which texts name a competency, as the lexicon keeps it. */
export interface ListedForm {
  form: string;
  language: 'vi' | 'en';
  caseSensitive: boolean;
  /** null: everywhere */
  fields: ('title' | 'tag' | 'text')[] | null;
}

/** Labels and aliases as forms of the lexicon; a label that is the same in both languages stands once. */
export function formsOf({
  label,
  labelMatch,
  aliases,
}: Pick<Competency, 'label' | 'labelMatch' | 'aliases'>): ListedForm[] {
  const labels: { form: string; lang: 'vi' | 'en' }[] =
    label.vi === label.en
      ? [{ form: label.en, lang: 'en' }]
      : [
          { form: label.vi, lang: 'vi' },
          { form: label.en, lang: 'en' },
        ];
  return [...labels.map((one) => ({ ...labelMatch, ...one })), ...aliases].map(
    ({ form, lang, caseSensitive, fields }) => ({
      form,
      language: lang,
      caseSensitive: caseSensitive ?? false,
      fields: fields ?? null,
    }),
  );
}
