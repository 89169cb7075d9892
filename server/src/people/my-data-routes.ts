import { z } from 'zod';
import { inScope } from '#src/db/scope.ts';
import { Paging } from '#src/http/contract.ts';
import { Language } from '#src/languages/contract.ts';
import type { App, Platform } from '#src/platform.ts';
import { scopeOf } from '#src/actors/actor.ts';
import { mayChangeOwnData, mayReadOwnData } from './access.ts';
import { readAccessLog } from './access-log.ts';
import { changeProfile } from './change-profile.ts';
import {
  AccessLog,
  Done,
  ErasureConfirmation,
  ErasureView,
  MyHoldings,
  ProfileChange,
} from './contract.ts';
import type { Doors } from './doors.ts';
import { erasePerson, planErasure } from './erase.ts';
import { erasureView } from './erasure-view.ts';
import { exportHtml } from './export-html.ts';
import { exportWords } from './export-words.ts';
import { holdingsOf } from './holdings.ts';
import { readExport } from './my-export.ts';
import { readHoldings } from './my-holdings.ts';

/** "My data": what is held about who asks, who looked, all of it as a file, and its erasure. */
export function myDataRoutes(app: App, { db }: Platform, doors: Doors): void {
  const holdings = holdingsOf(doors);
  app.get(
    '/api/me/holdings',
    { config: { access: mayReadOwnData }, schema: { response: { 200: MyHoldings } } },
    ({ actor }) => inScope(db, scopeOf(actor), (trx) => readHoldings(trx, actor, holdings)),
  );
  app.get(
    '/api/me/access-log',
    {
      config: { access: mayReadOwnData },
      schema: { querystring: Paging, response: { 200: AccessLog } },
    },
    ({ actor, query }) =>
      inScope(db, scopeOf(actor), (trx) => readAccessLog(trx, actor.personIds, query)),
  );
  app.get(
    '/api/me/export.json',
    { config: { access: mayReadOwnData } },
    async ({ actor }, reply) => {
      const data = await inScope(db, scopeOf(actor), (trx) => readExport(trx, actor, holdings));
      return reply
        .header('content-disposition', disposition(data.language, 'json'))
        .type('application/json; charset=utf-8')
        .send(`${JSON.stringify(data, null, 2)}\n`);
    },
  );
  app.get(
    '/api/me/export.html',
    {
      config: { access: mayReadOwnData },
      schema: { querystring: z.object({ language: Language.optional() }) },
    },
    async ({ actor, query }, reply) => {
      const data = await inScope(db, scopeOf(actor), (trx) => readExport(trx, actor, holdings));
      const language = query.language ?? data.language;
      return reply
        .header('content-disposition', disposition(language, 'html'))
        .type('text/html; charset=utf-8')
        .send(exportHtml(data, language));
    },
  );
  app.put(
    '/api/me/profile',
    {
      config: { access: mayChangeOwnData },
      schema: { body: ProfileChange, response: { 200: Done } },
    },
    async ({ actor, body }) => {
      await inScope(db, scopeOf(actor), (trx) => changeProfile(trx, actor, body));
      return { done: true as const };
    },
  );
  app.get(
    '/api/me/erasure',
    { config: { access: mayReadOwnData }, schema: { response: { 200: ErasureView } } },
    ({ actor }) =>
      inScope(db, scopeOf(actor), async (trx) =>
        erasureView(trx, await planErasure(trx, actor.personIds, holdings)),
      ),
  );
  app.post(
    '/api/me/erasure',
    {
      config: { access: mayChangeOwnData },
      schema: { body: ErasureConfirmation, response: { 200: ErasureView } },
    },
    ({ actor, body }) =>
      inScope(db, scopeOf(actor), async (trx) =>
        erasureView(trx, await erasePerson(trx, actor, holdings, body.confirmation)),
      ),
  );
}

function disposition(language: 'vi' | 'en', ending: string): string {
  return `attachment; filename="${exportWords.file[language]}.${ending}"`;
}
