import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LinkEndpoint } from '#src/config.ts';
import { ask, type Record } from './endpoint.ts';

/** Vectors asked for before, by the hash of their text. */
export interface VectorCache {
  find(model: string, hashes: readonly string[]): Promise<Map<string, number[]>>;
  keep(model: string, vectors: ReadonlyMap<string, number[]>): Promise<void>;
}

const atOnce = 64;
const Answer = z.object({
  data: z.array(
    z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(2).max(8192) }),
  ),
});

export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * A unit vector for each text; those known are not asked for again. Undefined as soon as the endpoint
 * fails or answers with anything but one vector of one length for each text.
 */
export async function embed(
  endpoint: LinkEndpoint,
  model: string,
  texts: readonly string[],
  cache: VectorCache,
  record: Record,
): Promise<number[][] | undefined> {
  const hashes = texts.map(contentHash);
  const known = await cache.find(model, [...new Set(hashes)]);
  const missing = new Map(
    texts.flatMap((text, at): [string, string][] =>
      known.has(hashes[at]!) ? [] : [[hashes[at]!, text]],
    ),
  );
  const list = [...missing];
  for (let from = 0; from < list.length; from += atOnce) {
    const part = list.slice(from, from + atOnce);
    const input = part.map(([, text]) => text);
    const vectors = await ask(
      endpoint,
      { kind: 'embeddings', model, items: part.length, body: { model, input } },
      (answer) => readVectors(answer, part.length),
      record,
    );
    if (!vectors) return undefined;
    const found = new Map(part.map(([hash], at) => [hash, vectors[at]!]));
    await cache.keep(model, found);
    for (const [hash, vector] of found) known.set(hash, vector);
  }
  const all = hashes.map((hash) => known.get(hash)!);
  return all.every(({ length }) => length === all[0]!.length) ? all : undefined;
}

/** In the order of the texts, at length one. */
export function readVectors(answer: unknown, count: number): number[][] | undefined {
  const data = Answer.safeParse(answer).data?.data;
  if (data?.length !== count) return undefined;
  const vectors: number[][] = [];
  for (const { index, embedding } of data) {
    const length = Math.hypot(...embedding);
    const isOdd = !(length > 0) || !Number.isFinite(length);
    if (isOdd || index >= count || vectors[index] || embedding.length !== data[0]!.embedding.length)
      return undefined;
    vectors[index] = embedding.map((value) => value / length);
  }
  return vectors;
}

export function cosine(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
}
