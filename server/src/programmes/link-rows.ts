import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LinkIndex } from '#src/linking/current-index.ts';
import type { FoundLink } from '#src/linking/found-link.ts';
import { linkColumns } from '#src/linking/link-columns.ts';
import { holdDecisions, standingDecisions } from '#src/linking/standing-decisions.ts';
import { chunks } from './chunks.ts';

export interface LinkedRow {
  ownerId: number;
  language: string | null;
  links: readonly FoundLink[];
}

export async function insertCourseLinks(
  trx: Transaction<DB>,
  linkIndex: LinkIndex,
  texts: readonly LinkedRow[],
): Promise<void> {
  const rows = texts.flatMap(({ ownerId, language, links }) =>
    links.map((link) => ({
      course_id: ownerId,
      field: 'title' as const,
      language,
      ...linkColumns(linkIndex, link),
    })),
  );
  for (const some of chunks(rows)) await trx.insertInto('course_link').values(some).execute();
}

export async function insertOutcomeLinks(
  trx: Transaction<DB>,
  linkIndex: LinkIndex,
  texts: readonly LinkedRow[],
): Promise<void> {
  const rows = texts.flatMap(({ ownerId, language, links }) =>
    links.map((link) => ({
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

/** A table of links and the column that says whose they are. */
export const OWNERS = {
  course_link: 'course_id',
  learning_outcome_link: 'learning_outcome_id',
} as const;
export type LinkTable = keyof typeof OWNERS;

/** New links take the last word that people have said about their surface and competency. */
export async function carryVerdicts(
  trx: Transaction<DB>,
  only?: { table: LinkTable; ownerIds: readonly number[] },
): Promise<void> {
  await holdDecisions(trx);
  for (const table of Object.keys(OWNERS) as LinkTable[]) {
    if (only && only.table !== table) continue;
    const among = only ? sql`link.${owner(table)} = ${anyOf(only.ownerIds)}` : sql`true`;
    await sql`
      update ${sql.table(table)} as link set verdict = standing.verdict
        from (${standingDecisions}) standing
       where link.normalised = standing.normalised and link.competency_id = standing.competency_id
         and link.verdict is distinct from standing.verdict and ${among}`.execute(trx);
  }
}

/** One text that changes whenever what counts of some owners, or where it stands, does. */
export async function digestOfCounted(
  trx: Transaction<DB>,
  table: LinkTable,
  ownerIds: readonly number[],
): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select coalesce(md5(string_agg(link, ',' order by link)), '') as digest
      from (select concat_ws(' ', ${owner(table)}, competency_id, language, span_start, span_end) as link
              from ${sql.table(table)}
             where ${owner(table)} = ${anyOf(ownerIds)} and counts) counted`.execute(trx);
  return rows[0]!.digest;
}

/** Takes the links away that a person's word alone has made; gives the owners that had one. */
export async function deleteDecided(
  trx: Transaction<DB>,
  table: LinkTable,
  normalised: string,
  competencyId: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    delete from ${sql.table(table)} as link
     where link.normalised = ${normalised} and link.competency_id = ${competencyId}
       and link.method = 'decision'
    returning link.${owner(table)} as id`.execute(trx);
  return [...new Set(rows.map(({ id }) => id))];
}

/** They are linked again when texts are next brought to the present engine. */
export async function forgetEngine(
  trx: Transaction<DB>,
  table: LinkTable,
  ids: readonly number[],
): Promise<void> {
  if (table === 'course_link') {
    await trx
      .updateTable('course')
      .set({ link_engine_id: null })
      .where('id', '=', anyOf(ids))
      .execute();
  } else {
    await trx
      .updateTable('learning_outcome')
      .set({ link_engine_id: null })
      .where('id', '=', anyOf(ids))
      .execute();
  }
}

const owner = (table: LinkTable) => sql.ref(OWNERS[table]);
const anyOf = (ids: readonly number[]) => sql<number>`any(${[...ids]}::int4[])`;
