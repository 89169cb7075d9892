import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import { enterScope, platformScope } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import type { OrganisationDraft } from './contract.ts';
import { lockOpenOrganisation } from './lock-organisation.ts';
import {
  listHolders,
  listOrganisations,
  updateOrganisation,
  type OrganisationEntry,
} from './organisation-queries.ts';
import { insertNamed, rename } from './organisations.ts';
import { mayStand } from './tree-rules.ts';

/** Throws organisation-name-taken, organisation-tier-refused, region-not-known, not-found. */
export async function createOrganisation(
  trx: Transaction<DB>,
  actor: Actor,
  draft: OrganisationDraft,
): Promise<number> {
  await checkPlace(trx, draft);
  const id = await insertNamed(trx, draft.kind, draft.name);
  await updateOrganisation(trx, id, draft);
  await recordOrganisation(trx, actor, 'organisation-added', id);
  return id;
}

/** The organisation that owns the platform keeps its kind and its place. Throws as createOrganisation does. */
export async function editOrganisation(
  trx: Transaction<DB>,
  actor: Actor,
  id: number,
  draft: OrganisationDraft,
): Promise<void> {
  const { kind } = await lockOpenOrganisation(trx, id);
  const isOwner = kind === 'platform-owner';
  if (!isOwner) await checkPlace(trx, draft, id);
  await rename(trx, id, draft.name, { keepKey: isOwner });
  const { regionId, externalCode, validFrom } = draft;
  await updateOrganisation(trx, id, isOwner ? { regionId, externalCode, validFrom } : draft);
  await recordOrganisation(trx, actor, 'organisation-changed', id);
}

/** Ends it without a successor; its people keep their history. Throws not-found, organisation-…. */
export async function endOrganisation(
  begun: Transaction<DB>,
  actor: Actor,
  id: number,
  onDate: string,
): Promise<void> {
  const trx = await enterScope(begun, platformScope);
  await lockEndable(trx, id, onDate);
  const below = (await listOrganisations(trx)).filter(
    (one) => one.parentId === id && !one.ended,
  ).length;
  if (below > 0) throw new Problem('organisation-has-parts', { count: below });
  await updateOrganisation(trx, id, { validTo: onDate });
  await endSessions(trx, await listHolders(trx, id));
  await recordOrganisation(trx, actor, 'organisation-ended', id, { onDate });
}

/** Locks an organisation that may end on that day. Throws not-found, organisation-ended, -of-the-platform, invalid-request. */
export async function lockEndable(trx: Transaction<DB>, id: number, onDate: string): Promise<void> {
  const { kind } = await lockOpenOrganisation(trx, id);
  if (kind === 'platform-owner') throw new Problem('organisation-of-the-platform');
  const { valid_from } = await trx
    .selectFrom('organisation')
    .select('valid_from')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (valid_from !== null && valid_from >= onDate) {
    throw new Problem('invalid-request', { what: `onDate ≤ ${valid_from}` });
  }
}

export async function recordOrganisation(
  trx: Transaction<DB>,
  actor: Actor,
  action: string,
  id: number,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await record(trx, actor, {
    action,
    subjectKind: 'organisation',
    subjectId: id,
    organisationId: id,
    detail,
  });
}

async function checkPlace(
  trx: Transaction<DB>,
  draft: OrganisationDraft,
  self?: number,
): Promise<void> {
  const all = await listOrganisations(trx);
  const parent = draft.parentId === null ? null : openParent(all, draft.parentId);
  if (!mayStand(draft, parent) || draft.parentId === self) {
    throw new Problem('organisation-tier-refused');
  }
  const below = all.filter((one) => one.parentId === self && !one.ended);
  if (below.some((one) => !mayStand(one, draft))) throw new Problem('organisation-tier-refused');
  if (draft.regionId === null) return;
  const region = await trx
    .selectFrom('region')
    .select('id')
    .where('id', '=', draft.regionId)
    .executeTakeFirst();
  if (!region) throw new Problem('region-not-known');
}

function openParent(all: readonly OrganisationEntry[], id: number): OrganisationEntry {
  const parent = all.find((one) => one.id === id);
  if (!parent || parent.ended) throw new Problem('not-found', { what: `#${id}` });
  return parent;
}
