import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import {
  mayManageOrganisations,
  mayManageUnits,
  mayReadOrganisations,
  mayReadUnits,
} from './access.ts';
import {
  EndOrganisation,
  EndUnit,
  NewSuccession,
  OrganisationDetail,
  OrganisationDraft,
  OrganisationPage,
  OrganisationQuery,
  Unit,
  UnitDraft,
} from './contract.ts';
import { inOrganisation } from './in-organisation.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { createOrganisation, editOrganisation, endOrganisation } from './manage-organisations.ts';
import { memberRoutes } from './member-routes.ts';
import { readOrganisation, readOrganisations } from './read-organisations.ts';
import { readUnits } from './read-units.ts';
import { roleRoutes } from './role-routes.ts';
import { recordSuccession, undoSuccession } from './succession.ts';
import { addUnit, changeUnit, endUnit } from './units.ts';

const Id = z.object({ id: z.coerce.number().int().positive() });
const UnitId = Id.extend({ unitId: z.coerce.number().int().positive() });
const Made = z.object({ id: z.number().int() });

/** `origin`: where browsers reach this installation, for the links of invitations. */
export function organisationRoutes(app: App, platform: Platform, origin: URL): void {
  treeRoutes(app, platform);
  unitRoutes(app, platform);
  successionRoutes(app, platform);
  memberRoutes(app, platform);
  roleRoutes(app, platform);
  invitationRoutes(app, platform, origin);
}

function treeRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/organisations',
    {
      config: { access: mayReadOrganisations },
      schema: { querystring: OrganisationQuery, response: { 200: OrganisationPage } },
    },
    ({ query }) => readOrganisations(db, query),
  );
  app.get(
    '/api/organisations/:id',
    {
      config: { access: mayReadOrganisations },
      schema: { params: Id, response: { 200: OrganisationDetail } },
    },
    ({ actor, params }) => readOrganisation(db, actor, params.id),
  );
  app.post(
    '/api/organisations',
    {
      config: { access: mayManageOrganisations },
      schema: { body: OrganisationDraft, response: { 201: OrganisationDetail } },
    },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((trx) => createOrganisation(trx, actor, body));
      return reply.status(201).send(await readOrganisation(db, actor, id));
    },
  );
  app.put(
    '/api/organisations/:id',
    {
      config: { access: mayManageOrganisations },
      schema: { params: Id, body: OrganisationDraft, response: { 200: OrganisationDetail } },
    },
    async ({ actor, params, body }) => {
      await db.transaction().execute((trx) => editOrganisation(trx, actor, params.id, body));
      return readOrganisation(db, actor, params.id);
    },
  );
  app.post(
    '/api/organisations/:id/end',
    {
      config: { access: mayManageOrganisations },
      schema: { params: Id, body: EndOrganisation, response: { 200: OrganisationDetail } },
    },
    async ({ actor, params, body }) => {
      await db.transaction().execute((trx) => endOrganisation(trx, actor, params.id, body.onDate));
      return readOrganisation(db, actor, params.id);
    },
  );
}

function unitRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/organisations/:id/units',
    { config: { access: mayReadUnits }, schema: { params: Id, response: { 200: z.array(Unit) } } },
    ({ actor, params }) =>
      inOrganisation(db, actor, params.id, (trx) => readUnits(trx, actor, params.id)),
  );
  app.post(
    '/api/organisations/:id/units',
    {
      config: { access: mayManageUnits },
      schema: { params: Id, body: UnitDraft, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((trx) => addUnit(trx, actor, params.id, body));
      return reply.status(201).send({ id });
    },
  );
  app.put(
    '/api/organisations/:id/units/:unitId',
    {
      config: { access: mayManageUnits },
      schema: { params: UnitId, body: UnitDraft, response: { 200: Made } },
    },
    async ({ actor, params, body }) => {
      await db
        .transaction()
        .execute((trx) => changeUnit(trx, actor, params.id, params.unitId, body));
      return { id: params.unitId };
    },
  );
  app.post(
    '/api/organisations/:id/units/:unitId/end',
    {
      config: { access: mayManageUnits },
      schema: { params: UnitId, body: EndUnit, response: { 200: Made } },
    },
    async ({ actor, params: { id, unitId }, body }) => {
      await inOrganisation(db, actor, id, (trx) =>
        endUnit(trx, actor, id, unitId, body.movePeopleTo),
      );
      return { id: unitId };
    },
  );
}

function successionRoutes(app: App, { db }: Platform): void {
  app.post(
    '/api/organisations/:id/successions',
    {
      config: { access: mayManageOrganisations },
      schema: { params: Id, body: NewSuccession, response: { 201: OrganisationDetail } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((trx) => recordSuccession(trx, actor, params.id, body));
      return reply.status(201).send(await readOrganisation(db, actor, params.id));
    },
  );
  app.post(
    '/api/organisations/:id/successions/undo',
    {
      config: { access: mayManageOrganisations },
      schema: { params: Id, response: { 200: OrganisationDetail } },
    },
    async ({ actor, params }) => {
      await db.transaction().execute((trx) => undoSuccession(trx, actor, params.id));
      return readOrganisation(db, actor, params.id);
    },
  );
}
