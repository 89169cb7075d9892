import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { readAbout, readDefinitions, readItems, readRoles, readScales } from '../read-version.ts';
import { bareRow, type ItemRow, type RoleRow } from '../importing/framework-row.ts';
import type { Content } from './written.ts';

const PAGE = 500;

/** A whole version, parents before their children and siblings in their order. */
export async function readContent(db: Kysely<DB>, versionId: number): Promise<Content> {
  const items = await treeOrder(db, 'competency', versionId);
  const roles = await treeOrder(db, 'role', versionId);
  return {
    about: await readAbout(db, versionId),
    scales: await readScales(db, versionId),
    items: await paged(items, (ids) => readItems(db, versionId, { ids })),
    roles: await paged(roles, (ids) => readRoles(db, versionId, { ids })),
    definitions: await readDefinitions(db, versionId),
  };
}

async function paged<Row extends (ItemRow | RoleRow) & { id: number }>(
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE);
    const byId = new Map((await read(page)).map((row) => [row.id, row]));
    rows.push(...page.flatMap((id) => (byId.has(id) ? [bareRow(byId.get(id)!)] : [])));
  }
  return rows;
}

async function treeOrder(
  db: Kysely<DB>,
  table: 'competency' | 'role',
  versionId: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number; parent: number | null }>`
    select ${sql.ref(`${table}_id`)} as id, ${sql.ref(`parent_${table}_id`)} as parent
      from ${sql.table(`${table}_version`)}
     where framework_version_id = ${versionId}
     order by sequence, ${sql.ref(`${table}_id`)}`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  const children = Map.groupBy(rows, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : null,
  );
  const order: number[] = [];
  const waiting = (children.get(null) ?? []).map(({ id }) => id).reverse();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    order.push(id);
    for (const child of (children.get(id) ?? []).toReversed()) waiting.push(child.id);
  }
  return order;
}
