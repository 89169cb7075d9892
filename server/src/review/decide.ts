import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import type { Verdict } from '#src/linking/contract.ts';
import { lockDecisions } from '#src/linking/standing-decisions.ts';
import type { NewDecision } from './contract.ts';
import { findStanding, isLinked, listAct } from './decision-queries.ts';
import { VERDICT_WORDS } from './verdict-words.ts';
import { writeAct, type Word, type Written } from './write-act.ts';

/**
 * A person's last word on (surface, competency): written down, and put on every link of that pair at
 * once, so that the figures follow. Throws not-found where no text links the pair, pair-decided-meanwhile.
 */
export async function decide(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewDecision,
): Promise<Written> {
  await lockDecisions(trx);
  await requireLinked(trx, wanted);
  await refuseMeanwhile(trx, actor, wanted);
  return writeAct(trx, actor, wanted.verdict, [wanted], wanted.note ?? null);
}

/** Takes a decision back, with all of its act; what stood before it stands again, if anything did. */
export async function undo(trx: Transaction<DB>, actor: Actor, id: number): Promise<Written> {
  await lockDecisions(trx);
  const rows = await listAct(trx, id);
  const words = rows.map(({ normalised, competencyId, id: undoesId }): Word => ({
    ...{ normalised, competencyId, undoesId, verdict: 'undo' },
  }));
  const [first, ...others] = words;
  if (!first) throw new Problem('not-found', { what: `#${id}` });
  if (rows.some(({ undoneById }) => undoneById !== null)) {
    throw new Problem('decision-already-undone');
  }
  return writeAct(trx, actor, 'undo', [first, ...others]);
}

export async function requireLinked(
  trx: Transaction<DB>,
  { normalised, competencyId }: Pick<NewDecision, 'normalised' | 'competencyId'>,
): Promise<void> {
  if (!(await isLinked(trx, normalised, competencyId))) {
    throw new Problem('not-found', { what: normalised });
  }
}

/**
 * Whoever says which decision they had before them is told once when somebody else has meanwhile decided
 * otherwise; the same word said twice stands twice. Throws pair-decided-meanwhile.
 */
export async function refuseMeanwhile(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: {
    normalised: string;
    competencyId: number;
    seen?: number | null | undefined;
    verdict: Verdict;
  },
): Promise<void> {
  if (wanted.seen === undefined) return;
  const standing = await findStanding(trx, wanted.normalised, wanted.competencyId);
  if (!standing || standing.id === wanted.seen || standing.actorId === actor.id) return;
  if (standing.verdict === wanted.verdict) return;
  const { vi, en } = VERDICT_WORDS[standing.verdict];
  throw new Problem('pair-decided-meanwhile', {
    ...{ surface: wanted.normalised, decisionId: standing.id, standing: standing.verdict },
    ...{ 'verdict.vi': vi, 'verdict.en': en },
  });
}
