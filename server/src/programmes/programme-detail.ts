import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import type { CompetencyRef } from '#src/frameworks/contract.ts';
import { localText } from '#src/languages/local-text.ts';
import {
  findVersion,
  findVersionById,
  listCurrentVersions,
  listVersionsOf,
  noCourses,
  programmeRefs,
  syllabusBases,
  type VersionRow,
} from './catalogue-queries.ts';
import type {
  CourseView,
  GroupView,
  OutcomeView,
  ProgrammeDetail,
  ProgrammeList,
} from './contract.ts';
import { groupExposures } from './exposure.ts';
import { outcomeLinks, titleLinks } from './link-queries.ts';
import {
  listCourses,
  listCourseTitles,
  listGroups,
  listOutcomes,
  listPrerequisites,
} from './version-queries.ts';

/** Every programme in its current version, by code. */
export async function listProgrammes(db: Kysely<DB>): Promise<ProgrammeList> {
  const versions = await listCurrentVersions(db);
  const refs = await programmeRefs(db, versions);
  const bases = await syllabusBases(
    db,
    versions.map(({ versionId }) => versionId),
  );
  return refs.map((ref) => ({ ...ref, syllabi: bases.get(ref.versionId) ?? noCourses }));
}

/** A programme with everything in it: its current version, or the one of a number. Throws not-found. */
export async function getProgramme(
  db: Kysely<DB>,
  programmeId: number,
  versionNumber?: number,
): Promise<ProgrammeDetail> {
  const version = await findVersion(db, programmeId, versionNumber);
  if (!version) throw new Problem('not-found', { what: `${programmeId}` });
  return detailOf(db, version);
}

/** Throws not-found. */
export async function getProgrammeVersion(
  db: Kysely<DB>,
  versionId: number,
): Promise<ProgrammeDetail> {
  const version = await findVersionById(db, versionId);
  if (!version) throw new Problem('not-found', { what: `${versionId}` });
  return detailOf(db, version);
}

async function detailOf(db: Kysely<DB>, version: VersionRow): Promise<ProgrammeDetail> {
  const { versionId } = version;
  const refs = await competencyRefs(db);
  const [ref] = await programmeRefs(db, [version]);
  const groups = await listGroups(db, [versionId]);
  const courses = await listCourses(db, [versionId]);
  const exposures = groupExposures(groups, courses);
  const exposureOf = (group: string) => exposures.get(group) ?? { low: 0, high: 1 };
  const syllabusIds = [...new Set(courses.flatMap(({ syllabusId }) => syllabusId ?? []))];
  const outcomesOf = Map.groupBy(
    await outcomeViews(db, 'syllabus_id', syllabusIds, refs),
    ({ ownerId }) => ownerId,
  );
  const titles = Map.groupBy(await listCourseTitles(db, [versionId]), (row) => row.courseId);
  const links = await titleLinks(db, versionId, refs);
  const prerequisites = Map.groupBy(
    await listPrerequisites(db, [versionId]),
    ({ courseId }) => courseId,
  );
  return {
    ...ref!,
    degree: version.degree,
    duration: version.duration,
    documentName: version.documentName,
    syllabi: (await syllabusBases(db, [versionId])).get(versionId) ?? noCourses,
    versions: await listVersionsOf(db, version.id),
    outcomes: (await outcomeViews(db, 'programme_version_id', [versionId], refs)).map(
      ({ view }) => view,
    ),
    groups: groups.map(
      ({
        versionId: _,
        parent: __,
        kindBasis: ___,
        sequence: ____,
        line: _____,
        ...group
      }): GroupView => ({
        ...group,
        exposure: exposureOf(group.code),
      }),
    ),
    courses: courses.map((course): CourseView => {
      const outcomes = course.syllabusId === null ? [] : (outcomesOf.get(course.syllabusId) ?? []);
      return {
        id: course.id,
        groupId: course.groupId,
        code: course.code,
        title: localText(titles.get(course.id) ?? []),
        credits: course.credits,
        counted: course.counted,
        exposure: exposureOf(course.group),
        prerequisites: (prerequisites.get(course.id) ?? []).map(({ code, prerequisiteId }) => ({
          code,
          courseId: prerequisiteId,
        })),
        syllabus:
          course.syllabusId === null
            ? 'missing'
            : outcomes.length === 0
              ? 'without-outcomes'
              : 'present',
        titleLinks: links.get(course.id) ?? [],
        outcomes: outcomes.map(({ view }) => view),
      };
    }),
  };
}

async function outcomeViews(
  db: Kysely<DB>,
  owner: 'programme_version_id' | 'syllabus_id',
  ownerIds: readonly number[],
  refs: ReadonlyMap<number, CompetencyRef>,
): Promise<{ ownerId: number; view: OutcomeView }[]> {
  const rows = await listOutcomes(db, owner, ownerIds);
  const links = await outcomeLinks(
    db,
    rows.map(({ id }) => id),
    refs,
  );
  const byId = Map.groupBy(rows, ({ id }) => id);
  return [...byId].map(([id, languages]) => {
    const { ownerId, code, heading, taxonomyLevels } = languages[0]!;
    const statement = localText(
      languages.map((row) => ({ language: row.language, value: row.statement })),
    );
    const view = { id, code, heading, statement, taxonomyLevels, links: links.get(id) ?? [] };
    return { ownerId, view };
  });
}
