import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayActForOneself, mayAppoint } from './access.ts';
import { NewDelegation, NewGrant } from './contract.ts';
import { delegateRole } from './delegate-role.ts';
import { grantRole } from './grant-role.ts';
import { inOrganisation } from './in-organisation.ts';
import { revokeRole } from './revoke-role.ts';

const Id = z.object({ id: z.coerce.number().int().positive() });
const MemberId = Id.extend({ personId: z.coerce.number().int().positive() });
const GrantId = MemberId.extend({ grantId: z.coerce.number().int().positive() });
const Made = z.object({ grantId: z.number().int() });

export function roleRoutes(app: App, { db }: Platform): void {
  app.post(
    '/api/organisations/:id/members/:personId/roles',
    {
      config: { access: mayAppoint },
      schema: { params: MemberId, body: NewGrant, response: { 201: Made } },
    },
    async ({ actor, params: { id, personId }, body }, reply) => {
      const until = body.until === null ? null : new Date(body.until);
      const wanted = { personId, role: body.role, until };
      const grantId = await inOrganisation(db, actor, id, (trx) =>
        grantRole(trx, actor, id, wanted),
      );
      return reply.status(201).send({ grantId });
    },
  );
  app.post(
    '/api/organisations/:id/members/:personId/roles/:grantId/revoke',
    {
      // holders give a role back themselves, and take back what they delegated
      config: { access: mayActForOneself },
      schema: { params: GrantId, response: { 200: Made } },
    },
    async ({ actor, params: { id, personId, grantId } }) => {
      await inOrganisation(db, actor, id, (trx) =>
        revokeRole(trx, actor, id, { personId, grantId }),
      );
      return { grantId };
    },
  );
  app.post(
    '/api/organisations/:id/delegations',
    {
      config: { access: mayActForOneself },
      schema: { params: Id, body: NewDelegation, response: { 201: Made } },
    },
    async ({ actor, params: { id }, body }, reply) => {
      const wanted = { ...body, until: new Date(body.until) };
      const grantId = await inOrganisation(db, actor, id, (trx) =>
        delegateRole(trx, actor, id, wanted),
      );
      return reply.status(201).send({ grantId });
    },
  );
}
