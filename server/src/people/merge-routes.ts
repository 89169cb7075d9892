import { inScope } from '#src/db/scope.ts';
import type { App, Platform } from '#src/platform.ts';
import { scopeOf } from '#src/actors/actor.ts';
import {
  mayAnswerMerges,
  mayChangeOwnData,
  mayProposeMerges,
  mayReadAllMerges,
  mayReadOwnData,
} from './access.ts';
import { Done, MergeList, MergeWithAccount, NewMerge, PersonRowParams } from './contract.ts';
import type { Doors } from './doors.ts';
import { mergeState } from './merge-rules.ts';
import {
  confirmMerge,
  proposeMerge,
  proposeWithAccount,
  refuseMerge,
  undoMerge,
} from './merges.ts';
import { listMerges, type MergeWithRight } from './read-merges.ts';

const done = { done: true as const };

export function mergeRoutes(app: App, { db }: Platform, doors: Doors): void {
  app.get(
    '/api/me/merges',
    { config: { access: mayReadOwnData }, schema: { response: { 200: MergeList } } },
    ({ actor }) =>
      inScope(db, scopeOf(actor), async (trx) => present(await listMerges(trx, actor, 'mine'))),
  );
  app.post(
    '/api/me/merges',
    {
      config: { access: mayChangeOwnData },
      schema: { body: MergeWithAccount, response: { 200: Done } },
    },
    async ({ actor, body }) => {
      await inScope(db, scopeOf(actor), (trx) => proposeWithAccount(trx, actor, body));
      return done;
    },
  );
  app.get(
    '/api/merges',
    { config: { access: mayReadAllMerges }, schema: { response: { 200: MergeList } } },
    ({ actor }) =>
      inScope(db, scopeOf(actor), async (trx) => present(await listMerges(trx, actor, 'all'))),
  );
  app.post(
    '/api/merges',
    { config: { access: mayProposeMerges }, schema: { body: NewMerge, response: { 200: Done } } },
    async ({ actor, body }) => {
      await inScope(db, scopeOf(actor), (trx) => proposeMerge(trx, actor, body));
      return done;
    },
  );
  app.post(
    '/api/merges/:personId/:id/confirm',
    {
      config: { access: mayAnswerMerges },
      schema: { params: PersonRowParams, response: { 200: Done } },
    },
    async ({ actor, params }) => {
      await inScope(db, scopeOf(actor), (trx) => confirmMerge(trx, actor, doors, params));
      return done;
    },
  );
  app.post(
    '/api/merges/:personId/:id/refuse',
    {
      config: { access: mayAnswerMerges },
      schema: { params: PersonRowParams, response: { 200: Done } },
    },
    async ({ actor, params }) => {
      await inScope(db, scopeOf(actor), (trx) => refuseMerge(trx, actor, params));
      return done;
    },
  );
  app.post(
    '/api/merges/:personId/:id/undo',
    {
      config: { access: mayAnswerMerges },
      schema: { params: PersonRowParams, response: { 200: Done } },
    },
    async ({ actor, params }) => {
      await inScope(db, scopeOf(actor), (trx) => undoMerge(trx, actor, doors, params));
      return done;
    },
  );
}

function present(rows: readonly MergeWithRight[]) {
  return {
    items: rows.map((row) => ({
      id: row.id,
      personId: row.personId,
      intoPersonId: row.intoPersonId,
      reason: row.reason,
      state: mergeState(row),
      proposedAt: row.proposedAt.toISOString(),
      mine: row.parties !== null,
      parties: row.parties,
    })),
  };
}
