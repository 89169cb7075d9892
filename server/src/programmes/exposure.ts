import type { Exposure } from './contract.ts';
import {
  groupTree,
  membersOf,
  total,
  type GroupTree,
  type ListedCourse,
  type RuledGroup,
} from './group-credits.ts';

const certain: Exposure = { low: 1, high: 1 };
const unknown: Exposure = { low: 0, high: 1 };

/**
 * Exposure of the courses of every group: the share of the programme's students who take such a
 * course, as an interval; a product over the path of groups from the top of the programme.
 *
 * Assumption, until enrolment shares are known: all courses of a group are equally likely. Then
 *   required  1
 *   elective  c credits out of y: c ÷ y; an interval where the stated and the listed y differ
 *   choice    n of the m members, or one of m branches that are each worth the credits to choose
 *   info      no rule of its own: the rule of the group around it
 * A rule that cannot be read is 0…1. A group that also admits courses it does not list (an info row
 * without courses) has no lower bound but 0.
 */
export function groupExposures(
  groups: readonly RuledGroup[],
  courses: readonly ListedCourse[],
): Map<string, Exposure> {
  const tree = groupTree(groups, courses);
  const exposures = new Map<string, Exposure>();
  const exposureOf = (group: RuledGroup, path: ReadonlySet<string>): Exposure => {
    const known = exposures.get(group.code);
    if (known) return known;
    if (path.has(group.code)) return unknown;
    const parent = group.parent === null ? undefined : tree.groups.get(group.parent);
    const above = parent ? exposureOf(parent, new Set(path).add(group.code)) : certain;
    const own = ratio(tree, group);
    const exposure = { low: above.low * own.low, high: above.high * own.high };
    exposures.set(group.code, exposure);
    return exposure;
  };
  for (const group of groups) exposureOf(group, new Set());
  return exposures;
}

/**
 * Share of the students who meet at least one of several courses: the Fréchet bounds, which hold
 * whatever the dependence between the choices is. Of nothing: 0…0.
 */
export function union(exposures: readonly Exposure[]): Exposure {
  let low = 0;
  let high = 0;
  for (const exposure of exposures) {
    low = Math.max(low, exposure.low);
    high = Math.min(1, high + exposure.high);
  }
  return { low, high: Math.max(low, high) };
}

/** The rule of one group alone, without the groups around it. */
export function ratio(tree: GroupTree, group: RuledGroup): Exposure {
  if (group.kind === 'required' || group.kind === 'info') return certain;
  const { worths, open } = membersOf(tree, group);
  return group.kind === 'elective'
    ? share(group.chooseCredits, group.ofCredits, total(worths), open)
    : share(branchesTaken(group, worths), group.ofCount, worths.length, open);
}

/** How many branches of a choice are taken; null where the document does not let us tell. */
function branchesTaken(group: RuledGroup, worths: readonly (number | null)[]): number | null {
  if (group.chooseCount !== null) return group.chooseCount;
  const worth = group.chooseCredits;
  return worth !== null && worths.length > 0 && worths.every((one) => one === worth) ? 1 : null;
}

function share(
  chosen: number | null,
  stated: number | null,
  listed: number | null,
  open: boolean,
): Exposure {
  const outOf = [stated, listed].filter((y): y is number => y !== null && y > 0);
  if (chosen === null || outOf.length === 0) return unknown;
  return {
    low: open && stated === null ? 0 : Math.min(1, chosen / Math.max(...outOf)),
    high: Math.min(1, chosen / Math.min(...outOf)),
  };
}
