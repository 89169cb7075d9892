import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { VersionTree } from './contract.ts';
import type { ReadableVersion } from './find-version.ts';
import { inReadingOrder } from './reading-order.ts';

export type TreePart = 'items' | 'roles';

interface TreeRow {
  id: number;
  parent: number | null;
  kind: string;
  code: string;
}

/** All items or all roles of a version as columns; labels in the language wanted where there is one. */
export async function readTree(
  db: Kysely<DB>,
  version: ReadableVersion,
  part: TreePart,
  language: string,
): Promise<VersionTree> {
  const { table, textTable, id, parentId } = tables[part];
  const { rows } = await sql<TreeRow>`
    select ${sql.ref(id)} as id, ${sql.ref(parentId)} as parent, kind, code from ${sql.table(table)}
     where framework_version_id = ${version.versionId} order by sequence, code, ${sql.ref(id)}`.execute(
    db,
  );
  const { rows: texts } = await sql<{ id: number; language: string; value: string }>`
    select distinct on (${sql.ref(id)}) ${sql.ref(id)} as id, language, value from ${sql.table(textTable)}
     where framework_version_id = ${version.versionId} and field = 'label'
     order by ${sql.ref(id)}, language = ${language} desc, language in ('vi', 'en') desc, language`.execute(
    db,
  );
  const labels = new Map(texts.map((text) => [text.id, text]));
  const ordered = inReadingOrder(rows);
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const languages = [...new Set(texts.map((text) => text.language))];
  if (languages.length === 0) languages.push(language);
  const tree: VersionTree = {
    ...{ framework: version.code, version: version.version, kinds, languages },
    ...{ id: [], parent: [], kind: [], code: [], label: [], lang: [], exemplarOf: [] },
  };
  for (const { row, parent } of ordered) {
    const label = labels.get(row.id);
    tree.id.push(row.id);
    tree.parent.push(parent);
    tree.kind.push(kinds.indexOf(row.kind));
    tree.code.push(row.code);
    tree.label.push(label?.value ?? row.code);
    tree.lang.push(label ? languages.indexOf(label.language) : 0);
  }
  if (part === 'items') await addExemplars(db, version, tree);
  return tree;
}

async function addExemplars(
  db: Kysely<DB>,
  version: ReadableVersion,
  tree: VersionTree,
): Promise<void> {
  const { rows } = await sql<{ id: number; of: number }>`
    select distinct on (from_competency_id) from_competency_id as id, to_competency_id as of
      from competency_relation
     where framework_version_id = ${version.versionId} and relation = 'exemplar-of'
     order by from_competency_id, sequence nulls last, to_competency_id`.execute(db);
  if (rows.length === 0) return;
  const places = new Map(tree.id.map((id, place) => [id, place]));
  tree.exemplarOf = tree.id.map(() => -1);
  for (const { id, of } of rows) {
    const [from, to] = [places.get(id), places.get(of)];
    if (from !== undefined && to !== undefined) tree.exemplarOf[from] = to;
  }
}

const tables = {
  items: {
    table: 'competency_version',
    textTable: 'competency_text',
    id: 'competency_id',
    parentId: 'parent_competency_id',
  },
  roles: {
    table: 'role_version',
    textTable: 'role_text',
    id: 'role_id',
    parentId: 'parent_role_id',
  },
} as const;
