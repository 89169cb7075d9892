import type { ItemRow, RoleRow } from '#src/frameworks/importing/framework-row.ts';
import type { Kept } from './kept.ts';
import type { CFAssociation, CFItem, Link } from './wire.ts';

/**
 * Everything of a package that stands for one row of ours: the item, its translations (an item of CASE
 * carries one language), and the associations that begin at any of them.
 */
export interface Bundle {
  item: CFItem;
  associations: Keyed[];
  translations: { language: string; item: CFItem; associations: Keyed[] }[];
}

/** An association under a name that it keeps whoever wrote it: what it says, to whom, and the how-manieth time. */
export interface Keyed {
  key: string;
  association: CFAssociation;
}

export interface KeptPart {
  item?: Kept;
  /** by key: of one that we write too what differs; of one that we would not write the whole */
  associations?: Record<string, Kept>;
  others?: CFAssociation[];
}

/** In `extra.case` of a row. */
export interface KeptBundle extends KeptPart {
  /** the UUID that the row had at its source: a copy that had to get another one keeps no identifiers */
  of: string;
  /** which language leads, where it is not the one that we would choose */
  language?: string;
  translations?: Record<string, KeptPart>;
}

export type PartRow = ItemRow | RoleRow;

/** What is known about the end of an association. */
export interface End extends Link {
  type: 'item' | 'role';
  sourceId: string;
}

export function keptOf(row: PartRow): KeptBundle | undefined {
  const kept = row.extra.case as KeptBundle | undefined;
  return typeof kept === 'object' && kept !== null ? kept : undefined;
}

/** The row as its own columns say it. */
export function withoutKept<Row extends { extra: Record<string, unknown> }>(row: Row): Row {
  if (!('case' in row.extra)) return row;
  const { case: _, ...extra } = row.extra;
  return { ...row, extra };
}
