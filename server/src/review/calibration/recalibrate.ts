import type { Kysely } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { lockDecisions } from '#src/linking/standing-decisions.ts';
import type { Actor } from '#src/actors/actor.ts';
import {
  findCalibration,
  insertCalibration,
  listPairs,
  withdrawCalibration,
} from './calibration-queries.ts';
import type { CalibrationCell, Recalibrated } from './contract.ts';
import { isProposal, LEAST_OF_EACH, LEAST_VOTES, propose } from './propose.ts';
import { rebandAll } from './reband.ts';

/**
 * Fits the votes that stand now and puts the new curve in the place of the one before; then brings the
 * links to it. Links that are made meanwhile wait for the first step (standing-decisions.ts).
 * Throws calibration-too-few-votes.
 */
export async function recalibrate(
  db: Kysely<DB>,
  actor: Actor,
  cell: CalibrationCell,
): Promise<Recalibrated> {
  const id = await db.transaction().execute(async (trx) => {
    await lockDecisions(trx);
    const proposal = propose(await listPairs(trx, cell));
    if (!isProposal(proposal)) {
      const { votes, right } = proposal;
      throw new Problem('calibration-too-few-votes', {
        ...{ votes, right, wrong: votes - right },
        ...{ least: LEAST_VOTES, each: LEAST_OF_EACH },
      });
    }
    const made = await insertCalibration(trx, actor, cell, proposal);
    const { slope, intercept, votes } = proposal;
    await record(trx, actor, {
      action: 'links-recalibrated',
      subjectKind: 'link-calibration',
      subjectId: made,
      detail: { ...cell, slope, intercept, votes },
    });
    return made;
  });
  return { id, links: await rebandAll(db) };
}

/**
 * Takes the standing calibration of its kind back: the one before it stands again, or the shipped one.
 * Throws not-found and calibration-not-standing.
 */
export async function withdraw(db: Kysely<DB>, actor: Actor, id: number): Promise<Recalibrated> {
  await db.transaction().execute(async (trx) => {
    await lockDecisions(trx);
    const found = await findCalibration(trx, id);
    if (!found) throw new Problem('not-found', { what: `#${id}` });
    if (!found.stands) throw new Problem('calibration-not-standing');
    await withdrawCalibration(trx, actor, id);
    await record(trx, actor, {
      action: 'recalibration-withdrawn',
      subjectKind: 'link-calibration',
      subjectId: id,
      detail: { language: found.language, documentType: found.documentType },
    });
  });
  return { id, links: await rebandAll(db) };
}
