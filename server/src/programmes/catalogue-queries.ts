import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { localText } from '#src/languages/local-text.ts';
import type { ProgrammeRef, SyllabusBase } from './contract.ts';

export interface VersionRow {
  id: number;
  versionId: number;
  versionNumber: number;
  code: string;
  datedOn: string | null;
  totalCredits: string | null;
  degree: string | null;
  duration: string | null;
  documentName: string | null;
  institutionId: number;
  fictional: boolean;
}

const versions = (db: Kysely<DB>) =>
  db
    .selectFrom('programme_version as version')
    .innerJoin('programme', 'programme.id', 'version.programme_id')
    .innerJoin('organisation', 'organisation.id', 'programme.institution_id')
    .select([
      'programme.id',
      'version.id as versionId',
      'version.version_number as versionNumber',
      'programme.code',
      'version.dated_on as datedOn',
      'version.total_credits as totalCredits',
      'version.degree',
      'version.duration',
      'version.document_name as documentName',
      'programme.institution_id as institutionId',
      'organisation.fictional',
    ]);

/** The current version of every programme, by code. */
export async function listCurrentVersions(db: Kysely<DB>): Promise<VersionRow[]> {
  return versions(db)
    .where('version.status', '=', 'current')
    .orderBy('programme.code')
    .orderBy('programme.id')
    .execute();
}

export async function findVersion(
  db: Kysely<DB>,
  programmeId: number,
  versionNumber?: number,
): Promise<VersionRow | undefined> {
  const query = versions(db).where('programme.id', '=', programmeId);
  return versionNumber === undefined
    ? query.where('version.status', '=', 'current').executeTakeFirst()
    : query.where('version.version_number', '=', versionNumber).executeTakeFirst();
}

export async function findVersionById(
  db: Kysely<DB>,
  versionId: number,
): Promise<VersionRow | undefined> {
  return versions(db).where('version.id', '=', versionId).executeTakeFirst();
}

/** The current version of the programme that an institution offers under a code. */
export async function findVersionByCode(
  db: Kysely<DB>,
  institutionId: number,
  code: string,
): Promise<VersionRow | undefined> {
  return versions(db)
    .where('programme.institution_id', '=', institutionId)
    .where('programme.code', '=', code)
    .where('version.status', '=', 'current')
    .executeTakeFirst();
}

export async function listVersionsOf(db: Kysely<DB>, programmeId: number) {
  const rows = await db
    .selectFrom('programme_version')
    .select(['version_number', 'dated_on', 'status', 'created_at'])
    .where('programme_id', '=', programmeId)
    .orderBy('version_number', 'desc')
    .execute();
  return rows.map((row) => ({
    versionNumber: row.version_number,
    datedOn: row.dated_on,
    status: row.status,
    importedAt: row.created_at.toISOString(),
  }));
}

/** Versions under the names of their programmes and institutions, in the order given. */
export async function programmeRefs(
  db: Kysely<DB>,
  rows: readonly VersionRow[],
): Promise<ProgrammeRef[]> {
  const versionIds = rows.map(({ versionId }) => versionId);
  const institutionIds = rows.map(({ institutionId }) => institutionId);
  const names = await db
    .selectFrom('programme_version_text')
    .select(['programme_version_id as ownerId', 'language', 'value'])
    .where('field', '=', 'name')
    .where('programme_version_id', '=', sql<number>`any(${versionIds}::int4[])`)
    .execute();
  const institutions = await db
    .selectFrom('organisation_text')
    .select(['organisation_id as ownerId', 'language', 'value'])
    .where('field', '=', 'name')
    .where('organisation_id', '=', sql<number>`any(${institutionIds}::int4[])`)
    .execute();
  const nameOf = Map.groupBy(names, ({ ownerId }) => ownerId);
  const institutionOf = Map.groupBy(institutions, ({ ownerId }) => ownerId);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: localText(nameOf.get(row.versionId) ?? []),
    institution: {
      id: row.institutionId,
      name: localText(institutionOf.get(row.institutionId) ?? []),
      fictional: row.fictional,
    },
    versionId: row.versionId,
    versionNumber: row.versionNumber,
    datedOn: row.datedOn,
    totalCredits: row.totalCredits === null ? null : Number(row.totalCredits),
  }));
}

/** How much of each version has syllabi: over the courses within the credit total. */
export async function syllabusBases(
  db: Kysely<DB>,
  versionIds: readonly number[],
): Promise<Map<number, SyllabusBase>> {
  const { rows } = await sql<SyllabusBase & { versionId: number }>`
    select course.programme_version_id as "versionId",
           count(*)::int4 as courses,
           count(course.syllabus_id)::int4 as "withSyllabus",
           count(*) filter (where stated.syllabus_id is not null)::int4 as "withOutcomes",
           coalesce(sum(course.credits), 0)::float8 as credits,
           coalesce(sum(course.credits) filter (where stated.syllabus_id is not null), 0)::float8 as "creditsWithOutcomes"
      from course
      left join (select distinct syllabus_id from learning_outcome where syllabus_id is not null) stated
        on stated.syllabus_id = course.syllabus_id
     where course.counted and course.programme_version_id = any(${versionIds}::int4[])
     group by 1`.execute(db);
  return new Map(rows.map(({ versionId, ...base }) => [versionId, base]));
}

export const noCourses: SyllabusBase = {
  courses: 0,
  withSyllabus: 0,
  withOutcomes: 0,
  credits: 0,
  creditsWithOutcomes: 0,
};
