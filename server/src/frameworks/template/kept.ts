import type { RowFinding } from '#src/imports/importer.ts';
import { canonicalJson } from '#src/measures/canonical-json.ts';
import { rowKey, type AnyRow } from '../importing/framework-row.ts';
import { isRow } from './row-shape.ts';

/**
 * What a row says and the sheets have no room for: by field, what the sheets read as (`was`) and what it
 * is. As long as nobody has edited the cells of the field, they still read as `was`, and `is` holds.
 */
export type Kept = Record<string, { was?: unknown; is: unknown }>;

/** The fields of a row that its cells do not give back; undefined: all of it came through. */
export function keptOf<Row extends object>(read: Row, row: Row): Kept | undefined {
  const kept: Kept = {};
  for (const [field, is] of Object.entries(row)) {
    const was = (read as Record<string, unknown>)[field];
    if (canonicalJson(was) !== canonicalJson(is)) kept[field] = { was, is };
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/**
 * A row as its cells say it, completed by what was kept of fields that nobody has edited since; where
 * that gives no row (somebody has edited what was kept), the cells alone count, with a finding.
 */
export function completed<Row extends AnyRow>(
  read: Row,
  all: ReadonlyMap<string, Kept> | undefined,
  problems: RowFinding[],
): Row {
  const kept = all?.get(rowKey(read));
  if (!kept) return read;
  const row: Record<string, unknown> = { ...read };
  for (const [field, one] of Object.entries(kept)) {
    const isUntouched = canonicalJson(row[field]) === canonicalJson(one?.was);
    if (field !== 'type' && isUntouched && one && 'is' in one) row[field] = one.is;
  }
  if (isRow(row)) return row as unknown as Row;
  const detail = { value: rowKey(read).slice(0, 80) };
  problems.push({ code: 'framework-source-broken', severity: 'warning', column: null, detail });
  return read;
}
