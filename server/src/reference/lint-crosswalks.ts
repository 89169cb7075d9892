import { error, type Finding, type Place } from './findings.ts';
import { suggested } from './lint-tree.ts';
import { competenciesOf, type Placed, type ReferenceSource } from './source.ts';
import type { CrosswalkRow } from './shape.ts';

/** Crosswalk rows begin with a competency that exists, stand once, and do not contradict each other. */
export function lintCrosswalks(source: ReferenceSource): Finding[] {
  const codes = new Set(competenciesOf(source).map(({ value }) => value.code));
  return source.crosswalks.flatMap(({ rows }) => [
    ...rows
      .filter(({ value }) => !codes.has(value.code) && !source.brokenCodes.has(value.code))
      .map(({ value, place }) => error(place, 'competency-unknown', suggested(value.code, codes))),
    ...repeatedPairs(rows),
    ...secondExacts(rows),
  ]);
}

function repeatedPairs(rows: readonly Placed<CrosswalkRow>[]): Finding[] {
  const first = new Map<string, Place>();
  return rows.flatMap(({ value, place }) => {
    const key = `${value.code} ${value.target}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, place);
      return [];
    }
    return [error(place, 'crosswalk-twice', { value: value.code, line: earlier.line })];
  });
}

/** Two of our competencies cannot both be the same thing elsewhere, nor one of ours two things. */
function secondExacts(rows: readonly Placed<CrosswalkRow>[]): Finding[] {
  return (['code', 'target'] as const).flatMap((end) => {
    const first = new Map<string, Place>();
    return rows.flatMap(({ value, place }) => {
      if (value.relation !== 'exact') return [];
      const earlier = first.get(value[end]);
      if (!earlier) {
        first.set(value[end], place);
        return [];
      }
      return [error(place, 'crosswalk-exact-twice', { value: value[end], line: earlier.line })];
    });
  });
}
