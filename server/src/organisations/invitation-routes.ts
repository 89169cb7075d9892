import { z } from 'zod';
import { Paging } from '#src/http/contract.ts';
import type { App, Platform } from '#src/platform.ts';
import { showInvitation } from './accept-invitation.ts';
import { mayAppoint, mayReadInvitation } from './access.ts';
import {
  InvitationPage,
  InvitationRow,
  InvitationSent,
  InvitationShown,
  InvitationStatus,
  InvitationToken,
  NewInvitation,
} from './contract.ts';
import { inOrganisation } from './in-organisation.ts';
import { invite } from './invite.ts';
import { readInvitation, readInvitations } from './read-invitations.ts';
import { resendInvitation, revokeInvitation } from './tend-invitation.ts';

const Id = z.object({ id: z.coerce.number().int().positive() });
const InvitationId = Id.extend({ invitationId: z.uuid() });

export function invitationRoutes(app: App, { db, jobs, letters }: Platform, origin: URL): void {
  const post = { jobs, origin, handOver: letters !== 'sent' };
  app.get(
    '/api/organisations/:id/invitations',
    {
      config: { access: mayAppoint },
      schema: {
        params: Id,
        querystring: Paging.extend({ status: InvitationStatus.optional() }),
        response: { 200: InvitationPage },
      },
    },
    ({ actor, params: { id }, query }) => readInvitations(db, actor, id, query),
  );
  app.post(
    '/api/organisations/:id/invitations',
    {
      config: { access: mayAppoint },
      schema: { params: Id, body: NewInvitation, response: { 201: InvitationSent } },
    },
    async ({ actor, params, body }, reply) => {
      const { id, link } = await inOrganisation(db, actor, params.id, (trx) =>
        invite(trx, post, actor, params.id, body),
      );
      const invitation = await readInvitation(db, params.id, id);
      return reply.status(201).send({ invitation, link });
    },
  );
  app.post(
    '/api/organisations/:id/invitations/:invitationId/resend',
    {
      config: { access: mayAppoint },
      schema: { params: InvitationId, response: { 200: InvitationSent } },
    },
    async ({ actor, params: { id, invitationId } }) => {
      const { link } = await inOrganisation(db, actor, id, (trx) =>
        resendInvitation(trx, post, actor, id, invitationId),
      );
      return { invitation: await readInvitation(db, id, invitationId), link };
    },
  );
  app.post(
    '/api/organisations/:id/invitations/:invitationId/revoke',
    {
      config: { access: mayAppoint },
      schema: { params: InvitationId, response: { 200: InvitationRow } },
    },
    async ({ actor, params: { id, invitationId } }) => {
      await inOrganisation(db, actor, id, (trx) => revokeInvitation(trx, actor, id, invitationId));
      return readInvitation(db, id, invitationId);
    },
  );
  app.post(
    '/api/invitations/lookup',
    {
      config: { access: mayReadInvitation },
      schema: { body: InvitationToken, response: { 200: InvitationShown } },
    },
    ({ body }) => showInvitation(db, body.token),
  );
}
