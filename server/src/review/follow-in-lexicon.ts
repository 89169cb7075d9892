import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import {
  findFormOf,
  FROM_REVIEW,
  proposeFromReview,
  withdrawFromReview,
} from '#src/frameworks/lexicon/propose-from-review.ts';
import { normaliseSurface } from '#src/linking/normalise.ts';
import type { LexiconProposal } from './contract.ts';
import { findWriting } from './decision-queries.ts';

interface Pair {
  normalised: string;
  competencyId: number;
}

/**
 * The lexicon after a person's word: words that were accepted and are no form of the competency are proposed as
 * one, to an editor; once they are accepted no longer, a proposal that nobody has decided is withdrawn.
 * `texts`: how many hold the words, where they were just looked through.
 */
export async function followInLexicon(
  trx: Transaction<DB>,
  actor: Actor,
  { normalised, competencyId, surface }: Pair & { surface?: string },
  { accepted, texts }: { accepted: boolean; texts: number },
): Promise<void> {
  const same = sameWordsAs(normalised);
  if (!accepted) return withdrawFromReview(trx, actor, competencyId, same);
  const written = await findWriting(trx, normalised, competencyId);
  const form = surface ?? written?.surface ?? normalised;
  const language = written?.method === 'unaccented' || isMarked(form) ? 'vi' : 'en';
  const seen = Math.max(texts, written?.texts ?? 0);
  await proposeFromReview(trx, actor, { competencyId, form, language, texts: seen }, same);
}

/** What became of accepted words in the lexicon, where reviewers of links proposed them. */
export async function findProposal(
  db: Kysely<DB>,
  { normalised, competencyId }: Pair,
): Promise<LexiconProposal | null> {
  const form = await findFormOf(db, competencyId, sameWordsAs(normalised));
  if (form?.source !== FROM_REVIEW) return null;
  const { id, framework, status } = form;
  return { id, form: form.form, framework, status };
}

function sameWordsAs(normalised: string): (form: string) => boolean {
  return (form) => normaliseSurface(form) === normalised;
}

/** Whether a letter bears a mark of Vietnamese. */
function isMarked(form: string): boolean {
  return /[\p{M}đ]/iu.test(form.normalize('NFD'));
}
