import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Run } from '#src/imports/importer.ts';
import { chunks } from './chunks.ts';
import type { CoursePiece, GroupPiece, OutcomePiece, Piece, ProgrammePiece } from './content.ts';
import { insertOutcomes } from './insert-outcomes.ts';
import { resolvePrerequisites } from './prerequisites.ts';
import { lockProgramme, supersedeVersion } from './version-queries.ts';

/** Writes a programme as its next version, which supersedes the one before it; gives the version's id and number. */
export async function insertVersion(
  trx: Transaction<DB>,
  run: Run,
  institutionId: number,
  pieces: readonly Piece[],
  contentSha256: string,
): Promise<{ id: number; versionNumber: number }> {
  const header = pieces[0] as ProgrammePiece;
  const programmeId = await lockProgramme(trx, institutionId, header.programme);
  const versionNumber = (await supersedeVersion(trx, programmeId)) + 1;
  const { id } = await trx
    .insertInto('programme_version')
    .values({
      programme_id: programmeId,
      version_number: versionNumber,
      dated_on: header.datedOn,
      status: 'current',
      degree: header.degree,
      duration: header.duration,
      total_credits: header.totalCredits,
      file_sha256: run.fileSha256,
      document_name: header.documentName,
      content_sha256: contentSha256,
      import_run_id: run.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertVersionTexts(trx, id, header);
  const groups = pieces.filter((piece): piece is GroupPiece => piece.part === 'group');
  const groupIds = await insertGroups(trx, id, groups);
  const courses = pieces.filter((piece): piece is CoursePiece => piece.part === 'course');
  await insertCourses(trx, id, groupIds, courses);
  const outcomes = pieces.filter((piece): piece is OutcomePiece => piece.part === 'outcome');
  await insertOutcomes(
    trx,
    outcomes.map((outcome) => ({ ...outcome, programmeVersionId: id, syllabusId: null })),
  );
  return { id, versionNumber };
}

async function insertVersionTexts(
  trx: Transaction<DB>,
  versionId: number,
  header: ProgrammePiece,
): Promise<void> {
  const rows = (['name', 'diploma'] as const).flatMap((field) =>
    (['vi', 'en'] as const).flatMap((language) => {
      const value = header[field][language];
      return value === null
        ? []
        : [{ programme_version_id: versionId, field, language, value, origin: 'source' as const }];
    }),
  );
  if (rows.length > 0) await trx.insertInto('programme_version_text').values(rows).execute();
}

/** Level by level from the top, so that every parent has its id. The ids by code. */
async function insertGroups(
  trx: Transaction<DB>,
  versionId: number,
  groups: readonly GroupPiece[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  let waiting = groups;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent }) => parent === null || ids.has(parent));
    if (ready.length === 0) throw new Error('a group lies in itself; lint must have rejected it');
    for (const some of chunks(ready)) {
      const rows = await trx
        .insertInto('course_group')
        .values(
          some.map((group) => ({
            programme_version_id: versionId,
            code: group.code,
            parent_id: group.parent === null ? null : ids.get(group.parent)!,
            heading: group.heading,
            kind: group.kind,
            kind_basis: group.kindBasis,
            choose_credits: group.chooseCredits,
            of_credits: group.ofCredits,
            choose_count: group.chooseCount,
            of_count: group.ofCount,
            rule_text: group.ruleText,
            sequence: group.sequence,
            source_line: group.line,
          })),
        )
        .returning(['id', 'code'])
        .execute();
      for (const { id, code } of rows) ids.set(code, id);
    }
    waiting = waiting.filter(({ code }) => !ids.has(code));
  }
  return ids;
}

async function insertCourses(
  trx: Transaction<DB>,
  versionId: number,
  groupIds: ReadonlyMap<string, number>,
  courses: readonly CoursePiece[],
): Promise<void> {
  const bySequence = new Map(courses.map((course) => [course.sequence, course]));
  const ids = new Map<CoursePiece, number>();
  for (const some of chunks(courses)) {
    const rows = await trx
      .insertInto('course')
      .values(
        some.map((course) => ({
          programme_version_id: versionId,
          course_group_id: groupIds.get(course.group)!,
          code: course.code,
          credits: course.credits,
          hours_theory: course.hours.theory,
          hours_practice: course.hours.practice,
          hours_self_study: course.hours.selfStudy,
          counted: course.counted,
          prerequisite_text: course.prerequisiteText,
          sequence: course.sequence,
          source_line: course.line,
        })),
      )
      .returning(['id', 'sequence'])
      .execute();
    for (const { id, sequence } of rows) ids.set(bySequence.get(sequence)!, id);
  }
  await insertTitles(trx, ids);
  await insertPrerequisites(trx, ids);
}

async function insertTitles(
  trx: Transaction<DB>,
  ids: ReadonlyMap<CoursePiece, number>,
): Promise<void> {
  const rows = [...ids].flatMap(([{ title }, id]) =>
    (['vi', 'en'] as const).flatMap((language) => {
      const value = title[language];
      const field = 'title' as const;
      return value === null
        ? []
        : [{ course_id: id, field, language, value, origin: 'source' as const }];
    }),
  );
  for (const some of chunks(rows)) await trx.insertInto('course_text').values(some).execute();
}

async function insertPrerequisites(
  trx: Transaction<DB>,
  ids: ReadonlyMap<CoursePiece, number>,
): Promise<void> {
  const rows = [...resolvePrerequisites([...ids.keys()])].flatMap(([course, prerequisites]) =>
    prerequisites.map(({ code, course: before }) => ({
      course_id: ids.get(course)!,
      code,
      prerequisite_course_id: before && ids.get(before)!,
    })),
  );
  for (const some of chunks(rows)) {
    await trx.insertInto('course_prerequisite').values(some).execute();
  }
}
