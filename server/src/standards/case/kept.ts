type Any = Record<string, unknown>;

/**
 * How a foreign object leaves as it came although our columns hold only a part of it. Reading it, we see
 * what we would write for the row that it became; where that differs, the original value is kept beside
 * what we would have written. Writing, the original comes back as long as we would still write the
 * same: once somebody has changed that part of the row, the change leaves instead.
 */
export interface Kept {
  /** by field; `was` absent: the original has no such field; `instead` absent: we write none by ourselves */
  [field: string]: { was?: unknown; instead?: unknown; always?: true };
}

export interface Keeping {
  /** fields that no change of a row touches */
  always?: ReadonlySet<string>;
  /** fields that are not kept */
  apart?: ReadonlySet<string>;
  /** the address with which URIs of our own making begin: another one makes no difference */
  base: string;
}

/** What has to be kept of an object. */
export function keep(
  original: Readonly<Record<string, unknown>>,
  derived: Readonly<Record<string, unknown>>,
  { always = NONE, apart = NONE, base }: Keeping,
): Kept {
  const kept: Kept = {};
  for (const field of new Set([...Object.keys(original), ...Object.keys(derived)])) {
    if (apart.has(field) || same(original[field], derived[field])) continue;
    // what the schemas ask for is written even where its source left it out
    if (original[field] === undefined && REQUIRED.has(field)) continue;
    const instead = baseless(derived[field], base);
    kept[field] = {
      ...(original[field] === undefined ? {} : { was: original[field] }),
      ...(instead === undefined || always.has(field) ? {} : { instead }),
      ...(always.has(field) ? { always: true as const } : {}),
    };
  }
  return kept;
}

/** The object with what was kept in the place of what we write, where the row still says the same. */
export function restore<One extends Record<string, unknown>>(
  derived: One,
  kept: Kept | undefined,
  base: string,
): One {
  if (!kept) return derived;
  const restored: Record<string, unknown> = { ...derived };
  for (const [field, { was, instead, always }] of Object.entries(kept)) {
    if (!always && !same(baseless(derived[field], base), instead)) continue;
    if (was === undefined) delete restored[field];
    else restored[field] = was;
  }
  return restored as One;
}

export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  // what is undefined is absent, as it is in JSON
  const names = Object.keys(one).filter((name) => (one as Any)[name] !== undefined);
  const others = Object.keys(other).filter((name) => (other as Any)[name] !== undefined);
  return (
    names.length === others.length &&
    names.every(
      (name) => Object.hasOwn(other, name) && same((one as Any)[name], (other as Any)[name]),
    )
  );
}

function baseless(value: unknown, base: string): unknown {
  if (base === '') return value;
  if (typeof value === 'string')
    return value.startsWith(`${base}/`) ? value.slice(base.length) : value;
  if (typeof value !== 'object' || value === null || !('uri' in value)) return value;
  return { ...value, uri: baseless(value.uri, base) };
}

const REQUIRED: ReadonlySet<string> = new Set([
  ...['identifier', 'uri', 'fullStatement', 'title', 'creator'],
  ...['associationType', 'originNodeURI', 'destinationNodeURI'],
]);
const NONE: ReadonlySet<string> = new Set();
