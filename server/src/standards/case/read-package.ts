import { Problem } from '#src/errors.ts';
import { isObject } from './lawful.ts';
import type { CFPackage } from './wire.ts';

/** Deeper than any package is, and far from what would exhaust the stack. */
const DEEPEST = 64;

/**
 * A package of CASE 1.0 or 1.1 from its JSON. What many servers write although the schemas say otherwise
 * is brought into their form: null is absence, one subject is a list of one, a status begins on a day, an
 * address alone is a link, what stands in `CFPackage` is the package.
 *
 * Throws file-not-in-format.
 */
export function readPackage(json: string): CFPackage {
  let value: unknown;
  try {
    value = JSON.parse(json.charCodeAt(0) === 0xfeff ? json.slice(1) : json);
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message.slice(0, 120) : 'JSON', cause);
  }
  const read = tidy(value, 0);
  const whole = isObject(read) && isObject(read.CFPackage) ? read.CFPackage : read;
  if (!isObject(whole) || !isObject(whole.CFDocument)) throw refused('CFDocument');
  if (typeof whole.CFDocument.identifier !== 'string') throw refused('CFDocument.identifier');
  for (const list of ['CFItems', 'CFAssociations', 'CFRubrics'] as const) {
    const objects = whole[list] ?? [];
    if (!Array.isArray(objects)) throw refused(list);
    const at = objects.findIndex(
      (one) => !isObject(one) || (list === 'CFItems' && typeof one.identifier !== 'string'),
    );
    if (at >= 0) throw refused(`${list}[${at}].identifier`);
  }
  const definitions = whole.CFDefinitions ?? {};
  // an empty list in the place of the object, as PHP writes it
  if (Array.isArray(definitions) && definitions.length === 0) whole.CFDefinitions = {};
  else if (!isObject(definitions)) throw refused('CFDefinitions');
  settleDocument(whole.CFDocument);
  for (const item of (whole.CFItems ?? []) as Record<string, unknown>[]) settleDates(item);
  for (const one of (whole.CFAssociations ?? []) as Record<string, unknown>[]) settleEnds(one);
  return whole as unknown as CFPackage;
}

/** `within`: inside of extensions, where null may mean something to whoever wrote it (to us it does). */
function tidy(value: unknown, depth: number, within = false): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) throw refused(`> ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((one) => tidy(one, depth + 1, within));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      (one === null && !within) || name === '__proto__'
        ? []
        : [[name, tidy(one, depth + 1, within || name === 'extensions')]],
    ),
  );
}

function settleDocument(document: Record<string, unknown>): void {
  if (typeof document.subject === 'string') document.subject = [document.subject];
  settleDates(document);
}

function settleDates(object: Record<string, unknown>): void {
  for (const name of ['statusStartDate', 'statusEndDate']) {
    const value = object[name];
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) {
      object[name] = value.slice(0, 10);
    }
  }
}

/** Some write the end of an association as its address alone. */
function settleEnds(association: Record<string, unknown>): void {
  for (const name of ['originNodeURI', 'destinationNodeURI']) {
    const uri = association[name];
    if (typeof uri !== 'string') continue;
    const identifier = uri.split('/').findLast((part) => part !== '') ?? uri;
    association[name] = { title: '', identifier, uri };
  }
}

function refused(what: string, cause?: unknown): Problem {
  return new Problem('file-not-in-format', { format: 'case-package', what }, { cause });
}
