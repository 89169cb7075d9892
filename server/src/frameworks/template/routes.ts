import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadFrameworks } from '../access.ts';
import { exportCsv, exportWorkbook } from './export-version.ts';
import { frameworkTemplate } from './template.ts';

const Version = z.object({ code: z.string().max(200), version: z.string().max(200) });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** Frameworks as tables, to be filled in, taken along and brought back. */
export function templateRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/frameworks/template.xlsx',
    { config: { access: mayReadFrameworks } },
    async (_request, reply) =>
      attached(reply, XLSX, 'nhip-framework-template.xlsx').send(await frameworkTemplate()),
  );
  const schema = { params: Version };
  app.get(
    '/api/frameworks/:code/versions/:version/export.xlsx',
    { config: { access: mayReadFrameworks }, schema },
    async ({ actor, params }, reply) =>
      attached(reply, XLSX, fileName(params, 'xlsx')).send(await exportWorkbook(db, actor, params)),
  );
  app.get(
    '/api/frameworks/:code/versions/:version/export.csv',
    { config: { access: mayReadFrameworks }, schema },
    async ({ actor, params }, reply) =>
      attached(reply, CSV, fileName(params, 'csv')).send(await exportCsv(db, actor, params)),
  );
}

function attached(reply: FastifyReply, type: string, name: string): FastifyReply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
}

function fileName({ code, version }: z.infer<typeof Version>, ending: string): string {
  return `${`${code}-${version}`.replace(/[^A-Za-z0-9.+-]+/g, '-').slice(0, 100)}.${ending}`;
}
