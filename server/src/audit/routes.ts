import { Readable } from 'node:stream';
import type { App, Platform } from '#src/platform.ts';
import { mayReadAudit, mayVerifyAudit } from './access.ts';
import { ACTION_WORDS } from './action-words.ts';
import {
  AuditActions,
  AuditState,
  AuditVerdict,
  FactFilter,
  FactPage,
  FactQuery,
  VerifyAudit,
} from './contract.ts';
import { factsCsv } from './facts-csv.ts';
import { allFacts, readFacts } from './read-facts.ts';
import { followCoverage, readState } from './state.ts';
import { verifyAudit } from './verify.ts';

export function auditRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  const coverage = followCoverage(db);

  app.get(
    '/api/audit/facts',
    {
      config: { access: mayReadAudit },
      schema: { querystring: FactQuery, response: { 200: FactPage } },
    },
    async ({ actor, query }) => readFacts(db, actor, await coverage(), query),
  );

  app.get(
    '/api/audit/facts.csv',
    { config: { access: mayReadAudit }, schema: { querystring: FactFilter } },
    async ({ actor, query }, reply) => {
      const facts = allFacts(db, actor, await coverage(), query);
      // what is refused is refused before the first byte has gone
      const first = await facts.next();
      const rest = async function* () {
        if (!first.done) yield first.value;
        yield* facts;
      };
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="nhip-audit.csv"')
        .send(Readable.from(factsCsv(rest())));
    },
  );

  app.get(
    '/api/audit/actions',
    { config: { access: mayReadAudit }, schema: { response: { 200: AuditActions } } },
    () => Object.entries(ACTION_WORDS).map(([action, words]) => ({ action, words })),
  );

  app.get(
    '/api/audit/state',
    { config: { access: mayReadAudit }, schema: { response: { 200: AuditState } } },
    async () => readState(db, await coverage()),
  );

  app.post(
    '/api/audit/verify',
    {
      config: { access: mayVerifyAudit },
      schema: { body: VerifyAudit, response: { 200: AuditVerdict } },
    },
    ({ body }) => verifyAudit(db, body),
  );
}
