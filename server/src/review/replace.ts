import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { lockDecisions } from '#src/linking/standing-decisions.ts';
import type { NewReplacement } from './contract.ts';
import { refuseMeanwhile, requireLinked } from './decide.ts';
import { isLinkable } from './decision-queries.ts';
import { writeAct, type Written } from './write-act.ts';

/**
 * The phrase means another competency: one act that rejects the pair and gives the phrase to the one chosen, in
 * every text that holds it. Throws not-found, same-competency, pair-decided-meanwhile.
 */
export async function replace(
  trx: Transaction<DB>,
  actor: Actor,
  { normalised, competencyId, replacementId, seen, note }: NewReplacement,
): Promise<Written> {
  await lockDecisions(trx);
  await requireLinked(trx, { normalised, competencyId });
  if (replacementId === competencyId) throw new Problem('same-competency');
  await requireCompetency(trx, replacementId);
  await refuseMeanwhile(trx, actor, { normalised, competencyId, seen, verdict: 'reject' });
  const rejected = { normalised, competencyId, verdict: 'reject' } as const;
  const accepted = { normalised, competencyId: replacementId, verdict: 'accept' } as const;
  return writeAct(trx, actor, 'replace', [rejected, accepted], note ?? null);
}

/** Texts are linked to what is published and in use, and never to an area. Throws not-found. */
export async function requireCompetency(trx: Transaction<DB>, id: number): Promise<void> {
  if (!(await isLinkable(trx, id))) throw new Problem('not-found', { what: `#${id}` });
}
