import { error, type Finding } from './findings.ts';
import { competenciesOf, type Placed, type ReferenceSource } from './source.ts';
import type { Competency } from './shape.ts';

/** Ranges rise, and what is described lies within them; only competencies are core. */
export function lintLevels(source: ReferenceSource): Finding[] {
  return [...competenciesOf(source).flatMap(lintCompetency), ...lintScale(source)];
}

function lintCompetency(entry: Placed<Competency>): Finding[] {
  const { code, kind, core, levels, range } = entry.value;
  const described = Object.keys(levels).map(Number);
  return [
    ...(range && range[0] > range[1]
      ? [error(entry.placeOf(['range']), 'range-falls', { value: range.join(', ') })]
      : []),
    ...(core && (kind === 'tool' || kind === 'credential')
      ? [error(entry.placeOf(['core']), 'core-kind', { code, value: kind })]
      : []),
    ...described
      .filter((level) => range && (level < range[0] || level > range[1]))
      .map((level) =>
        error(entry.placeOf(['levels', level]), 'level-outside-range', {
          ...{ value: level, range: range!.join('–') },
        }),
      ),
  ];
}

function lintScale({ scale }: ReferenceSource): Finding[] {
  return (scale?.value.levels ?? []).flatMap(({ level }, at) =>
    level === at + 1
      ? []
      : [
          error(scale!.placeOf(['levels', at, 'level']), 'scale-order', {
            ...{ value: level, expected: at + 1 },
          }),
        ],
  );
}
