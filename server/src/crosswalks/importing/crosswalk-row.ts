import { canonicalHash } from '#src/measures/canonical-json.ts';
import type { EndKind, Relation } from '../contract.ts';

/** How a file names one end. */
export interface NamedEnd {
  /** the code of a framework, or the format that it was imported from ('esco') */
  framework: string;
  /** UUIDs, URIs, source ids or codes, the surest first */
  names: string[];
  label: string | null;
}

/** One row of a file of crosswalks: from is … to to. */
export interface CrosswalkImportRow {
  /** null: the file does not say; the first kind under which both ends are found */
  kind: EndKind | null;
  from: NamedEnd;
  to: NamedEnd;
  relation: Relation;
  confidence: number | null;
  source: string;
  /** an official source is taken at its word; of all others a person decides */
  status: 'accepted' | 'proposed';
  note: string | null;
  /** what the source says beyond this; null: its form has no room for more */
  extra: Record<string, string | number> | null;
}

export function rowKey({ kind, from, to, source }: CrosswalkImportRow): string {
  const end = ({ framework, names }: NamedEnd) => `${framework} ${names[0]}`;
  return `${kind ?? 'any'} ${end(from)} ${end(to)} ${source}`;
}

export function rowHash(row: CrosswalkImportRow): string {
  return canonicalHash(row);
}

export function rowLabel(payload: unknown): string {
  const { from, to } = payload as Partial<CrosswalkImportRow>;
  const end = (one: NamedEnd | undefined) => one?.label ?? one?.names?.at(-1) ?? '?';
  return `${end(from)} → ${end(to)}`;
}
