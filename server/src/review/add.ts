import type { Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { findTexts as findAdvertisementTexts } from '#src/demand/relink-phrase.ts';
import { Problem } from '#src/errors.ts';
import { normaliseSurface } from '#src/linking/normalise.ts';
import { phraseOf } from '#src/linking/phrase.ts';
import { lockDecisions } from '#src/linking/standing-decisions.ts';
import { findTexts as findProgrammeTexts } from '#src/programmes/relink-phrase.ts';
import type { NewAddition } from './contract.ts';
import { requireCompetency } from './replace.ts';
import { writeAct, type Written } from './write-act.ts';

/** A longer surface is no phrase that anybody could decide about. */
const LONGEST = 200;

/**
 * Words of one text that nobody had linked name a competency: from now on they do in every text, which the
 * linker sees to. Throws phrase-not-in-text, not-found.
 */
export async function addPhrase(
  trx: Transaction<DB>,
  actor: Actor,
  { kind, id, phrase, competencyId, note }: NewAddition,
): Promise<Written> {
  await lockDecisions(trx);
  const surface = phrase.trim();
  const normalised = normaliseSurface(surface);
  const texts =
    kind === 'advertisement'
      ? await findAdvertisementTexts(trx, id)
      : await findProgrammeTexts(trx, kind, id);
  const stands = normalised !== '' && phraseOf(normalised).isIn(texts);
  if (!stands || normalised.length > LONGEST) {
    throw new Problem('phrase-not-in-text', { phrase: surface });
  }
  await requireCompetency(trx, competencyId);
  const word = { normalised, competencyId, verdict: 'accept', surface } as const;
  return writeAct(trx, actor, 'add', [word], note ?? null);
}
