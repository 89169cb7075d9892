import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { countCells, countMoves, listMade, listPairs } from './calibration-queries.ts';
import {
  CalibratedDocument,
  LineLanguage,
  type CalibrationCell,
  type CalibrationState,
  type CellState,
} from './contract.ts';
import { isProposal, LEAST_OF_EACH, LEAST_VOTES, propose } from './propose.ts';

const CELLS: readonly CalibrationCell[] = LineLanguage.options.flatMap((language) =>
  CalibratedDocument.options.map((documentType) => ({ language, documentType })),
);

/** What stands, what people's votes would make of it today, and what was made before. */
export async function readCalibrationState(db: Kysely<DB>): Promise<CalibrationState> {
  const counts = await countCells(db);
  const made = await listMade(db);
  const cells: CellState[] = [];
  for (const cell of CELLS) {
    const links = counts.find((one) => isSame(one, cell))?.links ?? 0;
    cells.push({ ...cell, links, ...(await proposed(db, cell)) });
  }
  return {
    leastVotes: LEAST_VOTES,
    leastOfEach: LEAST_OF_EACH,
    cells,
    made: made.map(({ madeAt, withdrawnAt, ...row }) => ({
      ...row,
      madeAt: madeAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
  };
}

async function proposed(
  db: Kysely<DB>,
  cell: CalibrationCell,
): Promise<Pick<CellState, 'votes' | 'right' | 'proposal'>> {
  const found = propose(await listPairs(db, cell));
  const { votes, right } = found;
  if (!isProposal(found)) return { votes, right, proposal: null };
  const moves = await countMoves(db, cell, found);
  return { votes, right, proposal: { ...found, moves } };
}

function isSame(a: CalibrationCell, b: CalibrationCell): boolean {
  return a.language === b.language && a.documentType === b.documentType;
}
