/** What stands under nothing. */
export const TOP = -1;

/**
 * Rows (siblings in their order) as a reader meets them: each one before what stands under it, with the
 * place of its parent. Whatever a ring of parents keeps from the top stands at the top, at the end.
 */
export function inReadingOrder<Row extends { id: number; parent: number | null }>(
  rows: readonly Row[],
): { row: Row; parent: number }[] {
  const known = new Set(rows.map(({ id }) => id));
  const under = Map.groupBy(rows, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : null,
  );
  const ordered: { row: Row; parent: number }[] = [];
  const placed = new Set<number>();
  const place = (top: Row) => {
    const waiting = [{ row: top, parent: TOP }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (placed.has(next.row.id)) continue;
      placed.add(next.row.id);
      const at = ordered.push(next) - 1;
      const children = under.get(next.row.id) ?? [];
      for (const row of children.toReversed()) waiting.push({ row, parent: at });
    }
  };
  for (const row of under.get(null) ?? []) place(row);
  for (const row of rows) if (!placed.has(row.id)) place(row);
  return ordered;
}
