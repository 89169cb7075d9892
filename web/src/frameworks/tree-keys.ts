import { hasChildren, type TreeShape } from './tree-rows.ts';

export type TreeDeed =
  | { do: 'go'; row: number }
  | { do: 'expand' | 'collapse'; place: number }
  | { do: 'expand-siblings'; place: number }
  | { do: 'open'; place: number };

/** What a key does in a tree, as in the file trees that people know (WAI-ARIA, Tree View). */
export function deedOf(
  key: string,
  at: { shape: TreeShape; rows: readonly number[]; row: number; open: boolean; page: number },
): TreeDeed | undefined {
  const { shape, rows, row, open, page } = at;
  const place = rows[row];
  if (place === undefined) return undefined;
  const go = (to: number): TreeDeed => ({
    do: 'go',
    row: Math.max(0, Math.min(rows.length - 1, to)),
  });
  switch (key) {
    case 'ArrowDown':
      return go(row + 1);
    case 'ArrowUp':
      return go(row - 1);
    case 'PageDown':
      return go(row + page);
    case 'PageUp':
      return go(row - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (!hasChildren(shape, place)) return undefined;
      return open ? go(row + 1) : { do: 'expand', place };
    case 'ArrowLeft': {
      if (open && hasChildren(shape, place)) return { do: 'collapse', place };
      const parent = shape.tree.parent[place]!;
      return parent < 0 ? undefined : go(rows.indexOf(parent));
    }
    case '*':
      return { do: 'expand-siblings', place };
    case 'Enter':
      return { do: 'open', place };
    default:
      return undefined;
  }
}

/** The next row, after this one and round, whose label begins with what was typed. */
export function rowThatBegins(
  labelOf: (row: number) => string,
  rows: number,
  from: number,
  typed: string,
): number | undefined {
  for (let step = typed.length === 1 ? 1 : 0; step <= rows; step += 1) {
    const row = (from + step) % rows;
    if (labelOf(row).startsWith(typed)) return row;
  }
  return undefined;
}
