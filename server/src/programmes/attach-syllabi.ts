import type { Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { byCourseCode } from './course-code.ts';
import { listCurrentCourses, listCurrentSyllabi, updateCourseSyllabi } from './syllabus-queries.ts';

/**
 * Points every course of an institution's current programme versions to the syllabus in force: the
 * one of its code, else of its code without the mark of a class taught in English. A superseded
 * version keeps the syllabi it had. Gives how many courses changed.
 */
export async function attachSyllabi(trx: Transaction<DB>, institutionId: number): Promise<number> {
  const find = byCourseCode(
    await listCurrentSyllabi(trx, institutionId),
    ({ syllabus }) => syllabus,
  );
  const moved = (await listCurrentCourses(trx, institutionId)).flatMap((course) => {
    const syllabusId = find(course.code!)?.id;
    return syllabusId === undefined || syllabusId === course.syllabusId
      ? []
      : [{ courseId: course.id, syllabusId }];
  });
  if (moved.length > 0) await updateCourseSyllabi(trx, moved);
  return moved.length;
}
