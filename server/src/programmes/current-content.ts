import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { localText } from '#src/languages/local-text.ts';
import type { Piece } from './content.ts';
import { listCurrentSyllabi, listSyllabusTexts, listTopics } from './syllabus-queries.ts';
import {
  listCourses,
  listCourseTitles,
  listGroups,
  listOutcomes,
  listPrerequisites,
  listVersionTexts,
} from './version-queries.ts';

/** A programme or syllabus as it stands: its pieces in their order, its own piece first. */
export interface CurrentWhole {
  contentSha256: string;
  versionNumber: number;
  pieces: Piece[];
}

/** The current versions of some programmes of an institution, by code. */
export async function currentProgrammes(
  db: Kysely<DB>,
  institutionId: number,
  codes: readonly string[],
): Promise<Map<string, CurrentWhole>> {
  const versions = await db
    .selectFrom('programme_version as version')
    .innerJoin('programme', 'programme.id', 'version.programme_id')
    .select([
      'version.id',
      'programme.code',
      'version.version_number as versionNumber',
      'version.content_sha256 as contentSha256',
      'version.degree',
      'version.duration',
      'version.dated_on as datedOn',
      'version.total_credits as totalCredits',
      'version.document_name as documentName',
    ])
    .where('programme.institution_id', '=', institutionId)
    .where('programme.code', '=', sql<string>`any(${codes}::text[])`)
    .where('version.status', '=', 'current')
    .execute();
  const ids = versions.map(({ id }) => id);
  const texts = Map.groupBy(await listVersionTexts(db, ids), (row) => row.versionId);
  const groups = Map.groupBy(await listGroups(db, ids), (row) => row.versionId);
  const outcomes = Map.groupBy(
    await listOutcomes(db, 'programme_version_id', ids),
    (row) => row.ownerId,
  );
  const courses = Map.groupBy(await listCourses(db, ids), (row) => row.versionId);
  const titles = Map.groupBy(await listCourseTitles(db, ids), (row) => row.courseId);
  const prerequisites = Map.groupBy(await listPrerequisites(db, ids), (row) => row.courseId);
  return new Map(
    versions.map(({ id, contentSha256, versionNumber, code: programme, ...version }) => {
      const text = (field: string) =>
        localText((texts.get(id) ?? []).filter((row) => row.field === field));
      const pieces: Piece[] = [
        {
          part: 'programme',
          programme,
          ...version,
          totalCredits: version.totalCredits === null ? null : Number(version.totalCredits),
          name: text('name'),
          diploma: text('diploma'),
        },
        ...(groups.get(id) ?? []).map(
          ({ id: _, parentId: __, versionId: ___, ...group }): Piece => ({
            part: 'group',
            programme,
            ...group,
          }),
        ),
        ...(outcomes.get(id) ?? []).map(({ id: _, ownerId: __, ...outcome }): Piece => ({
          part: 'outcome',
          programme,
          ...outcome,
          language: outcome.language as 'vi' | 'en',
        })),
        ...(courses.get(id) ?? []).map(
          ({ id: courseId, versionId: _, groupId: __, syllabusId: ___, ...course }): Piece => ({
            part: 'course',
            programme,
            ...course,
            title: localText(titles.get(courseId) ?? []),
            prerequisites: (prerequisites.get(courseId) ?? []).map(({ code }) => code),
          }),
        ),
      ];
      return [programme, { contentSha256, versionNumber, pieces }];
    }),
  );
}

/** The syllabi in force of some courses of an institution, by the code of the course. */
export async function currentSyllabi(
  db: Kysely<DB>,
  institutionId: number,
  codes: readonly string[],
): Promise<Map<string, CurrentWhole>> {
  const syllabi = await listCurrentSyllabi(db, institutionId, codes);
  const ids = syllabi.map(({ id }) => id);
  const texts = Map.groupBy(await listSyllabusTexts(db, ids), (row) => row.syllabusId);
  const topics = Map.groupBy(await listTopics(db, ids), (row) => row.syllabusId);
  const outcomes = Map.groupBy(await listOutcomes(db, 'syllabus_id', ids), (row) => row.ownerId);
  return new Map(
    syllabi.map(({ id, contentSha256, versionNumber, ...syllabus }) => {
      const own = texts.get(id) ?? [];
      const pieces: Piece[] = [
        {
          part: 'syllabus',
          ...syllabus,
          title: localText(own.filter((row) => row.field === 'title')),
          objectives: own.find((row) => row.field === 'objectives')?.value ?? null,
          topics: (topics.get(id) ?? []).map(({ syllabusId: _, ...topic }) => topic),
        },
        ...(outcomes.get(id) ?? []).map(({ id: _, ownerId: __, ...outcome }): Piece => ({
          part: 'syllabus-outcome',
          syllabus: syllabus.syllabus,
          ...outcome,
          language: outcome.language as 'vi' | 'en',
        })),
      ];
      return [syllabus.syllabus, { contentSha256, versionNumber, pieces }];
    }),
  );
}
