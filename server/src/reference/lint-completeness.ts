import { error, warning, type Finding } from './findings.ts';
import { competenciesOf, rolesOf, type Placed, type ReferenceSource } from './source.ts';
import type { Competency, Role } from './shape.ts';

/** Core competencies are described at these levels of the scale. */
export const CORE_LEVELS = [2, 4, 6] as const;

/** Fewer say too little of a role to compare it with another, or with a person. */
export const FEWEST_REQUIREMENTS = 6;

/** What an entry promises and does not hold yet. */
export function lintCompleteness(source: ReferenceSource): Finding[] {
  return [...competenciesOf(source).flatMap(lintCompetency), ...rolesOf(source).flatMap(lintRole)];
}

function lintCompetency({ value, placeOf }: Placed<Competency>): Finding[] {
  const { code, kind, of, core, levels } = value;
  const described = Object.keys(levels).map(Number);
  const missing = CORE_LEVELS.filter((level) => !described.includes(level));
  return [
    ...(kind === 'tool' && of === undefined
      ? [error(placeOf(['code']), 'tool-without-competency', { value: code })]
      : []),
    ...(core && missing.length > 0
      ? [error(placeOf(['core']), 'level-undescribed', { code, value: missing.join(', ') })]
      : []),
    ...(!core && described.length > 0
      ? [warning(placeOf(['levels']), 'levels-without-core', { code })]
      : []),
  ];
}

function lintRole({ value, placeOf }: Placed<Role>): Finding[] {
  const { length } = value.requirements;
  const essential = value.requirements.filter(({ need }) => need === 'essential').length;
  if (length >= FEWEST_REQUIREMENTS && essential > 0) return [];
  return [
    error(placeOf(['requirements']), 'role-thin', {
      ...{ code: value.code, count: length, essential, fewest: FEWEST_REQUIREMENTS },
    }),
  ];
}
