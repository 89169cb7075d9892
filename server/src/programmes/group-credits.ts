import type { GroupKind } from './contract.ts';

/** A group of courses as far as its rule decides how many of its courses a student takes. */
export interface RuledGroup {
  code: string;
  parent: string | null;
  kind: GroupKind;
  chooseCredits: number | null;
  ofCredits: number | null;
  chooseCount: number | null;
  ofCount: number | null;
}

export interface ListedCourse {
  group: string;
  credits: number | null;
  /** false: outside the credit total (physical education, defence, soft skills) */
  counted: boolean;
}

/** What may be chosen directly in a group; info groups are looked through. */
export interface Members {
  /** credits per course or sub-group; null where the document does not say */
  worths: (number | null)[];
  /** the group also admits courses that the document does not list (an info row without courses) */
  open: boolean;
}

export interface GroupTree {
  groups: ReadonlyMap<string, RuledGroup>;
  children: ReadonlyMap<string, RuledGroup[]>;
  courses: ReadonlyMap<string, ListedCourse[]>;
}

export function groupTree(
  groups: readonly RuledGroup[],
  courses: readonly ListedCourse[],
): GroupTree {
  return {
    groups: new Map(groups.map((group) => [group.code, group])),
    children: Map.groupBy(
      groups.filter((group) => group.parent !== null),
      (group) => group.parent as string,
    ),
    courses: Map.groupBy(courses, (course) => course.group),
  };
}

export function membersOf(
  tree: GroupTree,
  group: RuledGroup,
  path: ReadonlySet<string> = new Set(),
): Members {
  if (path.has(group.code)) return { worths: [null], open: false };
  const courses = (tree.courses.get(group.code) ?? []).filter((course) => course.counted);
  const children = tree.children.get(group.code) ?? [];
  const worths: (number | null)[] = courses.map((course) => course.credits);
  let open = group.kind === 'info' && children.length === 0 && courses.length === 0;
  const below = new Set(path).add(group.code);
  for (const child of children) {
    if (child.kind !== 'info') {
      worths.push(creditsTaken(tree, child, below));
      continue;
    }
    const inner = membersOf(tree, child, below);
    for (const worth of inner.worths) worths.push(worth);
    open ||= inner.open;
  }
  return { worths, open };
}

/** Credits that a student takes in a group: stated, or the sum of what is listed; null when unknown. */
export function creditsTaken(
  tree: GroupTree,
  group: RuledGroup,
  path: ReadonlySet<string> = new Set(),
): number | null {
  if (group.chooseCredits !== null) return group.chooseCredits;
  const { worths } = membersOf(tree, group, path);
  if (group.kind === 'required') return total(worths);
  if (group.kind === 'choice' && group.chooseCount !== null && new Set(worths).size === 1) {
    const worth = worths[0] ?? null;
    return worth === null ? null : worth * group.chooseCount;
  }
  return null;
}

/** The sum, or null where a part of it is unknown. */
export function total(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
