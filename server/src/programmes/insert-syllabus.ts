import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import { chunks } from './chunks.ts';
import type { Piece, SyllabusOutcomePiece, SyllabusPiece } from './content.ts';
import { insertOutcomes } from './insert-outcomes.ts';
import { statementLanguage } from './statement-language.ts';
import { lastSyllabusVersion } from './syllabus-queries.ts';

/** Writes a syllabus as the next version of its course's syllabus; gives its id and number. */
export async function insertSyllabus(
  trx: Transaction<DB>,
  run: Run,
  institutionId: number,
  pieces: readonly Piece[],
  contentSha256: string,
): Promise<{ id: number; versionNumber: number }> {
  const header = pieces[0] as SyllabusPiece;
  const versionNumber = (await lastSyllabusVersion(trx, institutionId, header.syllabus)) + 1;
  const { id } = await trx
    .insertInto('syllabus')
    .values({
      institution_id: institutionId,
      owner_organisation_id: institutionId,
      course_code: header.syllabus,
      version_number: versionNumber,
      document_name: header.documentName,
      credits: header.credits,
      hours_theory: header.hours.theory,
      hours_practice: header.hours.practice,
      hours_self_study: header.hours.selfStudy,
      content_sha256: contentSha256,
      import_run_id: run.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertTexts(trx, id, header);
  const topics = header.topics.map(({ label, title, line }, sequence) => ({
    syllabus_id: id,
    sequence,
    label,
    title,
    source_line: line,
  }));
  for (const some of chunks(topics)) await trx.insertInto('syllabus_topic').values(some).execute();
  await insertOutcomes(
    trx,
    pieces
      .filter((piece): piece is SyllabusOutcomePiece => piece.part === 'syllabus-outcome')
      .map((outcome) => ({ ...outcome, programmeVersionId: null, syllabusId: id })),
  );
  return { id, versionNumber };
}

async function insertTexts(
  trx: Transaction<DB>,
  syllabusId: number,
  { title, objectives }: SyllabusPiece,
): Promise<void> {
  const texts = [
    { field: 'title' as const, language: 'vi', value: title.vi },
    { field: 'title' as const, language: 'en', value: title.en },
    {
      field: 'objectives' as const,
      language: statementLanguage(objectives ?? ''),
      value: objectives,
    },
  ];
  const rows = texts.flatMap(({ value, ...text }) =>
    value === null ? [] : [{ syllabus_id: syllabusId, ...text, value, origin: 'source' as const }],
  );
  if (rows.length > 0) await trx.insertInto('syllabus_text').values(rows).execute();
}
