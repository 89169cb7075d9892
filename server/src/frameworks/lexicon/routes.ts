import { z } from 'zod';
import type { Actor } from '#src/actors/actor.ts';
import { Language } from '#src/languages/contract.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayReadFrameworks } from '../access.ts';
import { mayDraft, mayProposeForms } from '../drafting/access.ts';
import {
  DecideForms,
  FormFilter,
  FormQuery,
  FormsNow,
  LexiconCompetency,
  LexiconPage,
  LexiconSummary,
  ProposeForm,
  UndoForms,
} from './contract.ts';
import { decideForms, undoForms } from './decide-forms.ts';
import { lexiconCsv, lexiconXlsx } from './export-lexicon.ts';
import { proposeForm } from './propose-form.ts';
import { readCompetencyChoice, readLexicon, readLexiconSummary } from './read-lexicon.ts';

const Code = z.object({ code: z.string().max(200) });
const Export = FormFilter.extend({ language: Language.default('vi') });
/** More rows than this no spreadsheet is glad of. */
const MOST_ROWS = 100_000;

/** The lexicon as a list that is searched, added to, decided on and taken away as a file. */
export function lexiconRoutes(app: App, { db, kind }: Platform): void {
  const access = mayReadFrameworks;
  app.get(
    '/api/frameworks/:code/lexicon',
    {
      config: { access },
      schema: { params: Code, querystring: FormQuery, response: { 200: LexiconPage } },
    },
    ({ actor, params, query }) => readLexicon(db, actor, params.code, query, query),
  );
  app.get(
    '/api/frameworks/:code/lexicon/summary',
    { config: { access }, schema: { params: Code, response: { 200: LexiconSummary } } },
    ({ actor, params }) => readLexiconSummary(db, actor, params.code),
  );
  app.get(
    '/api/frameworks/:code/lexicon/competencies',
    {
      config: { access },
      schema: {
        params: Code,
        querystring: z.object({ q: z.string().trim().min(1).max(200) }),
        response: { 200: z.array(LexiconCompetency) },
      },
    },
    ({ actor, params, query }) => readCompetencyChoice(db, actor, params.code, query.q),
  );

  const chosen = async (actor: Actor, code: string, query: z.infer<typeof Export>) => {
    const { framework } = await readLexiconSummary(db, actor, code);
    const whole = { page: 1, size: MOST_ROWS };
    const { items } = await readLexicon(db, actor, code, query, whole);
    return { framework, forms: items, language: query.language, kind };
  };
  const named = (code: string, ending: string) =>
    `attachment; filename="nhip-lexicon-${code.replace(/[^\w.-]/g, '_')}.${ending}"`;
  app.get(
    '/api/frameworks/:code/lexicon/export.xlsx',
    { config: { access }, schema: { params: Code, querystring: Export } },
    async ({ actor, params, query }, reply) =>
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', named(params.code, 'xlsx'))
        .send(await lexiconXlsx(await chosen(actor, params.code, query))),
  );
  app.get(
    '/api/frameworks/:code/lexicon/export.csv',
    { config: { access }, schema: { params: Code, querystring: Export } },
    async ({ actor, params, query }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', named(params.code, 'csv'))
        .send(lexiconCsv(await chosen(actor, params.code, query))),
  );

  app.post(
    '/api/frameworks/:code/lexicon',
    {
      config: { access: mayProposeForms },
      schema: {
        params: Code,
        body: ProposeForm,
        response: { 200: z.object({ id: z.number().int() }) },
      },
    },
    ({ actor, params, body }) =>
      db.transaction().execute((trx) => proposeForm(trx, actor, params.code, body)),
  );
  app.post(
    '/api/frameworks/:code/lexicon/decisions',
    {
      config: { access: mayDraft },
      schema: { params: Code, body: DecideForms, response: { 200: FormsNow } },
    },
    ({ actor, params, body }) =>
      db.transaction().execute((trx) => decideForms(trx, actor, params.code, body)),
  );
  app.post(
    '/api/frameworks/:code/lexicon/undo',
    {
      config: { access: mayDraft },
      schema: { params: Code, body: UndoForms, response: { 200: FormsNow } },
    },
    ({ actor, params, body }) =>
      db.transaction().execute((trx) => undoForms(trx, actor, params.code, body.ids)),
  );
}
