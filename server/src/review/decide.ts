import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { setVerdict as setAdvertisementVerdict } from '#src/demand/set-verdict.ts';
import { Problem } from '#src/errors.ts';
import { lockDecisions } from '#src/linking/standing-decisions.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { setVerdict as setProgrammeVerdict } from '#src/programmes/set-verdict.ts';
import type { Actor } from '#src/actors/actor.ts';
import { keepScores } from './calibration/judged-links.ts';
import type { NewDecision } from './contract.ts';
import { findDecision, insertDecision, isLinked, standingVerdict } from './decision-queries.ts';

type Saved = Awaited<ReturnType<typeof insertDecision>>;

/**
 * A person's last word on (surface, competency): written down, and put on every link of that pair at
 * once, so that the figures follow. Throws not-found where no text links the pair.
 */
export async function decide(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewDecision,
): Promise<Saved> {
  await lockDecisions(trx);
  if (!(await isLinked(trx, wanted.normalised, wanted.competencyId))) {
    throw new Problem('not-found', { what: wanted.normalised });
  }
  const saved = await insertDecision(trx, actor, {
    ...wanted,
    undoesId: null,
    note: wanted.note ?? null,
  });
  await keepScores(trx, saved);
  await applyStanding(trx, saved);
  await recordDecision(trx, actor, saved);
  return saved;
}

/** Takes a decision back; the one before it stands again, if there was one. */
export async function undo(trx: Transaction<DB>, actor: Actor, id: number): Promise<Saved> {
  await lockDecisions(trx);
  const decision = await findDecision(trx, id);
  if (!decision) throw new Problem('not-found', { what: `#${id}` });
  if (decision.undoneById !== null) throw new Problem('decision-already-undone');
  const saved = await insertDecision(trx, actor, {
    normalised: decision.normalised,
    competencyId: decision.competencyId,
    verdict: 'undo',
    undoesId: id,
    note: null,
  });
  await applyStanding(trx, saved);
  await recordDecision(trx, actor, saved);
  return saved;
}

/** Puts what stands now on every link of the pair. */
async function applyStanding(
  trx: Transaction<DB>,
  { normalised, competencyId }: Pick<Saved, 'normalised' | 'competencyId'>,
): Promise<void> {
  const verdict = await standingVerdict(trx, normalised, competencyId);
  await setAdvertisementVerdict(trx, normalised, competencyId, verdict);
  await setProgrammeVerdict(trx, normalised, competencyId, verdict);
}

async function recordDecision(trx: Transaction<DB>, actor: Actor, saved: Saved): Promise<void> {
  await record(trx, actor, {
    action: `link-${saved.verdict}`,
    subjectKind: 'decision',
    subjectId: saved.id,
    detail: { normalised: saved.normalised, competencyId: saved.competencyId },
  });
  await moveInput(trx, 'review');
}
