import type { Kysely, Transaction } from 'kysely';
import { inScope, type ScopedTransaction } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import type { Difference, RowFinding, Run, StagedRow } from '#src/imports/importer.ts';
import {
  addFindings,
  listStaged,
  replaceRemoved,
  setChanges,
  type Staged,
} from '#src/imports/staged-rows.ts';
import { enterOrganisation } from '../in-organisation.ts';
import { listUnits } from '../unit-queries.ts';
import { differencesOf, matcher, type KnownMember, type Match } from './match-rows.ts';
import type { RosterRow } from './read-line.ts';
import { loadKnown } from './roster-queries.ts';

export interface MatchedRow {
  rowNumber: number;
  change: Staged['change'];
  row: RosterRow;
  match: Match;
}

/** Every staged row of the file that is not rejected, with whom it is about. */
export async function matchedRows(
  trx: ScopedTransaction,
  run: Run,
): Promise<{ rows: MatchedRow[]; members: readonly KnownMember[] }> {
  const staged = await allStaged(trx, run.id);
  const emails = staged.flatMap(({ payload }) => (payload as RosterRow).email ?? []);
  const known = await loadKnown(trx, run, emails);
  const match = matcher(known);
  const rows = staged.map(({ rowNumber, change, payload }) => {
    const row = payload as RosterRow;
    return { rowNumber, change, row, match: match(row) };
  });
  return { rows, members: known.members };
}

async function allStaged(db: Kysely<DB>, runId: string): Promise<Staged[]> {
  const all: Staged[] = [];
  for (;;) {
    const after = all.at(-1)?.rowNumber ?? 0;
    const page = await listStaged(db, runId, { after, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all.filter(({ change }) => change !== 'removed');
  }
}

const PAGE = 5_000;

/** What only the people who are there show: a row that contradicts itself, and the importer's own row. */
export async function lintRoster(begun: Transaction<DB>, run: Run): Promise<void> {
  const trx = await enterOrganisation(begun, run.ownerOrganisationId);
  const { rows } = await matchedRows(trx, run);
  const warning: RowFinding = {
    code: 'member-own-roles',
    severity: 'warning',
    column: null,
    detail: {},
  };
  const error: RowFinding = { ...warning, code: 'member-code-and-email-differ', severity: 'error' };
  await addFindings(
    trx,
    run.id,
    rows.flatMap(({ rowNumber, match }) => {
      if (match.contradicts) return [{ rowNumber, finding: error }];
      const own = match.ownRow && match.lackedRoles.length > 0;
      return own ? [{ rowNumber, finding: warning }] : [];
    }),
  );
}

/** Says of every row what it would do; who is a member and not in the file is shown and left alone. */
export async function diffRoster(begun: Transaction<DB>, run: Run): Promise<void> {
  const trx = await enterOrganisation(begun, run.ownerOrganisationId);
  const { rows, members } = await matchedRows(trx, run);
  await setChanges(
    trx,
    run.id,
    rows.map(({ rowNumber, match }) => ({ rowNumber, change: match.change })),
  );
  const named = new Set(rows.map(({ match }) => match.personId));
  const absent = members.filter(({ active, personId }) => active && !named.has(personId));
  await replaceRemoved(
    trx,
    run.id,
    absent.map(({ personId, fullName, email, personCode }) => ({
      key: `person ${personId}`,
      payload: { fullName, email, personCode },
    })),
  );
  const shown = await trx
    .selectFrom('import_row')
    .select('row_number')
    .where('import_run_id', '=', run.id)
    .where('change', '=', 'removed')
    .execute();
  const finding: RowFinding = {
    code: 'member-not-in-list',
    severity: 'warning',
    column: null,
    detail: {},
  };
  await addFindings(
    trx,
    run.id,
    shown.map(({ row_number }) => ({ rowNumber: row_number, finding })),
  );
}

export async function rosterDifferences(
  db: Kysely<DB>,
  run: Run,
  rows: StagedRow[],
): Promise<Map<number, Difference[]>> {
  const organisations = [run.ownerOrganisationId];
  return inScope(db, { persons: [], organisations, platform: false }, async (trx) => {
    const emails = rows.flatMap(({ payload }) => (payload as RosterRow).email ?? []);
    const match = matcher(await loadKnown(trx, run, emails));
    const units = await listUnits(trx, run.ownerOrganisationId);
    const unitName = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? null;
    return new Map(
      rows.map(({ rowNumber, payload }) => {
        const row = payload as RosterRow;
        return [rowNumber, differencesOf(row, match(row), unitName)];
      }),
    );
  });
}
