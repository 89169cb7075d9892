import { z } from 'zod';
import { writeCsv, writeXlsx, type Sheet } from '#src/files/spreadsheet.ts';
import type { App, Platform } from '#src/platform.ts';
import type { Actor } from '#src/actors/actor.ts';
import { mayActForOneself, mayAppoint, mayEditMembers, mayReadMembers } from './access.ts';
import {
  AffiliationChanges,
  EndAffiliation,
  MemberDetail,
  MemberExport,
  MemberPage,
  MemberQuery,
  Moved,
  MoveMembers,
  NewMember,
} from './contract.ts';
import { endAffiliation, leave } from './end-affiliation.ts';
import { exportMembers } from './export-members.ts';
import { inOrganisation } from './in-organisation.ts';
import { moveMembers } from './move-members.ts';
import { readMember, readMembers } from './read-members.ts';
import { registerMember } from './register-member.ts';
import { rosterTemplate } from './roster/template.ts';
import { updateAffiliation } from './update-affiliation.ts';

const Id = z.object({ id: z.coerce.number().int().positive() });
const MemberId = Id.extend({ personId: z.coerce.number().int().positive() });
const AffiliationId = MemberId.extend({ affiliationId: z.coerce.number().int().positive() });
const Made = z.object({ personId: z.number().int(), affiliationId: z.number().int() });

export function memberRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  const sheet = (actor: Actor, id: number, { lang, ...filter }: MemberExport): Promise<Sheet> =>
    inOrganisation(db, actor, id, (trx) =>
      exportMembers(trx, actor, id, filter, { language: lang, kind: platform.kind }),
    );
  app.get(
    '/api/organisations/:id/members',
    {
      config: { access: mayReadMembers },
      schema: { params: Id, querystring: MemberQuery, response: { 200: MemberPage } },
    },
    ({ actor, params: { id }, query }) =>
      inOrganisation(db, actor, id, (trx) => readMembers(trx, actor, id, query)),
  );
  app.get(
    '/api/organisations/:id/members.xlsx',
    { config: { access: mayReadMembers }, schema: { params: Id, querystring: MemberExport } },
    async ({ actor, params, query }, reply) =>
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="nhip-members.xlsx"')
        .send(await writeXlsx([await sheet(actor, params.id, query)])),
  );
  app.get(
    '/api/organisations/:id/members.csv',
    { config: { access: mayReadMembers }, schema: { params: Id, querystring: MemberExport } },
    async ({ actor, params, query }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="nhip-members.csv"')
        .send(writeCsv(await sheet(actor, params.id, query))),
  );
  app.post(
    '/api/organisations/:id/members',
    {
      config: { access: mayEditMembers },
      schema: { params: Id, body: NewMember, response: { 201: Made } },
    },
    async ({ actor, params: { id }, body }, reply) => {
      const made = await inOrganisation(db, actor, id, (trx) =>
        registerMember(trx, actor, id, body),
      );
      return reply.status(201).send(made);
    },
  );
  app.post(
    '/api/organisations/:id/members/move',
    {
      config: { access: mayAppoint },
      schema: { params: Id, body: MoveMembers, response: { 200: Moved } },
    },
    async ({ actor, params: { id }, body }) => ({
      moved: await inOrganisation(db, actor, id, (trx) => moveMembers(trx, actor, id, body)),
    }),
  );
  app.get(
    '/api/members/template.xlsx',
    { config: { access: mayReadMembers } },
    async (_request, reply) =>
      reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="nhip-members-template.xlsx"')
        .send(await rosterTemplate()),
  );
  oneMemberRoutes(app, platform);
}

function oneMemberRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/organisations/:id/members/:personId',
    {
      config: { access: mayReadMembers },
      schema: { params: MemberId, response: { 200: MemberDetail } },
    },
    ({ actor, params: { id, personId } }) =>
      inOrganisation(db, actor, id, (trx) => readMember(trx, actor, id, personId)),
  );
  app.put(
    '/api/organisations/:id/members/:personId/affiliations/:affiliationId',
    {
      config: { access: mayEditMembers },
      schema: { params: AffiliationId, body: AffiliationChanges, response: { 200: Made } },
    },
    async ({ actor, params: { id, personId, affiliationId }, body }) => {
      await inOrganisation(db, actor, id, (trx) =>
        updateAffiliation(trx, actor, personId, affiliationId, body),
      );
      return { personId, affiliationId };
    },
  );
  app.post(
    '/api/organisations/:id/members/:personId/affiliations/:affiliationId/end',
    {
      config: { access: mayAppoint },
      schema: { params: AffiliationId, body: EndAffiliation, response: { 200: Made } },
    },
    async ({ actor, params: { id, personId, affiliationId }, body }) => {
      await inOrganisation(db, actor, id, (trx) =>
        endAffiliation(trx, actor, personId, affiliationId, body.endOn),
      );
      return { personId, affiliationId };
    },
  );
  app.post(
    '/api/organisations/:id/leave',
    {
      config: { access: mayActForOneself },
      schema: { params: Id, response: { 200: z.object({ left: z.literal(true) }) } },
    },
    async ({ actor, params: { id } }) => {
      await inOrganisation(db, actor, id, (trx) => leave(trx, actor, id));
      return { left: true as const };
    },
  );
}
