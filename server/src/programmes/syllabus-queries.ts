import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

const number = (value: string | null): number | null => (value === null ? null : Number(value));

/** The syllabus in force of every course of an institution, or of some of its courses: the last version. */
export async function listCurrentSyllabi(
  db: Kysely<DB>,
  institutionId: number,
  courseCodes?: readonly string[],
) {
  let query = db
    .selectFrom('syllabus')
    .distinctOn('course_code')
    .select([
      'id',
      'course_code as syllabus',
      'version_number as versionNumber',
      'document_name as documentName',
      'credits',
      'hours_theory',
      'hours_practice',
      'hours_self_study',
      'content_sha256 as contentSha256',
    ])
    .where('institution_id', '=', institutionId)
    .orderBy('course_code')
    .orderBy('version_number', 'desc');
  if (courseCodes)
    query = query.where('course_code', '=', sql<string>`any(${courseCodes}::text[])`);
  const rows = await query.execute();
  return rows.map(({ hours_theory, hours_practice, hours_self_study, ...row }) => ({
    ...row,
    credits: number(row.credits),
    hours: {
      theory: number(hours_theory),
      practice: number(hours_practice),
      selfStudy: number(hours_self_study),
    },
  }));
}

export async function listSyllabusTexts(db: Kysely<DB>, syllabusIds: readonly number[]) {
  return db
    .selectFrom('syllabus_text')
    .select(['syllabus_id as syllabusId', 'field', 'language', 'value'])
    .where('syllabus_id', '=', sql<number>`any(${syllabusIds}::int4[])`)
    .execute();
}

export async function listTopics(db: Kysely<DB>, syllabusIds: readonly number[]) {
  return db
    .selectFrom('syllabus_topic')
    .select(['syllabus_id as syllabusId', 'label', 'title', 'source_line as line'])
    .where('syllabus_id', '=', sql<number>`any(${syllabusIds}::int4[])`)
    .orderBy('syllabus_id')
    .orderBy('sequence')
    .execute();
}

export async function lastSyllabusVersion(
  trx: Transaction<DB>,
  institutionId: number,
  courseCode: string,
): Promise<number> {
  const { last } = await trx
    .selectFrom('syllabus')
    .select((eb) => eb.fn.max('version_number').as('last'))
    .where('institution_id', '=', institutionId)
    .where('course_code', '=', courseCode)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** The courses with a code in the current programme versions of an institution. */
export async function listCurrentCourses(db: Kysely<DB>, institutionId: number) {
  return db
    .selectFrom('course')
    .innerJoin('programme_version as version', 'version.id', 'course.programme_version_id')
    .innerJoin('programme', 'programme.id', 'version.programme_id')
    .select(['course.id', 'course.code', 'course.syllabus_id as syllabusId'])
    .where('programme.institution_id', '=', institutionId)
    .where('version.status', '=', 'current')
    .where('course.code', 'is not', null)
    .orderBy('course.id')
    .execute();
}

export async function updateCourseSyllabi(
  trx: Transaction<DB>,
  pairs: readonly { courseId: number; syllabusId: number }[],
): Promise<void> {
  await sql`
    update course set syllabus_id = pair.syllabus_id
      from unnest(
        ${pairs.map(({ courseId }) => courseId)}::int4[],
        ${pairs.map(({ syllabusId }) => syllabusId)}::int4[]
      ) as pair (course_id, syllabus_id)
     where course.id = pair.course_id`.execute(trx);
}
