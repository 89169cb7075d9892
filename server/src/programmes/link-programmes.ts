import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { linkColumns, withRejected, type LinkIndex } from '#src/linking/current-index.ts';
import { linkText } from '#src/linking/link.ts';
import { holdDecisions, standingDecisions } from '#src/linking/standing-decisions.ts';
import { chunks } from './chunks.ts';

interface Text {
  ownerId: number;
  language: string;
  value: string;
}

/** Links the course titles of some programme versions and the outcomes of them and of some syllabi, which have no links yet. */
export async function linkVersions(
  trx: Transaction<DB>,
  linkIndex: LinkIndex,
  versionIds: readonly number[],
  syllabusIds: readonly number[],
): Promise<void> {
  const titles = await trx
    .selectFrom('course_text as text')
    .innerJoin('course', 'course.id', 'text.course_id')
    .where('text.field', '=', 'title')
    .where('course.programme_version_id', '=', sql<number>`any(${versionIds}::int4[])`)
    .select(['text.course_id as ownerId', 'text.language', 'text.value'])
    .orderBy('text.course_id')
    .orderBy('text.language')
    .execute();
  const whole = withRejected(linkIndex);
  await linkTitles(trx, whole, titles);
  const statements = await trx
    .selectFrom('learning_outcome_text as text')
    .innerJoin('learning_outcome as outcome', 'outcome.id', 'text.learning_outcome_id')
    .where('text.field', '=', 'statement')
    .where((eb) =>
      eb.or([
        eb('outcome.programme_version_id', '=', sql<number>`any(${versionIds}::int4[])`),
        eb('outcome.syllabus_id', '=', sql<number>`any(${syllabusIds}::int4[])`),
      ]),
    )
    .select(['text.learning_outcome_id as ownerId', 'text.language', 'text.value'])
    .orderBy('text.learning_outcome_id')
    .orderBy('text.language')
    .execute();
  await linkStatements(trx, whole, statements);
  await setStandingVerdicts(trx);
}

/**
 * Links every course title and outcome anew, after the lexicon, a framework or a decision of people
 * moved. In one transaction: readers see the old links or the new ones. Gives the number of links.
 */
export async function relinkProgrammes(
  trx: Transaction<DB>,
  linkIndex: LinkIndex,
): Promise<number> {
  await trx.deleteFrom('course_link').execute();
  await trx.deleteFrom('learning_outcome_link').execute();
  const versions = await trx.selectFrom('programme_version').select('id').orderBy('id').execute();
  const syllabi = await trx.selectFrom('syllabus').select('id').orderBy('id').execute();
  for (const some of chunks(versions, 100)) {
    await linkVersions(
      trx,
      linkIndex,
      some.map(({ id }) => id),
      [],
    );
  }
  for (const some of chunks(syllabi)) {
    await linkVersions(
      trx,
      linkIndex,
      [],
      some.map(({ id }) => id),
    );
  }
  const { rows } = await sql<{ links: number }>`
    select (select count(*) from course_link)::int4 + (select count(*) from learning_outcome_link)::int4 as links
  `.execute(trx);
  return rows[0]!.links;
}

async function linkTitles(
  trx: Transaction<DB>,
  linkIndex: LinkIndex,
  texts: readonly Text[],
): Promise<void> {
  const rows = texts.flatMap(({ ownerId, language, value }) =>
    linkText(linkIndex.index, 'title', value).map((link) => ({
      course_id: ownerId,
      field: 'title' as const,
      language,
      ...linkColumns(linkIndex, link),
    })),
  );
  for (const some of chunks(rows)) await trx.insertInto('course_link').values(some).execute();
}

async function linkStatements(
  trx: Transaction<DB>,
  linkIndex: LinkIndex,
  texts: readonly Text[],
): Promise<void> {
  const rows = texts.flatMap(({ ownerId, language, value }) =>
    linkText(linkIndex.index, 'text', value).map((link) => ({
      learning_outcome_id: ownerId,
      field: 'statement' as const,
      language,
      ...linkColumns(linkIndex, link),
    })),
  );
  for (const some of chunks(rows)) {
    await trx.insertInto('learning_outcome_link').values(some).execute();
  }
}

/** New links take the last word that people have said about their surface and competency. */
async function setStandingVerdicts(trx: Transaction<DB>): Promise<void> {
  await holdDecisions(trx);
  for (const table of ['course_link', 'learning_outcome_link'] as const) {
    await sql`
      update ${sql.table(table)} as link set verdict = standing.verdict
        from (${standingDecisions}) standing
       where link.normalised = standing.normalised and link.competency_id = standing.competency_id
         and link.verdict is distinct from standing.verdict`.execute(trx);
  }
}
