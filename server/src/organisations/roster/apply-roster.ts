import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { endSessions } from '#src/accounts/end-sessions.ts';
import { recordEach } from '#src/audit/record.ts';
import { enterScope, platformScope, type ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import type { Jobs } from '#src/jobs/jobs.ts';
import { insertPersons } from '#src/people/insert-person.ts';
import { lockOpenOrganisation } from '../lock-organisation.ts';
import { LETTERS_JOB } from '../invitation-letters.ts';
import { matchedRows, type MatchedRow } from './compare-roster.ts';
import {
  insertAffiliations,
  insertGrants,
  insertInvitations,
  starterOf,
  updateAffiliations,
  type AffiliationToWrite,
} from './roster-queries.ts';

const BATCH = 1_000;

type Write = MatchedRow & { personId: number };

/**
 * Writes the new and changed rows: persons without accounts, memberships, roles, and invitations for
 * those with an address and no account. All in the transaction given; the letters follow by a job.
 */
export async function applyRoster(
  begun: Transaction<DB>,
  run: Run,
  by: Actor,
  onProgress: (done: number) => Promise<void>,
  jobs: Jobs,
): Promise<void> {
  const trx = await enterScope(begun, platformScope);
  await lockOpenOrganisation(trx, run.ownerOrganisationId);
  const actor = { ...by, id: await starterOf(trx, run.id) };
  const { rows } = await matchedRows(trx, run);
  const open = rows.filter(({ match }) => match.change !== 'same');
  let invited = 0;
  for (let from = 0; from < open.length; from += BATCH) {
    const batch = await withPersons(trx, actor, open.slice(from, from + BATCH));
    invited += await writeBatch(trx, actor, run, batch);
    await onProgress(from + batch.length);
  }
  if (invited > 0) await jobs.send(trx, { name: LETTERS_JOB, data: {}, key: LETTERS_JOB });
}

async function withPersons(
  trx: ScopedTransaction,
  actor: Actor,
  rows: readonly MatchedRow[],
): Promise<Write[]> {
  const unknown = rows.filter(({ match }) => match.personId === null);
  const ids = await insertPersons(
    trx,
    actor,
    unknown.map(({ row }) => ({ displayName: row.fullName, language: row.language ?? 'vi' })),
  );
  const made = new Map(unknown.map(({ rowNumber }, index) => [rowNumber, ids[index]!]));
  return rows.map((one) => ({ ...one, personId: one.match.personId ?? made.get(one.rowNumber)! }));
}

/** Says how many were invited. */
async function writeBatch(
  trx: ScopedTransaction,
  actor: Actor,
  run: Run,
  batch: readonly Write[],
): Promise<number> {
  const organisationId = run.ownerOrganisationId;
  const origin = { organisationId, importRunId: run.id, actorId: actor.id };
  const [added, changed] = [batch.filter(isNew), batch.filter((one) => !isNew(one))];
  await insertAffiliations(trx, origin, added.map(toAffiliation));
  await updateAffiliations(trx, origin, changed.map(toAffiliation));
  const grants = batch.flatMap(({ personId, match }) =>
    match.ownRow ? [] : match.lackedRoles.map((role) => ({ personId, role })),
  );
  await insertGrants(trx, origin, grants);
  const invitations = added.flatMap(({ personId, match, row }) =>
    // who has an account signs in with it; everybody else needs a way to make one
    row.email === null || match.personId !== null
      ? []
      : [{ ...row, email: row.email, personId, language: row.language ?? ('vi' as const) }],
  );
  await recordEach(
    trx,
    actor,
    batch.map(({ personId, match }) => ({
      action: match.member ? 'member-changed' : 'member-added',
      subjectKind: 'person',
      subjectId: personId,
      organisationId,
      detail: {
        import: run.id,
        fields: match.fields,
        roles: match.ownRow ? [] : match.lackedRoles,
      },
    })),
  );
  await endSessions(trx, [...new Set(grants.map(({ personId }) => personId))]);
  return insertInvitations(trx, origin, invitations);
}

function isNew({ match }: Write): boolean {
  return match.member === undefined;
}

function toAffiliation({ personId, row, match }: Write): AffiliationToWrite {
  const { fullName, email, personCode, phone, positionTitle, unitId, startOn } = row;
  const affiliationId = match.member?.affiliationId ?? null;
  const said = { fullName, email, personCode, phone, positionTitle, unitId, startOn };
  return { personId, affiliationId, ...said };
}
