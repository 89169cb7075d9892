import type { Transaction } from 'kysely';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { setVerdict as setAdvertisementVerdict } from '#src/demand/set-verdict.ts';
import { Problem } from '#src/errors.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { setVerdict as setProgrammeVerdict } from '#src/programmes/set-verdict.ts';
import type { Actor } from '#src/sign-in/actor.ts';
import type { NewDecision } from './contract.ts';
import { findDecision, insertDecision, lockPair, standingVerdict } from './queries.ts';

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
  await lockPair(trx, wanted.normalised, wanted.competencyId);
  const saved = await insertDecision(trx, actor, {
    ...wanted,
    undoesId: null,
    note: wanted.note ?? null,
  });
  const touched = await applyStanding(trx, wanted.normalised, wanted.competencyId);
  if (touched === 0) throw new Problem('not-found', { what: wanted.normalised });
  await recordDecision(trx, actor, saved);
  return saved;
}

/** Takes a decision back; the one before it stands again, if there was one. */
export async function undo(trx: Transaction<DB>, actor: Actor, id: number): Promise<Saved> {
  const decision = await findDecision(trx, id);
  if (!decision) throw new Problem('not-found', { what: String(id) });
  await lockPair(trx, decision.normalised, decision.competencyId);
  if ((await findDecision(trx, id))?.undoneById !== null)
    throw new Problem('decision-already-undone');
  const saved = await insertDecision(trx, actor, {
    normalised: decision.normalised,
    competencyId: decision.competencyId,
    verdict: 'undo',
    undoesId: id,
    note: null,
  });
  await applyStanding(trx, decision.normalised, decision.competencyId);
  await recordDecision(trx, actor, saved);
  return saved;
}

async function applyStanding(
  trx: Transaction<DB>,
  normalised: string,
  competencyId: number,
): Promise<number> {
  const verdict = await standingVerdict(trx, normalised, competencyId);
  const inAdvertisements = await setAdvertisementVerdict(trx, normalised, competencyId, verdict);
  const inProgrammes = await setProgrammeVerdict(trx, normalised, competencyId, verdict);
  return inAdvertisements + inProgrammes;
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
