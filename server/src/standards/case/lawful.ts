import { FIELDS, type CaseVersion, type Extensions, type FieldType, type Kind } from './wire.ts';

/** The key of what is ours among the `extensions` of an object. */
export const OURS = 'nhip';

/**
 * An object as it may leave in a version: what its schema does not know goes, in 1.1, under our own key
 * of `extensions` (from where reading brings it back), and is left out of 1.0.
 */
export function lawful<One extends Record<string, unknown>>(
  kind: Kind,
  version: CaseVersion,
  object: One,
): One {
  const fields = FIELDS[kind];
  const leaving: Record<string, unknown> = {};
  const unknown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field && !fits(value, field.type)) unknown[name] = value;
    else if (!field) unknown[name] = value;
    else if (version === '1.0' && field.since11) continue;
    else if (field.of)
      leaving[name] = (value as One[]).map((part) => lawful(field.of!, version, part));
    else leaving[name] = version === '1.0' ? as10(value, field.type) : value;
  }
  if (version === '1.1' && Object.keys(unknown).length > 0 && kind !== 'criterion-level') {
    const extensions = (leaving.extensions ?? {}) as Extensions;
    const ours = (extensions[OURS] ?? {}) as Extensions;
    leaving.extensions = { ...extensions, [OURS]: { ...ours, unknown } };
  }
  return leaving as One;
}

/** An object as it came, with what `lawful` had put aside back in its place and without our own part. */
export function apartFromOurs<One extends Record<string, unknown>>(
  object: One,
): { plain: One; ours: Extensions } {
  const extensions = object.extensions;
  if (!isObject(extensions) || !isObject(extensions[OURS])) return { plain: object, ours: {} };
  const { [OURS]: own, ...others } = extensions;
  const { unknown, ...ours } = own as Extensions;
  const { extensions: _, ...rest } = object;
  const plain = {
    ...rest,
    ...(Object.keys(others).length > 0 ? { extensions: others } : {}),
    ...(isObject(unknown) ? withoutThose(unknown, rest) : {}),
  };
  return { plain: plain as unknown as One, ours };
}

function withoutThose(unknown: Extensions, present: Record<string, unknown>): Extensions {
  return Object.fromEntries(Object.entries(unknown).filter(([name]) => !(name in present)));
}

/** In 1.0 ends have no type, and what names a place is a URI of RFC 3986, without letters beyond ASCII. */
function as10(value: unknown, type: FieldType): unknown {
  if (type === 'uri') return asciiUri(value as string);
  if (type === 'links') return (value as unknown[]).map((one) => as10(one, 'link'));
  if (type !== 'link' && type !== 'node') return value;
  const { targetType: _, ...link } = value as Record<string, string>;
  return { ...link, uri: asciiUri(link.uri!) };
}

function asciiUri(uri: string): string {
  return uri.replace(/[^\x21-\x7e]+/g, (letters) => encodeURIComponent(letters.toWellFormed()));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Has the value the shape that its field asks for? */
export function fits(value: unknown, type: FieldType): boolean {
  switch (type) {
    case 'uuid':
      return isUuid(value);
    case 'uri':
    case 'text':
      return typeof value === 'string';
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'instant':
      return (
        typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) &&
        !Number.isNaN(Date.parse(value))
      );
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'link':
      return isLink(value, 3) && isUuid(value.identifier);
    case 'links':
      return Array.isArray(value) && value.every((one) => fits(one, 'link'));
    case 'node':
      return isLink(value, 4) && (value.targetType === undefined || isTargetType(value.targetType));
    case 'object':
      return isObject(value);
    case 'objects':
      return Array.isArray(value) && value.every(isObject);
  }
}

function isLink(value: unknown, most: number): value is Record<string, string> {
  return (
    isObject(value) &&
    Object.keys(value).length <= most &&
    ['title', 'identifier', 'uri'].every((name) => typeof value[name] === 'string')
  );
}

function isTargetType(value: unknown): boolean {
  return value === 'CASE' || (typeof value === 'string' && /^ext:[a-zA-Z0-9._-]+$/.test(value));
}

/** A day that exists, as YYYY-MM-DD. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
