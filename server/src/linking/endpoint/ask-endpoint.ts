import type { Kysely } from 'kysely';
import type { LinkEndpoint } from '#src/config.ts';
import type { DB } from '#src/db/types.ts';
import { currentIndex } from '../current-index.ts';
import { splitLines } from '../hybrid/text-lines.ts';
import { chooseByChat, questionOf, type Candidate } from './chat.ts';
import { contentHash, cosine, embed } from './embeddings.ts';
import { promptHash, type Call } from './endpoint.ts';
import {
  hasOpinion,
  insertCall,
  listCandidates,
  listWaiting,
  replaceOpinions,
  vectorCache,
  type Opinion,
  type WaitingDocument,
} from './endpoint-queries.ts';
import { withoutPersonalData } from './personal-data.ts';

export interface Asked {
  /** Lines with links for review; those not sent because they hold what is personal; those known already. */
  lines: number;
  withheld: number;
  known: number;
  answered: number;
  /** Why it stopped before the end, if it did. */
  stopped: 'endpoint-fails' | null;
}

interface Line {
  text: string;
  candidates: number[];
}

const page = 50;
const fewFailures = 3;
const nearest = 5;
const leastNear = 0.35;

/**
 * Asks the operator's endpoint about lines whose links wait for a person. Its answers are hints beside
 * those links; nothing counts by them. It gives up after three failures in a row.
 */
export async function askEndpoint(
  db: Kysely<DB>,
  endpoint: LinkEndpoint,
  { limit = 1000, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<Asked> {
  const { set } = await currentIndex(db);
  const all = await listCandidates(
    db,
    set.versions.map(({ id }) => id),
  );
  const asker = new Asker(db, endpoint, new Map(all.map((one) => [one.id, one])));
  for (let after = 0; asker.asked.lines < limit;) {
    const documents = await listWaiting(db, { after, limit: page });
    if (documents.length === 0) break;
    after = documents.at(-1)!.id;
    for (const line of documents.flatMap(linesOf)) {
      signal?.throwIfAborted();
      if (asker.asked.lines >= limit) break;
      await asker.askAbout(line);
      if (asker.asked.stopped) return asker.asked;
    }
  }
  return asker.asked;
}

/** The lines of a document that hold links for review, as the linker splits it. */
function linesOf({ text, links }: WaitingDocument): Line[] {
  return splitLines(text).flatMap(({ start, text: line }): Line[] => {
    const inside = links.filter((link) => link.start >= start && link.end <= start + line.length);
    const candidates = [...new Set(inside.map(({ competencyId }) => competencyId))];
    return candidates.length === 0 ? [] : [{ text: line, candidates }];
  });
}

class Asker {
  readonly asked: Asked = { lines: 0, withheld: 0, known: 0, answered: 0, stopped: null };
  readonly #db: Kysely<DB>;
  readonly #endpoint: LinkEndpoint;
  readonly #all: Map<number, Candidate>;
  #vectors: number[][] | undefined;
  #failures = 0;

  constructor(db: Kysely<DB>, endpoint: LinkEndpoint, all: Map<number, Candidate>) {
    this.#db = db;
    this.#endpoint = endpoint;
    this.#all = all;
  }

  async askAbout(line: Line): Promise<void> {
    this.asked.lines += 1;
    const text = withoutPersonalData(line.text);
    if (text === undefined) {
      this.asked.withheld += 1;
      return;
    }
    const known = line.candidates.filter((id) => this.#all.has(id));
    const near = await this.#nearTo(text, known);
    const candidates = [...known, ...near].map((id) => this.#all.get(id)!);
    const { chatModel } = this.#endpoint;
    if (chatModel) await this.#choose(chatModel, text, candidates, near);
    else if (near.length > 0) await this.#keepNear(text, near);
  }

  async #choose(model: string, text: string, candidates: Candidate[], near: number[]) {
    const lineHash = contentHash(text);
    if (await hasOpinion(this.#db, lineHash, promptHash(questionOf(model, text, candidates)))) {
      this.asked.known += 1;
      return;
    }
    const found = await chooseByChat(this.#endpoint, model, text, candidates, this.#record);
    if (!found) return;
    const places = new Map(found.choices.map((choice, at) => [choice.id, { ...choice, at }]));
    const opinions = candidates.map(({ id }): Opinion => {
      const chosen = places.get(id);
      return {
        competencyId: id,
        place: chosen ? chosen.at + 1 : null,
        span: chosen ? { start: chosen.start, end: chosen.end } : null,
        origin: near.includes(id) ? 'embeddings' : 'review',
      };
    });
    await this.#keep({ lineHash, model, promptHash: found.promptHash }, opinions);
  }

  async #keepNear(text: string, near: number[]): Promise<void> {
    const model = this.#endpoint.embeddingsModel!;
    const opinions = near.map((competencyId, at): Opinion => ({
      ...{ competencyId, place: at + 1, span: null, origin: 'embeddings' },
    }));
    const lineHash = contentHash(text);
    await this.#keep({ lineHash, model, promptHash: lineHash }, opinions);
  }

  async #keep(of: Parameters<typeof replaceOpinions>[1], opinions: Opinion[]): Promise<void> {
    await this.#db.transaction().execute((trx) => replaceOpinions(trx, of, opinions));
    this.asked.answered += 1;
  }

  /** Competencies whose names and definition lie nearest to a line, beside those known. */
  async #nearTo(text: string, known: number[]): Promise<number[]> {
    const { embeddingsModel: model } = this.#endpoint;
    if (!model || this.asked.stopped) return [];
    const cache = vectorCache(this.#db);
    const all = [...this.#all.values()];
    this.#vectors ??= await embed(this.#endpoint, model, all.map(textOf), cache, this.#record);
    const [line] = (await embed(this.#endpoint, model, [text], cache, this.#record)) ?? [];
    if (!line || this.#vectors?.[0]?.length !== line.length) return [];
    return all
      .map(({ id }, at) => ({ id, near: cosine(line, this.#vectors![at]!) }))
      .filter(({ id, near }) => near >= leastNear && !known.includes(id))
      .sort((a, b) => b.near - a.near || a.id - b.id)
      .slice(0, nearest)
      .map(({ id }) => id);
  }

  #record = async (call: Call): Promise<void> => {
    this.#failures = call.outcome === 'answered' ? 0 : this.#failures + 1;
    if (this.#failures >= fewFailures) this.asked.stopped = 'endpoint-fails';
    await insertCall(this.#db, call);
  };
}

function textOf({ labels, definition }: Candidate): string {
  return [...labels, definition ?? ''].filter((one) => one !== '').join('. ');
}
