import type { CrosswalkPair, CrosswalkStatus, Grounds, Relation } from './contract.ts';
import { inverted } from './relation.ts';

/** One source's word about two items, as the table keeps it. */
export interface CrosswalkRow {
  id: number;
  uuid: string;
  fromId: number;
  toId: number;
  relation: Relation;
  confidence: number | null;
  source: string;
  grounds: Grounds | Record<string, never>;
  status: CrosswalkStatus;
  decidedByActorId: number | null;
  decidedAt: Date | null;
  proposedAt: Date;
  note: string | null;
  revision: number;
  /** kept the other way round than it is seen here */
  turned: boolean;
}

/** All rows about the same two items, each turned so that it reads from the side asked for. */
export interface PairRows {
  from: number;
  to: number;
  rows: CrosswalkRow[];
}

/** Gathers rows by the two items that they speak of; `isFrom`: whether an item is of the side asked for. */
export function gatherPairs(
  rows: readonly Omit<CrosswalkRow, 'turned'>[],
  isFrom: (row: Omit<CrosswalkRow, 'turned'>) => boolean,
): PairRows[] {
  const pairs = new Map<string, PairRows>();
  for (const row of rows) {
    const seen = isFrom(row) ? { ...row, turned: false } : turned(row);
    const key = `${seen.fromId} ${seen.toId}`;
    const pair = pairs.get(key) ?? { from: seen.fromId, to: seen.toId, rows: [] };
    pair.rows.push(seen);
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

function turned(row: Omit<CrosswalkRow, 'turned'>): CrosswalkRow {
  const relation = inverted(row.relation);
  return { ...row, fromId: row.toId, toId: row.fromId, relation, turned: true };
}

/**
 * What stands for two items: the newest word of a person; else what a source has accepted by itself; else
 * the most confident proposal.
 */
export function standing({ rows }: PairRows): CrosswalkRow {
  return rows.toSorted((a, b) => rank(b) - rank(a) || time(b) - time(a) || sure(b) - sure(a))[0]!;
}

const rank = (row: CrosswalkRow) =>
  row.decidedByActorId !== null
    ? 3
    : row.status === 'accepted'
      ? 2
      : row.status === 'rejected'
        ? 1
        : 0;
const time = (row: CrosswalkRow) => row.decidedAt?.getTime() ?? 0;
const sure = (row: CrosswalkRow) => row.confidence ?? 0;

/** Moves with every change of any row of the pair, and with a row that comes. */
export function revisionOf({ rows }: PairRows): number {
  return rows.reduce((sum, { revision }) => sum + revision, 0);
}

export function presentPair(pair: PairRows): CrosswalkPair {
  const stands = standing(pair);
  return {
    from: pair.from,
    to: pair.to,
    relation: stands.relation,
    status: stands.status,
    confidence: stands.confidence,
    source: stands.source,
    grounds: 'code' in stands.grounds ? (stands.grounds as Grounds) : null,
    note: stands.note,
    decidedAt: stands.decidedByActorId === null ? null : (stands.decidedAt?.toISOString() ?? null),
    revision: revisionOf(pair),
    others: pair.rows
      .filter(({ id, relation }) => id !== stands.id && relation !== stands.relation)
      .map(({ source, relation }) => ({ source, relation })),
  };
}
