import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { LinkEndpoint } from '#src/config.ts';
import type { DB } from '#src/db/types.ts';
import { currentIndex } from '../current-index.ts';
import { normaliseSurface } from '../normalise.ts';
import { contentOf, type Candidate } from './chat.ts';
import { ask, promptHash, type Call } from './endpoint.ts';
import {
  countVietnameseForms,
  insertCall,
  listAllForms,
  listAnswered,
  listCandidates,
} from './endpoint-queries.ts';

export interface Drafted {
  /** Competencies asked about now; asked about before, with the same names. */
  asked: number;
  known: number;
  /** Forms put before the editors; those that are no form, or belong to some competency already. */
  proposed: number;
  dropped: number;
  /** Why it stopped before the end, if it did. */
  stopped: 'endpoint-fails' | null;
}

/** Puts a form before the editors of its framework; false where it was proposed, rejected or ended before. */
export type Propose = (
  trx: Transaction<DB>,
  draft: { competencyId: number; form: string; model: string },
) => Promise<boolean>;

const fewFailures = 3;
const mostForms = 5;
const instructions =
  'You help to keep a Vietnamese lexicon of competencies. You are given JSON with one competency: its names and ' +
  'its definition. Answer with JSON only: {"forms":["…"]}: at most five ' +
  'other ways in which Vietnamese job advertisements and syllabi call it, written as they would be there, with ' +
  'diacritics; no explanation, none of its names, nothing that means something wider, narrower or else. An empty ' +
  'list is a good answer.';

/**
 * Asks the operator's endpoint what else competencies are called in Vietnamese, those with the fewest forms
 * first. What it says becomes a proposal: nothing is recognised by it until an editor approves. `limit`: how
 * many competencies are asked about. Null without a model for chat. It gives up after three failures in a row.
 */
export async function draftAliases(
  db: Kysely<DB>,
  endpoint: LinkEndpoint,
  propose: Propose,
  { limit = 100, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<Drafted | null> {
  const model = endpoint.chatModel;
  if (!model) return null;
  const { set } = await currentIndex(db);
  const versionIds = set.versions.map(({ id }) => id);
  const taken = new Set((await listAllForms(db, versionIds)).map(normaliseSurface));
  const answered = await listAnswered(db, model);
  const forms = await countVietnameseForms(db);
  const poorest = (await listCandidates(db, versionIds)).toSorted(
    (a, b) => (forms.get(a.id) ?? 0) - (forms.get(b.id) ?? 0) || a.id - b.id,
  );
  const drafted: Drafted = { asked: 0, known: 0, proposed: 0, dropped: 0, stopped: null };
  let failures = 0;
  const record = async (call: Call): Promise<void> => {
    failures = call.outcome === 'answered' ? 0 : failures + 1;
    await insertCall(db, call);
  };
  for (const competency of poorest) {
    signal?.throwIfAborted();
    if (drafted.asked >= limit) break;
    const body = aliasQuestion(model, competency);
    if (answered.has(promptHash(body))) {
      drafted.known += 1;
      continue;
    }
    drafted.asked += 1;
    const question = { kind: 'chat' as const, model, items: 1, body };
    for (const form of (await ask(endpoint, question, readForms, record)) ?? []) {
      const normalised = isForm(form) ? normaliseSurface(form) : '';
      const fresh = normalised !== '' && !taken.has(normalised);
      const draft = { competencyId: competency.id, form, model };
      if (fresh && (await db.transaction().execute((trx) => propose(trx, draft)))) {
        taken.add(normalised);
        drafted.proposed += 1;
      } else drafted.dropped += 1;
    }
    if (failures >= fewFailures) {
      drafted.stopped = 'endpoint-fails';
      break;
    }
  }
  return drafted;
}

/** The forms that are known are no part of it: an approval would make it another question. */
function aliasQuestion(model: string, { labels, definition }: Candidate) {
  return {
    model,
    temperature: 0,
    seed: 1,
    max_tokens: 400,
    response_format: { type: 'json_object' },
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: JSON.stringify({ names: labels, definition }) },
    ],
  };
}

const Forms = z.object({ forms: z.array(z.string().max(1000)).max(100) });

function readForms(answer: unknown): string[] | undefined {
  const forms = Forms.safeParse(contentOf(answer)).data?.forms;
  return forms
    ?.slice(0, mostForms)
    .map((form) => form.normalize('NFC').replace(/\s+/g, ' ').trim());
}

/** A few words of letters and digits, as a name is; no sentence, no mark-up, no address. */
function isForm(form: string): boolean {
  return (
    form.length >= 2 &&
    form.length <= 60 &&
    form.split(' ').length <= 8 &&
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .+#/&()'’-]*$/u.test(form) &&
    !/https?:|www\.|@/i.test(form)
  );
}
