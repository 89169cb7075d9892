import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { relinkPhrase as relinkAdvertisements } from '#src/demand/relink-phrase.ts';
import { setVerdict as setAdvertisementVerdict } from '#src/demand/set-verdict.ts';
import { phraseOf } from '#src/linking/phrase.ts';
import { moveInput } from '#src/measures/input-revision.ts';
import { relinkPhrase as relinkProgrammes } from '#src/programmes/relink-phrase.ts';
import { setVerdict as setProgrammeVerdict } from '#src/programmes/set-verdict.ts';
import type { Verdict } from '#src/linking/contract.ts';
import { keepScores } from './calibration/judged-links.ts';
import type { Act } from './contract.ts';
import { findStanding, insertDecision } from './decision-queries.ts';
import { followInLexicon } from './follow-in-lexicon.ts';

/** What an act says of one pair. */
export interface Word {
  normalised: string;
  competencyId: number;
  verdict: Verdict | 'undo';
  undoesId?: number;
  /** As it is written, where a person has marked it. */
  surface?: string;
}

type Row = Awaited<ReturnType<typeof insertDecision>>;

export interface Written extends Row {
  /** How many texts are linked again because they hold a phrase that nobody had listed. */
  relinking: number;
}

/**
 * Writes one act down, puts what stands then on every link of its pairs, brings the lexicon's proposals after
 * it, and leaves one fact. The caller holds the lock of the decisions. Gives the act's first row.
 */
export async function writeAct(
  trx: Transaction<DB>,
  actor: Actor,
  act: Act | 'undo',
  words: readonly [Word, ...Word[]],
  note: string | null = null,
): Promise<Written> {
  const named = act === 'replace' || act === 'add' ? act : null;
  const rows: Row[] = [];
  for (const { normalised, competencyId, verdict, undoesId } of words) {
    const partOf = rows[0]?.id ?? null;
    const row = { normalised, competencyId, verdict, partOf, undoesId: undoesId ?? null, note };
    rows.push(await insertDecision(trx, actor, { ...row, act: named }));
    if (verdict !== 'undo') await keepScores(trx, { normalised, competencyId });
  }
  let relinking = 0;
  for (const word of words) relinking += await applyStanding(trx, actor, word);
  const first = rows[0]!;
  await record(trx, actor, {
    action: `link-${act}`,
    subjectKind: 'decision',
    subjectId: first.id,
    detail: {
      ...{ normalised: first.normalised, competencyId: first.competencyId },
      ...(rows[1] && { replacementId: rows[1].competencyId }),
    },
  });
  await moveInput(trx, 'review');
  return { ...first, relinking };
}

/** Gives how many texts are linked again. */
async function applyStanding(trx: Transaction<DB>, actor: Actor, word: Word): Promise<number> {
  const { normalised, competencyId } = word;
  const standing = await findStanding(trx, normalised, competencyId);
  const verdict = standing?.verdict ?? null;
  await setAdvertisementVerdict(trx, normalised, competencyId, verdict);
  await setProgrammeVerdict(trx, normalised, competencyId, verdict);
  const given = verdict === 'accept' && (standing!.act === 'add' || standing!.act === 'replace');
  const phrase = phraseOf(normalised);
  const relinking = given
    ? (await relinkAdvertisements(trx, phrase)) + (await relinkProgrammes(trx, phrase))
    : 0;
  await followInLexicon(trx, actor, word, { accepted: verdict === 'accept', texts: relinking });
  return relinking;
}
