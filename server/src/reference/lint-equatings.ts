import { error, warning, type Finding } from './findings.ts';
import type { ScaleEquating } from './shape.ts';
import type { Placed, ReferenceSource } from './source.ts';

/** National and European scales of qualifications: usual beside a role, never equal to a level. */
const QUALIFICATIONS = /^(?:vqf|eqf|isced|kt[đd]qg)(?![a-z])/i;

/** Each other scale once, with its source and its day; ranges rise with our levels, and all eight are told. */
export function lintEquatings({ scale }: ReferenceSource): Finding[] {
  if (!scale) return [];
  const { code, equatings } = scale.value;
  const first = new Map<string, number>();
  return equatings.flatMap((one, at) => {
    const place = scale.placeOf(['equatings', at, 'scale']);
    const earlier = first.get(one.scale);
    if (earlier === undefined) first.set(one.scale, place.line);
    return [
      ...(earlier === undefined
        ? []
        : [error(place, 'equating-twice', { value: one.scale, line: earlier })]),
      ...(one.scale === code ? [error(place, 'equating-own', { value: code })] : []),
      ...(QUALIFICATIONS.test(one.scale)
        ? [error(place, 'equating-qualification', { value: one.scale })]
        : []),
      ...lintSaid(scale, one, at),
    ];
  });
}

function lintSaid(scale: Placed<unknown>, one: ScaleEquating, at: number): Finding[] {
  const here = scale.placeOf(['equatings', at]);
  if (one.awaits || one.levels.length === 0) {
    const both = one.awaits && one.levels.length > 0;
    if (both) return [error(here, 'equating-awaited', { value: one.scale })];
    return one.awaits ? [] : [error(here, 'equating-empty', { value: one.scale })];
  }
  const missing = (['source', 'asOf'] as const).filter((key) => one[key] === undefined);
  const said = new Set(one.levels.map(({ level }) => level));
  const untold = scaleLevels.filter((level) => !said.has(level));
  return [
    ...missing.map((name) => error(here, 'key-missing', { name })),
    ...(untold.length > 0
      ? [warning(here, 'equating-untold', { scale: one.scale, value: untold.join(', ') })]
      : []),
    ...one.levels.flatMap(({ level, range }, place) => {
      const where = (key: string) => scale.placeOf(['equatings', at, 'levels', place, key]);
      const before = one.levels[place - 1];
      return [
        ...(range[0] > range[1]
          ? [error(where('range'), 'range-falls', { value: range.join(', ') })]
          : []),
        ...(before && before.level >= level
          ? [error(where('level'), 'equating-order', { value: level, before: before.level })]
          : []),
        ...(before && (before.range[0] > range[0] || before.range[1] > range[1])
          ? [
              error(where('range'), 'equating-falls', {
                ...{ value: range.join(', '), level, before: before.range.join(', ') },
              }),
            ]
          : []),
      ];
    }),
  ];
}

const scaleLevels = [1, 2, 3, 4, 5, 6, 7, 8];
