import type { Language } from '@nhip/server/languages/contract.ts';

export interface Sort {
  column: string;
  direction: 'asc' | 'desc';
}

interface SortableColumn<Row> {
  id: string;
  sortBy?: (row: Row) => number | string | null;
}

/** `share.desc` as it stands in the address. */
export function readSort(text: string | undefined): Sort | undefined {
  const found = /^(.+)\.(asc|desc)$/.exec(text ?? '');
  if (!found?.[1]) return undefined;
  return { column: found[1], direction: found[2] === 'asc' ? 'asc' : 'desc' };
}

/** Stable; what has no value stands last in both directions; words sort as in the reader's language. */
export function sortRows<Row>(
  rows: Row[],
  columns: SortableColumn<Row>[],
  sort: Sort | undefined,
  language: Language,
): Row[] {
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!sort || !sortBy) return rows;
  const sign = sort.direction === 'asc' ? 1 : -1;
  const words = new Intl.Collator(language, { numeric: true });
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) {
        return Number(one.value === null) - Number(other.value === null);
      }
      if (typeof one.value === 'number' && typeof other.value === 'number') {
        return sign * (one.value - other.value);
      }
      return sign * words.compare(String(one.value), String(other.value));
    })
    .map((pair) => pair.row);
}
