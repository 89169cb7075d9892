import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Difference, RowFinding, Run, StagedRow } from '#src/imports/importer.ts';
import {
  addFindings,
  listStaged,
  replaceRemoved,
  setChanges,
  type Staged,
} from '#src/imports/staged-rows.ts';
import { inverted } from '../relation.ts';
import type { CrosswalkImportRow } from './crosswalk-row.ts';
import { endFinder, findEnds, missingEnd, type FindEnd, type FoundEnds } from './resolve-ends.ts';
import { findStandingRows, pairKey, type StandingRow } from './standing-rows.ts';

const PAGE = 5_000;

export interface Matched {
  rowNumber: number;
  change: Staged['change'];
  row: CrosswalkImportRow;
  ends: FoundEnds;
  /** the row of the same source about the same two, turned as the file has it */
  standing: StandingRow | undefined;
}

/** Every staged row that is not rejected and whose ends are found. */
export async function matchedRows(db: Kysely<DB>, run: Run): Promise<Matched[]> {
  const staged = await allStaged(db, run.id);
  const find = await finderFor(db, run, staged);
  const found = staged.flatMap(({ rowNumber, change, payload }) => {
    const row = payload as CrosswalkImportRow;
    const ends = findEnds(row, find);
    return ends ? [{ rowNumber, change, row, ends }] : [];
  });
  const standing = await findStandingRows(db, [...new Set(found.map(({ row }) => row.source))]);
  return found.map((one) => ({ ...one, standing: turnedAs(one, standing) }));
}

function turnedAs(
  { row, ends }: Pick<Matched, 'row' | 'ends'>,
  standing: ReadonlyMap<string, StandingRow>,
): StandingRow | undefined {
  const found = standing.get(pairKey(row.source, ends.kind, ends.from.id, ends.to.id));
  if (!found || found.fromId === ends.from.id) return found;
  return { ...found, relation: inverted(found.relation) };
}

/** What only the frameworks show: ends that are not there, not there any more, or in one framework; repetitions. */
export async function lintRows(trx: Transaction<DB>, run: Run): Promise<void> {
  const staged = await allStaged(trx, run.id);
  const find = await finderFor(trx, run, staged);
  const first = new Map<string, number>();
  const findings = staged.flatMap(({ rowNumber, payload }) =>
    lintRow(payload as CrosswalkImportRow, rowNumber, find, first).map((finding) => ({
      ...{ rowNumber, finding },
    })),
  );
  await addFindings(trx, run.id, findings);
}

function lintRow(
  row: CrosswalkImportRow,
  rowNumber: number,
  find: FindEnd,
  first: Map<string, number>,
): RowFinding[] {
  const ends = findEnds(row, find);
  if (!ends) {
    const { framework, names } = missingEnd(row, find);
    return [error('crosswalk-end-unknown', { value: names[0] ?? '', framework })];
  }
  if (ends.from.frameworkId === ends.to.frameworkId) {
    return [error('crosswalk-one-framework', { framework: row.from.framework })];
  }
  const key = pairKey(row.source, ends.kind, ends.from.id, ends.to.id);
  const earlier = first.get(key);
  if (earlier !== undefined) return [error('crosswalk-repeated', { row: earlier })];
  first.set(key, rowNumber);
  return ([row.from, row.to] as const).flatMap(({ framework, names }, index) =>
    (index === 0 ? ends.from : ends.to).gone
      ? [{ ...error('crosswalk-end-moved', { value: names[0] ?? '', framework }), ...WARNING }]
      : [],
  );
}

const WARNING = { severity: 'warning' as const };

function error(code: RowFinding['code'], detail: RowFinding['detail']): RowFinding {
  return { code, severity: 'error', column: null, detail };
}

/** `whole`: the file is all that its source says; what it no longer names is shown as removed. */
export async function diffRows(
  trx: Transaction<DB>,
  run: Run,
  { whole }: { whole: boolean },
): Promise<void> {
  await replaceRemoved(trx, run.id, []);
  const rows = await matchedRows(trx, run);
  await setChanges(
    trx,
    run.id,
    rows.map(({ rowNumber, row, standing }) => ({
      rowNumber,
      change: !standing ? 'new' : differences(row, standing).length > 0 ? 'changed' : 'same',
    })),
  );
  if (!whole || rows.length === 0) return;
  const named = new Set(rows.flatMap(({ standing }) => standing?.id ?? []));
  const standing = await findStandingRows(trx, [...new Set(rows.map(({ row }) => row.source))]);
  const gone = [...standing.values()].filter(
    ({ id, decidedByPerson }) => !named.has(id) && !decidedByPerson,
  );
  await replaceRemoved(
    trx,
    run.id,
    gone.map((one) => ({
      key: `crosswalk ${one.id}`,
      payload: { from: { names: [one.fromName] }, to: { names: [one.toName] } },
    })),
  );
}

/** What a file changes about what stands. A person's decision stays: of it a file changes neither relation nor note. */
export function differences(row: CrosswalkImportRow, standing: StandingRow): Difference[] {
  const fields: Difference[] = [];
  const compare = (field: string, before: string | null, after: string | null) => {
    if (before !== after) fields.push({ field, before, after });
  };
  compare('confidence', text(standing.confidence), text(row.confidence));
  if (row.extra) compare('matchType', text(standing.extra.matchType), text(row.extra.matchType));
  if (standing.decidedByPerson) return fields;
  compare('relation', standing.relation, row.relation);
  compare('note', standing.note, row.note);
  if (row.status === 'accepted') compare('status', standing.status, row.status);
  return fields;
}

const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : String(value);

export async function rowDifferences(
  db: Kysely<DB>,
  run: Run,
  rows: readonly StagedRow[],
): Promise<Map<number, Difference[]>> {
  const wanted = new Set(rows.map(({ rowNumber }) => rowNumber));
  const matched = (await matchedRows(db, run)).filter(({ rowNumber }) => wanted.has(rowNumber));
  return new Map(
    matched.map(({ rowNumber, row, standing }) => [
      rowNumber,
      standing ? differences(row, standing) : [],
    ]),
  );
}

async function finderFor(db: Kysely<DB>, run: Run, staged: readonly Staged[]): Promise<FindEnd> {
  const frameworks = new Set(
    staged.flatMap(({ payload }) => {
      const { from, to } = payload as CrosswalkImportRow;
      return [from.framework, to.framework];
    }),
  );
  return endFinder(db, run.ownerOrganisationId, [...frameworks]);
}

async function allStaged(db: Kysely<DB>, runId: string): Promise<Staged[]> {
  const all: Staged[] = [];
  for (;;) {
    const page = await listStaged(db, runId, { after: all.at(-1)?.rowNumber ?? 0, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all.filter(({ change }) => change !== 'removed');
  }
}
