import type { Kysely, Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import { lockDecisions } from '#src/linking/standing-decisions.ts';
import type { Actor } from '#src/actors/actor.ts';
import { decide } from '../decide.ts';
import { examplesOf } from '../examples-of.ts';
import type {
  Disagreements,
  NewOpinion,
  OpinionQueue,
  SavedOpinion,
  Settlement,
} from './contract.ts';
import {
  countAsked,
  countOpen,
  ensureSalt,
  findOpen,
  insertOpinion,
  isAsked,
  listAsked,
  listOpen,
  setSettled,
} from './opinion-queries.ts';

const MOST_SHOWN = 20;

/** What an actor is asked without seeing what was decided. */
export async function readOpinionQueue(db: Kysely<DB>, actor: Actor): Promise<OpinionQueue> {
  await ensureSalt(db);
  const rows = await listAsked(db, actor.id, MOST_SHOWN);
  const refs = await competencyRefs(db);
  const examples = await examplesOf(db, rows);
  return {
    waiting: await countAsked(db, actor.id),
    items: rows
      .filter(({ competencyId }) => refs.has(competencyId))
      .map((row) => ({
        decisionId: row.decisionId,
        normalised: row.normalised,
        competency: refs.get(row.competencyId)!,
        examples: examples(row),
      })),
  };
}

/** Writes an opinion down, once and for ever; it changes no link. Throws opinion-not-wanted. */
export async function giveOpinion(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewOpinion,
): Promise<SavedOpinion> {
  await lockDecisions(trx);
  if (!(await isAsked(trx, actor.id, wanted.decisionId))) throw new Problem('opinion-not-wanted');
  const id = await insertOpinion(trx, actor, wanted);
  await record(trx, actor, {
    action: 'second-opinion-given',
    subjectKind: 'decision',
    subjectId: wanted.decisionId,
  });
  return { id };
}

export async function readDisagreements(db: Kysely<DB>): Promise<Disagreements> {
  const rows = await listOpen(db, MOST_SHOWN);
  const refs = await competencyRefs(db);
  const examples = await examplesOf(db, rows);
  return {
    total: await countOpen(db),
    items: rows
      .filter(({ competencyId }) => refs.has(competencyId))
      .map((row) => ({
        id: row.id,
        normalised: row.normalised,
        competency: refs.get(row.competencyId)!,
        first: row.first,
        second: row.second,
        givenAt: row.givenAt.toISOString(),
        examples: examples(row),
      })),
  };
}

/** An editor's word ends a disagreement: an ordinary decision, which counts. Throws opinion-not-open. */
export async function settle(
  trx: Transaction<DB>,
  actor: Actor,
  id: number,
  { verdict }: Settlement,
): Promise<SavedOpinion> {
  await lockDecisions(trx);
  const found = await findOpen(trx, id);
  if (!found) throw new Problem('opinion-not-open');
  const { normalised, competencyId } = found;
  const decision = await decide(trx, actor, { normalised, competencyId, verdict });
  await setSettled(trx, id, decision.id);
  await record(trx, actor, {
    action: 'disagreement-settled',
    subjectKind: 'decision',
    subjectId: decision.id,
    detail: { verdict },
  });
  return { id };
}
