import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { listLevels } from '../scale-queries.ts';
import {
  endEquating,
  insertEquating,
  listOfProgram,
  scaleOfFramework,
  type ProgramEquating,
} from './equating-queries.ts';

/** All that the program says of our scale and one other. */
export interface SaidOfScale {
  /** under this name the installation keeps it */
  source: string;
  /** the codes of the two scales */
  from: string;
  to: string;
  rows: readonly ProgramEquating[];
}

export interface EquatingsCompared {
  added: ProgramEquating[];
  /** in force, and said otherwise by now or no longer at all */
  ended: number[];
  /** their scale is not here, or lacks a level that they name */
  waiting: number;
}

/**
 * What the program says beside what stands of it. A row that somebody ended here is not offered again while
 * the program says the same.
 */
export async function compareProgramEquatings(
  db: Kysely<DB>,
  { source, from, to, rows }: SaidOfScale,
): Promise<EquatingsCompared> {
  const [own, other] = [await listLevels(db, from), await listLevels(db, to)];
  const kind = (await scaleOfFramework(db, to))?.kind;
  const possible = rows.filter(
    (row) =>
      kind === 'proficiency' &&
      own.includes(row.level) &&
      row.range.every((level) => other.includes(level)),
  );
  const standing = await listOfProgram(db, source, { from, to });
  const said = new Set(possible.map(keyOf));
  const known = new Set(standing.map(keyOf));
  return {
    added: possible.filter((row) => !known.has(keyOf(row))),
    ended: standing
      .filter((row) => row.validTo === null && !said.has(keyOf(row)))
      .map(({ id }) => id),
    waiting: rows.length - possible.length,
  };
}

/** Brings what the program says in; what it says otherwise is ended on the day before and said anew. */
export async function writeProgramEquatings(
  trx: Transaction<DB>,
  actor: Actor,
  said: SaidOfScale,
): Promise<{ added: number; ended: number; waiting: number }> {
  const { added, ended, waiting } = await compareProgramEquatings(trx, said);
  for (const id of ended) {
    await endEquating(trx, id, null);
    await record(trx, actor, {
      ...{ action: 'level-equating-ended', subjectKind: 'level-equating', subjectId: id },
      detail: { source: said.source },
    });
  }
  const [from, to] = [await scaleOfFramework(trx, said.from), await scaleOfFramework(trx, said.to)];
  for (const { level, range, confidence, reason, citation, asOf } of added) {
    const id = await insertEquating(trx, actor, {
      ...{ fromId: from!.id, toId: to!.id, relation: 'equated', method: '', confidence },
      from: { scale: said.from, lowest: level, highest: level },
      to: { scale: said.to, lowest: range[0], highest: range[1] },
      ...{ source: citation, validFrom: asOf, reason, programSource: said.source },
    });
    await record(trx, actor, {
      ...{ action: 'level-equating-added', subjectKind: 'level-equating', subjectId: id },
      detail: { source: said.source, from: said.from, to: said.to, relation: 'equated' },
    });
  }
  return { added: added.length, ended: ended.length, waiting };
}

const keyOf = ({ level, range, confidence, reason, citation, asOf }: ProgramEquating): string =>
  JSON.stringify([level, range, confidence.toFixed(4), reason.vi, reason.en, citation, asOf]);
