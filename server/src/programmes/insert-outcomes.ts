import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { chunks } from './chunks.ts';
import type { OutcomePiece, SyllabusOutcomePiece } from './content.ts';

export type OwnedOutcome = (OutcomePiece | SyllabusOutcomePiece) & {
  programmeVersionId: number | null;
  syllabusId: number | null;
};

/** Writes outcomes with their statements; an owner's outcomes each have their own sequence. */
export async function insertOutcomes(
  trx: Transaction<DB>,
  outcomes: readonly OwnedOutcome[],
): Promise<void> {
  const place = (owner: number | null, sequence: number) => `${owner}:${sequence}`;
  const byPlace = new Map(
    outcomes.map((one) => [place(one.programmeVersionId ?? one.syllabusId, one.sequence), one]),
  );
  for (const some of chunks(outcomes)) {
    const rows = await trx
      .insertInto('learning_outcome')
      .values(
        some.map((outcome) => ({
          programme_version_id: outcome.programmeVersionId,
          syllabus_id: outcome.syllabusId,
          code: outcome.code,
          heading: outcome.heading,
          taxonomy_levels: outcome.taxonomyLevels,
          sequence: outcome.sequence,
          source_line: outcome.line,
        })),
      )
      .returning(['id', 'programme_version_id', 'syllabus_id', 'sequence'])
      .execute();
    await trx
      .insertInto('learning_outcome_text')
      .values(
        rows.map((row) => {
          const outcome = byPlace.get(
            place(row.programme_version_id ?? row.syllabus_id, row.sequence),
          )!;
          return {
            learning_outcome_id: row.id,
            field: 'statement' as const,
            language: outcome.language,
            value: outcome.statement,
            origin: 'source' as const,
          };
        }),
      )
      .execute();
  }
}
