import { z } from 'zod';
import { inScope, type ScopedTransaction } from '#src/db/scope.ts';
import type { App, Platform } from '#src/platform.ts';
import { scopeOf } from '#src/actors/actor.ts';
import { mayChangeOwnData, mayDecideCorrections, mayReadOwnData } from './access.ts';
import {
  Correction,
  CorrectionRefusal,
  NewCorrection,
  OpenCorrections,
  PersonRowParams,
} from './contract.ts';
import { listCorrectionRows, type CorrectionRow } from './correction-queries.ts';
import {
  acceptCorrection,
  readOpenCorrections,
  refuseCorrection,
  requestCorrection,
  withdrawCorrection,
} from './corrections.ts';
import type { Doors } from './doors.ts';
import { organisationRefs } from './organisation-names.ts';

export function correctionRoutes(app: App, { db }: Platform, doors: Doors): void {
  app.get(
    '/api/me/corrections',
    { config: { access: mayReadOwnData }, schema: { response: { 200: OpenCorrections } } },
    ({ actor }) =>
      inScope(db, scopeOf(actor), async (trx) =>
        present(trx, await listCorrectionRows(trx, { personIds: actor.personIds })),
      ),
  );
  app.post(
    '/api/me/corrections',
    {
      config: { access: mayChangeOwnData },
      schema: { body: NewCorrection, response: { 200: OpenCorrections } },
    },
    ({ actor, body }) =>
      inScope(db, scopeOf(actor), async (trx) => {
        await requestCorrection(trx, actor, body);
        return present(trx, await listCorrectionRows(trx, { personIds: actor.personIds }));
      }),
  );
  app.post(
    '/api/me/corrections/:id/withdraw',
    {
      config: { access: mayChangeOwnData },
      schema: {
        params: z.object({ id: z.coerce.number().int() }),
        response: { 200: OpenCorrections },
      },
    },
    ({ actor, params }) =>
      inScope(db, scopeOf(actor), async (trx) => {
        await withdrawCorrection(trx, actor, params.id);
        return present(trx, await listCorrectionRows(trx, { personIds: actor.personIds }));
      }),
  );
  app.get(
    '/api/corrections',
    { config: { access: mayDecideCorrections }, schema: { response: { 200: OpenCorrections } } },
    ({ actor }) =>
      inScope(db, scopeOf(actor), async (trx) =>
        present(trx, await readOpenCorrections(trx, actor)),
      ),
  );
  app.post(
    '/api/corrections/:personId/:id/accept',
    {
      config: { access: mayDecideCorrections },
      schema: { params: PersonRowParams, response: { 200: OpenCorrections } },
    },
    ({ actor, params }) =>
      inScope(db, scopeOf(actor), async (trx) => {
        await acceptCorrection(trx, actor, doors, params);
        return present(trx, await readOpenCorrections(trx, actor));
      }),
  );
  app.post(
    '/api/corrections/:personId/:id/refuse',
    {
      config: { access: mayDecideCorrections },
      schema: {
        params: PersonRowParams,
        body: CorrectionRefusal,
        response: { 200: OpenCorrections },
      },
    },
    ({ actor, params, body }) =>
      inScope(db, scopeOf(actor), async (trx) => {
        await refuseCorrection(trx, actor, { ...params, ...body });
        return present(trx, await readOpenCorrections(trx, actor));
      }),
  );
}

async function present(
  trx: ScopedTransaction,
  rows: CorrectionRow[],
): Promise<{ items: Correction[] }> {
  const refs = await organisationRefs(
    trx,
    rows.map(({ organisationId }) => organisationId),
  );
  return {
    items: rows.map(({ organisationId, requestedAt, decidedAt, ...row }) => ({
      ...row,
      organisation: refs.get(organisationId)!,
      requestedAt: requestedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    })),
  };
}
