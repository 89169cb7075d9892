import type { RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';
import type { RoleComparison } from './compare-roles.ts';

type Requirement = RoleDetail['requirements'][number];

/** One competency on the picture; a level of null is asked for without saying which. */
export interface ComparedRow {
  requirement: Requirement;
  from: Mark | undefined;
  to: Mark | undefined;
  step: number | null;
}
export interface Mark {
  level: number | null;
  essential: boolean;
}
export type Part = 'both' | 'from' | 'to';

/** The rows of the picture by part: the widest step up first, then as each role lists them. */
export function comparedRows(found: RoleComparison): Record<Part, ComparedRow[]> {
  const mark = (one: Requirement): Mark => ({
    ...{ level: one.level?.level ?? null, essential: one.necessity === 'essential' },
  });
  const both = found.both
    .map(({ from, to, step }) => ({ requirement: to, from: mark(from), to: mark(to), step }))
    .sort((one, other) => (other.step ?? -99) - (one.step ?? -99));
  const alone = (one: Requirement) => ({ requirement: one, step: null });
  return {
    both,
    from: found.onlyFrom.map((one) => ({ ...alone(one), from: mark(one), to: undefined })),
    to: found.onlyTo.map((one) => ({ ...alone(one), from: undefined, to: mark(one) })),
  };
}

/** The highest level of the picture: a scale is drawn no shorter than five steps. */
export function highestLevel(parts: Record<Part, readonly ComparedRow[]>): number {
  const levels = Object.values(parts)
    .flat()
    .flatMap(({ from, to }) => [from?.level ?? 0, to?.level ?? 0]);
  return Math.max(5, ...levels);
}

/** Whether a picture can be drawn: levels of one scale only. */
export function sameScale(from: RoleDetail, to: RoleDetail): boolean {
  const scales = [...from.requirements, ...to.requirements].flatMap(
    ({ level }) => level?.scale ?? [],
  );
  return new Set(scales).size === 1;
}
