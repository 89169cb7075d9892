import type { TreeEntry } from '@nhip/server/frameworks/drafting/contract.ts';
import { plain } from '../../ui/plain.ts';

export interface TreeRow {
  entry: TreeEntry;
  /** from 1 */
  level: number;
  place: number;
  siblings: number;
  children: number;
  open: boolean;
}

export interface Tree {
  byId: ReadonlyMap<number, TreeEntry>;
  children: ReadonlyMap<number | null, readonly TreeEntry[]>;
}

export function treeOf(entries: readonly TreeEntry[]): Tree {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const under = ({ parentId }: TreeEntry) =>
    parentId !== null && byId.has(parentId) ? parentId : null;
  return { byId, children: Map.groupBy(entries, under) };
}

/** The rows in sight, from top to bottom: what stands under closed ones is left out. */
export function rowsOf(tree: Tree, isOpen: (id: number) => boolean): TreeRow[] {
  const rows: TreeRow[] = [];
  const seen = new Set<number>();
  const add = (parent: number | null, level: number): void => {
    const siblings = tree.children.get(parent) ?? [];
    siblings.forEach((entry, at) => {
      if (seen.has(entry.id)) return;
      seen.add(entry.id);
      const children = tree.children.get(entry.id)?.length ?? 0;
      const open = children > 0 && isOpen(entry.id);
      rows.push({ entry, level, place: at + 1, siblings: siblings.length, children, open });
      if (open) add(entry.id, level + 1);
    });
  };
  add(null, 1);
  return rows;
}

/** What matches, and what it stands under: all that a search leaves in sight. */
export function matching(tree: Tree, query: string): ReadonlySet<number> {
  const wanted = plain(query);
  const kept = new Set<number>();
  for (const entry of tree.byId.values()) {
    const text = plain(`${entry.code} ${entry.label.vi ?? ''} ${entry.label.en ?? ''}`);
    if (!text.includes(wanted)) continue;
    for (let at: TreeEntry | undefined = entry; at && !kept.has(at.id);) {
      kept.add(at.id);
      at = at.parentId === null ? undefined : tree.byId.get(at.parentId);
    }
  }
  return kept;
}

export interface Destination {
  parentId: number | null;
  beforeId: number | null;
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Where a step leads: among the siblings, under the one before, or out behind the parent. Undefined: nowhere. */
export function destination(tree: Tree, id: number, step: Direction): Destination | undefined {
  const entry = tree.byId.get(id);
  if (!entry) return undefined;
  const parentId = entry.parentId !== null && tree.byId.has(entry.parentId) ? entry.parentId : null;
  const siblings = tree.children.get(parentId) ?? [];
  const at = siblings.findIndex((one) => one.id === id);
  switch (step) {
    case 'up':
      return at > 0 ? { parentId, beforeId: siblings[at - 1]!.id } : undefined;
    case 'down':
      if (at >= siblings.length - 1) return undefined;
      return { parentId, beforeId: siblings[at + 2]?.id ?? null };
    case 'in':
      return at > 0 ? { parentId: siblings[at - 1]!.id, beforeId: null } : undefined;
    case 'out':
      if (parentId === null) return undefined;
      return { parentId: tree.byId.get(parentId)!.parentId, beforeId: after(tree, parentId) };
  }
}

/** The sibling behind one; null: it is the last. */
export function after(tree: Tree, id: number): number | null {
  const siblings = tree.children.get(tree.byId.get(id)?.parentId ?? null) ?? [];
  return siblings[siblings.findIndex((one) => one.id === id) + 1]?.id ?? null;
}

export function isUnder(tree: Tree, id: number | null, ancestor: number): boolean {
  for (let at = id; at !== null;) {
    if (at === ancestor) return true;
    at = tree.byId.get(at)?.parentId ?? null;
  }
  return false;
}

/** A code that nothing has yet, like those around it: A1, A2 → A3. */
export function nextCode(tree: Tree, parentId: number | null, prefix: string): string {
  const taken = new Set([...tree.byId.values()].map(({ code }) => code));
  const siblings = tree.children.get(parentId) ?? [];
  const last = siblings.at(-1)?.code ?? '';
  const [, stem = '', digits = ''] = /^(.*?)(\d+)$/.exec(last) ?? [];
  const parent = parentId === null ? '' : (tree.byId.get(parentId)?.code ?? '');
  const start = digits === '' ? (parent === '' ? prefix : `${parent}.`) : stem;
  for (let number = digits === '' ? 1 : Number(digits) + 1; ; number += 1) {
    const code = `${start}${String(number).padStart(digits.length, '0')}`;
    if (!taken.has(code)) return code;
  }
}
