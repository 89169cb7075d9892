import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { withRejected, type LinkIndex } from '#src/linking/current-index.ts';
import { fromDictionary, type FoundLink } from '#src/linking/found-link.ts';
import { linkText } from '#src/linking/link.ts';
import type { PlacedText } from '#src/linking/relinking/text-source.ts';
import { carryVerdicts, insertCourseLinks, insertOutcomeLinks } from './link-rows.ts';
import { placedStatement, placedTitle } from './placed-texts.ts';

interface Text {
  ownerId: number;
  language: string;
  value: string;
}

/**
 * Links the course titles of some programme versions and the outcomes of them and of some syllabi,
 * which have no links yet, as the dictionary alone finds them: while they come in.
 */
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
  const placed = <T extends Text>(texts: readonly T[], place: (text: T) => PlacedText) =>
    texts.map((text) => {
      const at = place(text);
      return { ...text, place: at, links: dictionaryLinks(whole, at) };
    });
  await insertCourseLinks(trx, whole, placed(titles, placedTitle));
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
  await insertOutcomeLinks(trx, whole, placed(statements, placedStatement));
  await carryVerdicts(trx);
}

function dictionaryLinks({ index }: LinkIndex, { field, text }: PlacedText): FoundLink[] {
  return linkText(index, field, text).map((link) => fromDictionary(link, index.version));
}
