import { error, warning, type Finding, type Place } from './findings.ts';
import { suggested } from './lint-tree.ts';
import { competenciesOf, rolesOf, type Placed, type ReferenceSource } from './source.ts';
import type { Competency, Requirement, Role } from './shape.ts';

/** Roles ask for competencies that exist, each once, at levels that it can have, and say on what ground. */
export function lintRoles(source: ReferenceSource): Finding[] {
  const competencies = new Map(competenciesOf(source).map(({ value }) => [value.code, value]));
  return [
    ...rolesOf(source).flatMap((role) =>
      role.value.requirements.flatMap((requirement, at) =>
        lintRequirement(role, requirement, at, competencies, source.brokenCodes),
      ),
    ),
    ...repeatedTitles(source),
  ];
}

function lintRequirement(
  role: Placed<Role>,
  requirement: Requirement,
  at: number,
  competencies: ReadonlyMap<string, Competency>,
  broken: ReadonlySet<string>,
): Finding[] {
  const { competency, level } = requirement;
  const place = role.placeOf(['requirements', at, 'competency']);
  const known = competencies.get(competency);
  if (!known) {
    if (broken.has(competency)) return [];
    return [error(place, 'competency-unknown', suggested(competency, competencies.keys()))];
  }
  const first = role.value.requirements.findIndex((other) => other.competency === competency);
  const [lowest, highest] = known.range ?? [1, 8];
  return [
    ...(first < at ? [error(place, 'value-twice', { value: competency })] : []),
    ...(level !== undefined && (level < lowest || level > highest)
      ? [
          warning(role.placeOf(['requirements', at, 'level']), 'requirement-outside-range', {
            ...{ value: level, competency, range: `${lowest}–${highest}` },
          }),
        ]
      : []),
    ...[requirement, ...requirement.also].flatMap((evidence) => lintEvidence(evidence, place)),
  ];
}

/** A measured figure is a share of n on a day; an occupation is named by its code. */
function lintEvidence(
  { source, from, share, n, asOf }: Pick<Requirement, 'source' | 'from' | 'share' | 'n' | 'asOf'>,
  place: Place,
): Finding[] {
  if (source === 'advertisements') {
    const missing = Object.entries({ from, share, n, asOf }).flatMap(([name, value]) =>
      value === undefined ? [name] : [],
    );
    return missing.length > 0
      ? [error(place, 'evidence-incomplete', { value: source, missing: missing.join(', ') })]
      : [];
  }
  if (source === 'onet' && !/^\d{2}-\d{4}\.\d{2}$/.test(from ?? '')) {
    return [error(place, 'evidence-incomplete', { value: source, missing: 'from' })];
  }
  return share !== undefined || n !== undefined
    ? [error(place, 'evidence-unmeasured', { value: source })]
    : [];
}

/** A title leads to one role: its label, or one of its other titles. */
function repeatedTitles(source: ReferenceSource): Finding[] {
  const first = new Map<string, { code: string; place: Place }>();
  return rolesOf(source).flatMap(({ value, placeOf }) =>
    (['vi', 'en'] as const).flatMap((language) =>
      [value.label[language], ...value.titles[language]].flatMap((title, at) => {
        const place = placeOf(at === 0 ? ['label', language] : ['titles', language, at - 1]);
        const key = `${language} ${title.normalize('NFC').toLowerCase()}`;
        const earlier = first.get(key);
        if (!earlier) {
          first.set(key, { code: value.code, place });
          return [];
        }
        return [
          error(place, 'title-twice', {
            ...{ value: title, owner: earlier.code },
            ...{ file: earlier.place.file, line: earlier.place.line },
          }),
        ];
      }),
    ),
  );
}
