import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { excerptAround } from '#src/languages/excerpt.ts';
import { listExamples } from './example-queries.ts';

interface Asked {
  normalised: string;
  competencyId: number;
}

/** Places where some pairs stand, with the words around them, to be asked for one pair after the other. */
export async function examplesOf(db: Kysely<DB>, pairs: readonly Asked[]) {
  const rows = await listExamples(
    db,
    pairs.map(({ normalised, competencyId }) => ({ normalised, competencyId })),
    undefined,
  );
  const byPair = Map.groupBy(rows, keyOf);
  return (pair: Asked) =>
    (byPair.get(keyOf(pair)) ?? []).map(({ kind, id, ownerId, text, start, end }) => ({
      ...{ kind, id, ownerId },
      ...excerptAround(text, start, end),
    }));
}

function keyOf({ normalised, competencyId }: Asked): string {
  return `${competencyId} ${normalised}`;
}
