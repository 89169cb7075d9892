import { findCycles } from '#src/frameworks/importing/find-cycles.ts';
import { error, type Finding } from './findings.ts';
import { competenciesOf, type Placed, type ReferenceSource } from './source.ts';
import type { Competency } from './shape.ts';

/** Parents, and what tools are tools of: they exist, are no tools, and nothing stands under itself. */
export function lintTree(source: ReferenceSource): Finding[] {
  const competencies = competenciesOf(source);
  const byCode = new Map(competencies.map((entry) => [entry.value.code, entry]));
  const areas = new Set(source.areas.map(({ area }) => area.value.code));
  const isKnown = (code: string) =>
    byCode.has(code) || areas.has(code) || source.brokenCodes.has(code);
  return [
    ...competencies.flatMap((entry) => [
      ...lintParent(entry, byCode, isKnown),
      ...lintOf(entry, byCode, areas, isKnown),
    ]),
    ...cycles(byCode),
    ...repeatedNames(competencies),
  ];
}

function lintParent(
  entry: Placed<Competency>,
  byCode: ReadonlyMap<string, Placed<Competency>>,
  isKnown: (code: string) => boolean,
): Finding[] {
  const { parent } = entry.value;
  if (parent === undefined) return [];
  const place = entry.placeOf(['parent']);
  if (!isKnown(parent)) return [error(place, 'parent-unknown', suggested(parent, byCode.keys()))];
  if (byCode.get(parent)?.value.kind === 'tool')
    return [error(place, 'parent-is-tool', { value: parent })];
  return [];
}

function lintOf(
  entry: Placed<Competency>,
  byCode: ReadonlyMap<string, Placed<Competency>>,
  areas: ReadonlySet<string>,
  isKnown: (code: string) => boolean,
): Finding[] {
  const { code, kind, of } = entry.value;
  if (of === undefined) return [];
  if (kind !== 'tool') return [error(entry.placeOf(['of']), 'of-without-tool', { value: code })];
  return of.flatMap((target, at) => {
    const place = entry.placeOf(['of', at]);
    if (!isKnown(target)) {
      return [error(place, 'competency-unknown', suggested(target, byCode.keys()))];
    }
    if (areas.has(target)) return [error(place, 'of-area', { value: target })];
    if (of.indexOf(target) !== at) return [error(place, 'value-twice', { value: target })];
    return target === code || byCode.get(target)?.value.kind === 'tool'
      ? [error(place, 'of-tool', { value: target })]
      : [];
  });
}

/** A name in O*NET's list of technologies is one technology: two tools that bear it are one tool. */
function repeatedNames(competencies: readonly Placed<Competency>[]): Finding[] {
  const first = new Map<string, string>();
  return competencies.flatMap(({ value, placeOf }) => {
    if (value.onet === undefined) return [];
    const key = value.onet.toLowerCase();
    const owner = first.get(key);
    if (owner === undefined) first.set(key, value.code);
    const detail = { value: value.onet, code: value.code, owner: owner ?? '' };
    return owner === undefined ? [] : [error(placeOf(['onet']), 'onet-twice', detail)];
  });
}

function cycles(byCode: ReadonlyMap<string, Placed<Competency>>): Finding[] {
  const parents = new Map([...byCode].map(([code, { value }]) => [code, value.parent ?? null]));
  return findCycles(parents).flatMap((ring) =>
    ring.map((code) =>
      error(byCode.get(code)!.placeOf(['parent']), 'parent-cycle', {
        value: [...ring, ring[0]!].join(' → '),
      }),
    ),
  );
}

/** The detail of a code that does not exist, with the one that was probably meant. */
export function suggested(code: string, known: Iterable<string>): { value: string; near: string } {
  let near = '';
  let least = 3;
  for (const other of known) {
    const distance = editDistance(code, other, least);
    if (distance < least) [near, least] = [other, distance];
  }
  return { value: code, near: near === '' ? '—' : near };
}

/** Levenshtein's distance of two short words, or `limit` where it is not below. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = row[j - 1]! + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, swap));
    }
    row = next;
  }
  return Math.min(row.at(-1)!, limit);
}
