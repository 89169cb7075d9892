import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LinkedOwner, OwnedLinks, TextSource } from '#src/linking/relinking/text-source.ts';
import {
  carryVerdicts,
  digestOfCounted,
  insertCourseLinks,
  insertOutcomeLinks,
  type LinkTable,
} from './link-rows.ts';
import { placedStatement, placedTitle } from './placed-texts.ts';
import { rebandLinks } from './reband-links.ts';

/** What this room has to link: outcomes of programmes and syllabi, and the titles of courses. */
export const programmeTexts: readonly TextSource[] = [
  {
    name: 'outcomes',
    input: 'programmes',
    count: (db, engineId) => countUnlinked(db, 'learning_outcome', engineId),
    list: (db, engineId, page) =>
      listUnlinked(db, 'learning_outcome', engineId, page, placedStatement),
    async replace(trx, linkIndex, engineId, owners) {
      const ids = owners.map(({ id }) => id);
      return whetherCounted(trx, 'learning_outcome_link', ids, async () => {
        await trx
          .deleteFrom('learning_outcome_link')
          .where('learning_outcome_id', '=', anyOf(ids))
          .execute();
        await insertOutcomeLinks(trx, linkIndex, rowsOf(owners));
        await trx
          .updateTable('learning_outcome')
          .set({ link_engine_id: engineId })
          .where('id', '=', anyOf(ids))
          .execute();
      });
    },
  },
  {
    name: 'courses',
    input: 'programmes',
    count: (db, engineId) => countUnlinked(db, 'course', engineId),
    list: (db, engineId, page) => listUnlinked(db, 'course', engineId, page, placedTitle),
    async replace(trx, linkIndex, engineId, owners) {
      const ids = owners.map(({ id }) => id);
      return whetherCounted(trx, 'course_link', ids, async () => {
        await trx.deleteFrom('course_link').where('course_id', '=', anyOf(ids)).execute();
        await insertCourseLinks(trx, linkIndex, rowsOf(owners));
        await trx
          .updateTable('course')
          .set({ link_engine_id: engineId })
          .where('id', '=', anyOf(ids))
          .execute();
      });
    },
  },
];

type Owner = 'learning_outcome' | 'course';
const FIELDS = { learning_outcome: 'statement', course: 'title' } as const;
const anyOf = (ids: readonly number[]) => sql<number>`any(${[...ids]}::int4[])`;

async function countUnlinked(db: Kysely<DB>, owner: Owner, engineId: number): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int4 as left from ${sql.table(owner)}
     where link_engine_id is distinct from ${engineId}`.execute(db);
  return rows[0]!.left;
}

/** Published programmes and syllabi never change: their texts need no mark. */
async function listUnlinked(
  db: Kysely<DB>,
  owner: Owner,
  engineId: number,
  { after, limit }: { after: number; limit: number },
  place: typeof placedTitle,
): Promise<LinkedOwner[]> {
  const { rows } = await sql<{ id: number; texts: { language: string; value: string }[] }>`
    select o.id, (select coalesce(json_agg(json_build_object('language', t.language, 'value', t.value)
                                           order by t.language), '[]')
                    from ${sql.table(`${owner}_text`)} t
                   where t.${sql.ref(`${owner}_id`)} = o.id and t.field = ${FIELDS[owner]}) as texts
      from ${sql.table(owner)} o
     where o.link_engine_id is distinct from ${engineId} and o.id > ${after}
     order by o.id limit ${limit}`.execute(db);
  return rows.map(({ id, texts }) => ({ id, mark: '', texts: texts.map(place) }));
}

function rowsOf(owners: readonly OwnedLinks[]) {
  return owners.flatMap(({ id, texts, links }) =>
    texts.map(({ language }, at) => ({ ownerId: id, language, links: links[at]! })),
  );
}

async function whetherCounted(
  trx: Transaction<DB>,
  table: LinkTable,
  ownerIds: readonly number[],
  write: () => Promise<void>,
): Promise<boolean> {
  const before = await digestOfCounted(trx, table, ownerIds);
  await write();
  await rebandLinks(trx, table, { ownerIds });
  await carryVerdicts(trx, { table, ownerIds });
  return (await digestOfCounted(trx, table, ownerIds)) !== before;
}
