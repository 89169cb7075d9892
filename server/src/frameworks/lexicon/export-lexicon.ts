import { writeCsv, writeXlsx, type Sheet } from '#src/files/spreadsheet.ts';
import type { Language, LocalText } from '#src/languages/contract.ts';
import { fill } from '#src/languages/fill.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { LexiconForm, LexiconSummary } from './contract.ts';
import { LEXICON_EXPORT_WORDS } from './export-words.ts';

export interface LexiconExport {
  framework: LexiconSummary['framework'];
  forms: readonly LexiconForm[];
  language: Language;
  kind: 'demo' | 'main';
}

export const lexiconXlsx = (what: LexiconExport): Promise<Buffer> => writeXlsx([sheetOf(what)]);

export const lexiconCsv = (what: LexiconExport): string => writeCsv(sheetOf(what));

function sheetOf({ framework, forms, language, kind }: LexiconExport): Sheet {
  const say = LEXICON_EXPORT_WORDS[language];
  const who = (done: LexiconForm['proposed']) =>
    done?.by ? (done.by.name ?? inLanguage(done.by.organisation, language)) : null;
  const day = (done: LexiconForm['proposed']) => done?.at?.slice(0, 10) ?? null;
  const name = (label: LocalText) => inLanguage(label, language);
  return {
    name: say.sheet,
    preface: [
      ...(kind === 'demo' ? [say.demonstration] : []),
      fill(say.about, { title: name(framework.title), code: framework.code, count: forms.length }),
    ],
    columns: [
      { title: say.code, width: 18 },
      { title: say.competency, width: 40 },
      { title: say.form, width: 34 },
      { title: say.language, width: 10 },
      { title: say.caseSensitive, width: 14 },
      { title: say.fields, width: 18 },
      { title: say.status, width: 16 },
      { title: say.source, width: 18 },
      { title: say.proposedBy, width: 26 },
      { title: say.proposedAt, width: 14 },
      { title: say.approvedBy, width: 26 },
      { title: say.approvedAt, width: 14 },
      { title: say.rejectedBy, width: 26 },
      { title: say.rejectedAt, width: 14 },
      { title: say.endedAt, width: 14 },
      { title: say.collisions, width: 34 },
      { title: say.note, width: 34 },
    ],
    rows: forms.map((form) => [
      ...[form.competency.code, name(form.competency.label), form.form, form.language],
      ...[form.caseSensitive ? say.yes : say.no],
      ...[
        form.fields?.map((field) => say.field[field as 'tag'] ?? field).join(', ') ??
          say.everywhere,
      ],
      ...[say.state[form.status], form.source, who(form.proposed), day(form.proposed)],
      ...[who(form.approved), day(form.approved), who(form.rejected), day(form.rejected)],
      day(form.ended),
      form.collisions.map(({ code, label }) => `${code} ${name(label)}`).join('; ') || null,
      form.note,
    ]),
  };
}
