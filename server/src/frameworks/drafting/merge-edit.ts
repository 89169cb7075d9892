import { canonicalJson } from '#src/measures/canonical-json.ts';
import type { Fields } from './contract.ts';

/** An edit that came after the editor had read; null: not told field by field (a file was imported). */
export interface LaterEdit {
  id: number;
  before: Fields | null;
  after: Fields | null;
  fromFile: boolean;
}

export interface Merged {
  /** fields that differ from what stands */
  before: Fields;
  after: Fields;
  conflicts: { field: string; base: unknown; theirs: unknown; yours: unknown; edit: LaterEdit }[];
}

/**
 * What a change does to what stands now. A field that somebody else has changed since the editor read it,
 * to something else than the editor wants, is a conflict and is left alone; changes of different fields
 * merge by themselves.
 */
export function mergeEdit(current: Fields, wanted: Fields, since: readonly LaterEdit[]): Merged {
  const merged: Merged = { before: {}, after: {}, conflicts: [] };
  for (const [field, yours] of Object.entries(wanted)) {
    const theirs = current[field] ?? null;
    if (same(theirs, yours)) continue;
    const touching = since.filter((edit) => touches(edit, field));
    const latest = touching.at(-1);
    if (latest) {
      const base = touching[0]!.before?.[field] ?? null;
      merged.conflicts.push({ field, base, theirs, yours, edit: latest });
    } else {
      merged.before[field] = theirs;
      merged.after[field] = yours;
    }
  }
  return merged;
}

function touches({ before, after, fromFile }: LaterEdit, field: string): boolean {
  return fromFile || field in (before ?? {}) || field in (after ?? {});
}

export function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}

/** The fields with a change made; what is null is gone. */
export function withChange(fields: Fields, change: Fields): Fields {
  const changed = { ...fields, ...change };
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
}
