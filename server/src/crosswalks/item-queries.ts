import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { LocalText } from '#src/languages/contract.ts';
import type { EndKind } from './contract.ts';
import { inTreeOrder } from './tree-order.ts';

export interface Item {
  id: number;
  code: string;
  kind: string;
  parentId: number | null;
  sequence: number;
  label: LocalText;
}

/** Every item of a version, each after its parent, brothers and sisters in their order. */
export async function listItems(db: Kysely<DB>, kind: EndKind, versionId: number): Promise<Item[]> {
  const id = sql.ref(`${kind}_id`);
  const label = (language: 'vi' | 'en') => sql`
    (select t.value from ${sql.table(`${kind}_text`)} t
      where t.${id} = v.${id} and t.framework_version_id = v.framework_version_id
        and t.field = 'label' and t.language = ${language})`;
  const { rows } = await sql<Omit<Item, 'label'> & { vi: string | null; en: string | null }>`
    select v.${id} as id, v.code, v.kind, v.${sql.ref(`parent_${kind}_id`)} as "parentId", v.sequence,
           ${label('vi')} as vi, ${label('en')} as en
      from ${sql.table(`${kind}_version`)} v
     where v.framework_version_id = ${versionId}`.execute(db);
  return inTreeOrder(rows.map(({ vi, en, ...row }) => ({ ...row, label: { vi, en } })));
}

/** Groups gather others and are neither demanded nor taught: nobody asks whether they are covered. */
export function isGroup({ kind }: Pick<Item, 'kind'>): boolean {
  return kind === 'area' || kind === 'group';
}
