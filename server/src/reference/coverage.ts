import { CORE_LEVELS } from './lint-completeness.ts';
import { CROSSWALK_RELATIONS } from './shape.ts';
import { competenciesOf, rolesOf, type ReferenceSource } from './source.ts';

/** How much there is of what; counts of entries that could be read. */
export interface ReferenceFigures {
  areas: { code: string; competencies: number; tools: number; core: number; described: number }[];
  competencies: number;
  tools: number;
  /** kinds other than tools */
  kinds: Record<string, number>;
  core: number;
  /** core with a descriptor at each of the levels 2, 4 and 6 */
  described: number;
  ranged: number;
  forms: { vi: number; en: number };
  roles: number;
  requirements: Record<string, number>;
  certificates: { issuer: string; certificates: number; domains: number }[];
  crosswalks: Record<string, Record<string, number>>;
}

export function figuresOf(source: ReferenceSource): ReferenceFigures {
  const all = competenciesOf(source).map(({ value }) => value);
  const competencies = all.filter(({ kind }) => kind !== 'tool');
  const isDescribed = ({ core, levels }: (typeof all)[number]) =>
    core && CORE_LEVELS.every((level) => String(level) in levels);
  const requirements = rolesOf(source).flatMap(({ value }) => value.requirements);
  return {
    areas: source.areas.map((area) => {
      const values = area.competencies.map(({ value }) => value);
      return {
        code: area.area.value.code,
        competencies: values.filter(({ kind }) => kind !== 'tool').length,
        tools: values.filter(({ kind }) => kind === 'tool').length,
        core: values.filter(({ core }) => core).length,
        described: values.filter(isDescribed).length,
      };
    }),
    competencies: competencies.length,
    tools: all.length - competencies.length,
    kinds: counted(competencies.map(({ kind }) => kind)),
    core: all.filter(({ core }) => core).length,
    described: all.filter(isDescribed).length,
    ranged: competencies.filter(({ range }) => range).length,
    forms: {
      vi: all.flatMap(({ aliases }) => aliases.filter(({ lang }) => lang === 'vi')).length,
      en: all.flatMap(({ aliases }) => aliases.filter(({ lang }) => lang === 'en')).length,
    },
    roles: rolesOf(source).length,
    requirements: counted(requirements.map((one) => one.source)),
    certificates: source.issuers.map(({ issuer, certificates }) => ({
      issuer: issuer.value.code,
      certificates: certificates.length,
      domains: certificates.filter(({ value }) => value.domains.length > 0).length,
    })),
    crosswalks: Object.fromEntries(
      source.crosswalks.map(({ framework, rows }) => [
        framework,
        {
          ...Object.fromEntries(CROSSWALK_RELATIONS.map((relation) => [relation, 0])),
          ...counted(rows.map(({ value }) => value.relation)),
        },
      ]),
    ),
  };
}

function counted(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]),
  );
}
