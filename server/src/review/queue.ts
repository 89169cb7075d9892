import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import { excerptAround } from '#src/languages/excerpt.ts';
import type { ReviewQueue } from './contract.ts';
import { countQueue, listExamples, listQueue } from './queue-queries.ts';

export interface QueueRequest {
  undecided?: boolean | undefined;
  competency?: string | undefined;
  page: number;
  size: number;
}

/** Surfaces by the number of texts they touch, the uncertain ones weighted up. */
export async function readQueue(db: Kysely<DB>, request: QueueRequest): Promise<ReviewQueue> {
  const refs = await competencyRefs(db);
  const competencyId = [...refs.values()].find(({ code }) => code === request.competency)?.id;
  const filter = {
    undecided: request.undecided,
    competencyId: request.competency === undefined ? undefined : (competencyId ?? -1),
  };
  const { total, decided } = await countQueue(db, filter);
  const rows = await listQueue(db, {
    ...filter,
    limit: request.size,
    offset: (request.page - 1) * request.size,
  });
  const examples = await listExamples(db, rows);
  return {
    total,
    decided,
    page: request.page,
    size: request.size,
    items: rows.map((row) => ({
      normalised: row.normalised,
      competency: refs.get(row.competencyId)!,
      method: row.method,
      form: row.form,
      advertisements: row.advertisements,
      outcomes: row.outcomes,
      courses: row.courses,
      examples: examples
        .filter(
          (example) =>
            example.normalised === row.normalised && example.competencyId === row.competencyId,
        )
        .map(({ kind, id, ownerId, text, start, end }) => ({
          kind,
          id,
          ownerId,
          ...excerptAround(text, start, end),
        })),
      decision:
        row.decisionId === null || row.verdict === null || row.decidedAt === null
          ? null
          : { id: row.decisionId, verdict: row.verdict, decidedAt: row.decidedAt.toISOString() },
    })),
  };
}
