import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { CompetencyRef } from '#src/frameworks/contract.ts';
import { linkSelection, linkView, type KeptLink } from '#src/linking/link-view.ts';
import type { TextLinkView } from './contract.ts';

const shared = [
  'link.id',
  'link.competency_id as competencyId',
  'link.field',
  'link.language',
  'link.ordinal',
  ...linkSelection,
] as const;

type Links = Map<number, TextLinkView[]>;

/** The links of the course titles of a version, by course. */
export async function titleLinks(
  db: Kysely<DB>,
  versionId: number,
  refs: ReadonlyMap<number, CompetencyRef>,
): Promise<Links> {
  const rows = await db
    .selectFrom('course_link as link')
    .innerJoin('course', 'course.id', 'link.course_id')
    .where('course.programme_version_id', '=', versionId)
    .select([...shared, 'link.course_id as ownerId'])
    .orderBy('link.course_id')
    .orderBy('link.language')
    .orderBy('link.span_start')
    .orderBy('link.competency_id')
    .execute();
  return linkViews(rows, refs);
}

/** The links of outcomes, by outcome. */
export async function outcomeLinks(
  db: Kysely<DB>,
  outcomeIds: readonly number[],
  refs: ReadonlyMap<number, CompetencyRef>,
): Promise<Links> {
  const rows = await db
    .selectFrom('learning_outcome_link as link')
    .where('link.learning_outcome_id', '=', sql<number>`any(${outcomeIds}::int4[])`)
    .select([...shared, 'link.learning_outcome_id as ownerId'])
    .orderBy('link.learning_outcome_id')
    .orderBy('link.language')
    .orderBy('link.span_start')
    .orderBy('link.competency_id')
    .execute();
  return linkViews(rows, refs);
}

/** A link to a competency that the published framework no longer holds is not shown. */
function linkViews(
  rows: readonly (KeptLink &
    Pick<TextLinkView, 'id' | 'field' | 'language' | 'ordinal'> & {
      ownerId: number;
      competencyId: number;
    })[],
  refs: ReadonlyMap<number, CompetencyRef>,
): Links {
  const links: Links = new Map();
  for (const { ownerId, competencyId, ...link } of rows) {
    const competency = refs.get(competencyId);
    if (!competency) continue;
    const own = links.get(ownerId) ?? [];
    own.push(linkView(link, competency));
    links.set(ownerId, own);
  }
  return links;
}
