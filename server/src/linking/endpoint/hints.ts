import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { splitLines } from '../hybrid/text-lines.ts';
import { contentHash } from './embeddings.ts';
import { withoutPersonalData } from './personal-data.ts';

/** A span of a text and the competency that it was linked to. */
export interface LineOf {
  text: string;
  start: number;
  end: number;
  competencyId: number;
}

export interface Hint {
  model: string;
  /** 1 the likeliest; null: asked about and passed over. */
  place: number | null;
}

/** What the operator's endpoint said of the lines that hold some spans, by `hintKey`. */
export async function listHints(
  db: Kysely<DB>,
  places: readonly LineOf[],
): Promise<Map<string, Hint>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<Hint & { lineHash: string; competencyId: number }>`
    select o.line_hash as "lineHash", o.competency_id as "competencyId", o.model, o.place
      from link_endpoint_opinion o
      join unnest(${places.map(hashOf)}::text[], ${places.map(({ competencyId }) => competencyId)}::int4[])
        as line (line_hash, competency_id) using (line_hash, competency_id)`.execute(db);
  return new Map(
    rows.map(({ lineHash, competencyId, model, place }) => [
      `${competencyId} ${lineHash}`,
      { model, place },
    ]),
  );
}

export function hintKey(place: LineOf): string {
  return `${place.competencyId} ${hashOf(place)}`;
}

/** The hash of the line as it was sent; of what is never sent, of nothing. */
function hashOf({ text, start, end }: LineOf): string {
  const line = splitLines(text).find(
    (one) => start >= one.start && end <= one.start + one.text.length,
  );
  const sent = line && withoutPersonalData(line.text);
  return sent === undefined ? '' : contentHash(sent);
}
