import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';

/** What stands in the tables of programme versions; numbers as numbers, texts per language. */
const number = (value: string | number | null): number | null =>
  value === null ? null : Number(value);

export async function listVersionTexts(db: Kysely<DB>, versionIds: readonly number[]) {
  return db
    .selectFrom('programme_version_text')
    .select(['programme_version_id as versionId', 'field', 'language', 'value'])
    .where('programme_version_id', '=', sql<number>`any(${versionIds}::int4[])`)
    .execute();
}

export async function listGroups(db: Kysely<DB>, versionIds: readonly number[]) {
  const rows = await db
    .selectFrom('course_group as g')
    .leftJoin('course_group as parent', 'parent.id', 'g.parent_id')
    .select([
      'g.id',
      'g.programme_version_id as versionId',
      'g.parent_id as parentId',
      'parent.code as parent',
      'g.code',
      'g.heading',
      'g.kind',
      'g.kind_basis as kindBasis',
      'g.choose_credits as chooseCredits',
      'g.of_credits as ofCredits',
      'g.choose_count as chooseCount',
      'g.of_count as ofCount',
      'g.rule_text as ruleText',
      'g.sequence',
      'g.source_line as line',
    ])
    .where('g.programme_version_id', '=', sql<number>`any(${versionIds}::int4[])`)
    .orderBy('g.programme_version_id')
    .orderBy('g.sequence')
    .execute();
  return rows.map((row) => ({
    ...row,
    chooseCredits: number(row.chooseCredits),
    ofCredits: number(row.ofCredits),
  }));
}

export async function listCourses(db: Kysely<DB>, versionIds: readonly number[]) {
  const rows = await db
    .selectFrom('course')
    .innerJoin('course_group', 'course_group.id', 'course.course_group_id')
    .select([
      'course.id',
      'course.programme_version_id as versionId',
      'course.course_group_id as groupId',
      'course_group.code as group',
      'course.code',
      'course.credits',
      'course.hours_theory',
      'course.hours_practice',
      'course.hours_self_study',
      'course.counted',
      'course.prerequisite_text as prerequisiteText',
      'course.syllabus_id as syllabusId',
      'course.sequence',
      'course.source_line as line',
    ])
    .where('course.programme_version_id', '=', sql<number>`any(${versionIds}::int4[])`)
    .orderBy('course.programme_version_id')
    .orderBy('course.sequence')
    .execute();
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

export async function listCourseTitles(db: Kysely<DB>, versionIds: readonly number[]) {
  return db
    .selectFrom('course_text')
    .innerJoin('course', 'course.id', 'course_text.course_id')
    .select(['course_text.course_id as courseId', 'course_text.language', 'course_text.value'])
    .where('course.programme_version_id', '=', sql<number>`any(${versionIds}::int4[])`)
    .where('course_text.field', '=', 'title')
    .execute();
}

export async function listPrerequisites(db: Kysely<DB>, versionIds: readonly number[]) {
  return db
    .selectFrom('course_prerequisite')
    .innerJoin('course', 'course.id', 'course_prerequisite.course_id')
    .select([
      'course_prerequisite.course_id as courseId',
      'course_prerequisite.code',
      'course_prerequisite.prerequisite_course_id as prerequisiteId',
    ])
    .where('course.programme_version_id', '=', sql<number>`any(${versionIds}::int4[])`)
    .orderBy('course_prerequisite.course_id')
    .orderBy('course_prerequisite.code')
    .execute();
}

/** The outcomes of programme versions or of syllabi, one row per language of the statement. */
export async function listOutcomes(
  db: Kysely<DB>,
  owner: 'programme_version_id' | 'syllabus_id',
  ownerIds: readonly number[],
) {
  const rows = await db
    .selectFrom('learning_outcome as outcome')
    .innerJoin('learning_outcome_text as text', 'text.learning_outcome_id', 'outcome.id')
    .select([
      'outcome.id',
      `outcome.${owner} as ownerId`,
      'outcome.code',
      'outcome.heading',
      'outcome.taxonomy_levels as taxonomyLevels',
      'outcome.sequence',
      'outcome.source_line as line',
      'text.language',
      'text.value as statement',
    ])
    .where(`outcome.${owner}`, '=', sql<number>`any(${ownerIds}::int4[])`)
    .where('text.field', '=', 'statement')
    .orderBy(`outcome.${owner}`)
    .orderBy('outcome.sequence')
    .orderBy('text.language')
    .execute();
  return rows.map(({ ownerId, ...row }) => ({ ...row, ownerId: ownerId as number }));
}

/** Locks the institution, so that two imports never number its versions at the same time. */
export async function lockInstitution(trx: Transaction<DB>, institutionId: number): Promise<void> {
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', institutionId)
    .forUpdate()
    .execute();
}

/** The programme's id, its row made when it is new and locked either way. */
export async function lockProgramme(
  trx: Transaction<DB>,
  institutionId: number,
  code: string,
): Promise<number> {
  const { id } = await trx
    .insertInto('programme')
    .values({ institution_id: institutionId, owner_organisation_id: institutionId, code })
    .onConflict((conflict) => conflict.columns(['institution_id', 'code']).doUpdateSet({ code }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends the current version of a programme, if there is one; gives the highest version number so far. */
export async function supersedeVersion(trx: Transaction<DB>, programmeId: number): Promise<number> {
  await trx
    .updateTable('programme_version')
    .set({ status: 'superseded' })
    .where('programme_id', '=', programmeId)
    .where('status', '=', 'current')
    .execute();
  const { last } = await trx
    .selectFrom('programme_version')
    .select((eb) => eb.fn.max('version_number').as('last'))
    .where('programme_id', '=', programmeId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
