import { error, type Finding } from './findings.ts';
import { suggested } from './lint-tree.ts';
import { certificatesOf, competenciesOf, type Placed, type ReferenceSource } from './source.ts';
import type { Certificate } from './shape.ts';

/** Certificates name competencies that exist, and the weights of their domains make up the exam. */
export function lintCertificates(source: ReferenceSource): Finding[] {
  const codes = new Set(competenciesOf(source).map(({ value }) => value.code));
  return certificatesOf(source).flatMap((certificate) => [
    ...lintCompetencies(certificate, codes, source.brokenCodes),
    ...lintWeights(certificate),
    ...lintValidity(certificate),
  ]);
}

function lintCompetencies(
  { value, placeOf }: Placed<Certificate>,
  codes: ReadonlySet<string>,
  broken: ReadonlySet<string>,
): Finding[] {
  const own = value.competencies.map(({ competency }) => competency);
  const named = [
    ...value.competencies.map(({ competency, level }, at) => ({
      ...{ code: competency, list: own, index: at, level },
      place: placeOf(['competencies', at, 'competency']),
    })),
    ...value.domains.flatMap(({ competencies }, domain) =>
      competencies.map((code, index) => ({
        ...{ code, list: competencies, index, level: undefined },
        place: placeOf(['domains', domain, 'competencies', index]),
      })),
    ),
  ];
  return named.flatMap(({ code, list, index, level, place }) => [
    ...(codes.has(code) || broken.has(code)
      ? []
      : [error(place, 'competency-unknown', suggested(code, codes))]),
    ...(list.indexOf(code) < index ? [error(place, 'value-twice', { value: code })] : []),
    ...(level && level[0] > level[1]
      ? [error(place, 'range-falls', { value: level.join(', ') })]
      : []),
  ]);
}

/** Weights are of all domains or of none, and the lowest and highest that they may be enclose 100 % (± 1). */
function lintWeights({ value, placeOf }: Placed<Certificate>): Finding[] {
  const ranges = value.domains.map(({ weight }) =>
    typeof weight === 'number' ? ([weight, weight] as const) : weight,
  );
  if (ranges.every((range) => range === undefined)) return [];
  const place = placeOf(['domains']);
  const { code } = value;
  const without = ranges.filter((range) => range === undefined).length;
  if (without > 0) return [error(place, 'domain-without-weight', { code, count: without })];
  const lowest = ranges.reduce((sum, range) => sum + range![0], 0);
  const highest = ranges.reduce((sum, range) => sum + range![1], 0);
  if (lowest <= 101 && highest >= 99) return [];
  const sum = lowest === highest ? String(lowest) : `${lowest}–${highest}`;
  return [error(place, 'domain-weights', { code, value: sum })];
}

function lintValidity({ value, placeOf }: Placed<Certificate>): Finding[] {
  return value.validity === 'none' && typeof value.validityMonths === 'number'
    ? [error(placeOf(['validity']), 'validity-both', { code: value.code })]
    : [];
}
