import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { pairOfEnds } from './compared-frameworks.ts';
import type {
  CrosswalkDecided,
  CrosswalkPair,
  NewCrosswalkDecision,
  NewCrosswalkProposal,
} from './contract.ts';
import { insertDecision } from './decision-queries.ts';
import { noteText } from './note-text.ts';
import { findPair, insertRow, lockPair, writeVerdicts } from './pair-queries.ts';
import { presentPair, revisionOf, standing } from './pairs.ts';
import { inverted } from './relation.ts';

/**
 * A person's word about two items: it stands on what every source says of them, and no program proposes
 * them again. Throws not-found, crosswalk-one-framework; crosswalk-decided-meanwhile where somebody else
 * has been faster than what the person saw.
 */
export async function decideCrosswalk(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewCrosswalkDecision,
): Promise<CrosswalkDecided> {
  await pairOfEnds(trx, actor, wanted);
  const pair = await lockPair(trx, wanted);
  if (revisionOf(pair) !== wanted.seen) throw new Problem('crosswalk-decided-meanwhile');
  const batch = randomUUID();
  const status = wanted.relation === null ? ('rejected' as const) : ('accepted' as const);
  if (pair.rows.length === 0) {
    const id = await insertRow(trx, actor, {
      ...wanted,
      ...{ relation: wanted.relation ?? 'related', status, confidence: null, source: 'person' },
      ...{ note: noteOf(wanted), decided: true },
    });
    await insertDecision(trx, actor, { batch, crosswalkId: id, revision: 1 });
  } else {
    const relation = wanted.relation ?? standing(pair).relation;
    const verdicts = pair.rows.map(({ id, revision, turned }) => ({
      ...{ id, revision, status },
      relation: turned ? inverted(relation) : relation,
    }));
    const note = wanted.note === undefined ? undefined : noteOf(wanted);
    await writeVerdicts(trx, actor, batch, verdicts, note);
  }
  await recordWord(trx, actor, `crosswalk-${status}`, wanted);
  return { batch, pair: presentPair(await findPair(trx, wanted)) };
}

/** Something for somebody else to decide. Throws as decideCrosswalk does, and crosswalk-known. */
export async function proposeCrosswalk(
  trx: Transaction<DB>,
  actor: Actor,
  wanted: NewCrosswalkProposal,
): Promise<CrosswalkPair> {
  await pairOfEnds(trx, actor, wanted);
  const known = await lockPair(trx, wanted);
  if (known.rows.length > 0) throw new Problem('crosswalk-known');
  await insertRow(trx, actor, {
    ...wanted,
    ...{ status: 'proposed', confidence: wanted.confidence ?? null, source: 'person' },
    ...{ note: noteOf(wanted), decided: false },
  });
  await recordWord(trx, actor, 'crosswalk-proposed', wanted);
  return presentPair(await findPair(trx, wanted));
}

const noteOf = ({ note }: { note?: string | undefined }) => noteText(note ?? '') || null;

async function recordWord(
  trx: Transaction<DB>,
  actor: Actor,
  action: string,
  { kind, from, to, relation }: Omit<NewCrosswalkDecision, 'seen'>,
): Promise<void> {
  const detail = { kind, from, to, relation };
  await record(trx, actor, {
    action,
    subjectKind: 'crosswalk',
    subjectId: `${kind} ${from} ${to}`,
    detail,
  });
}
