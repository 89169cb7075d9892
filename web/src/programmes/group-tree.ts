import type { CourseView, GroupView } from '@nhip/server/programmes/contract.ts';

export interface GroupNode {
  group: GroupView;
  depth: number;
  courses: CourseView[];
  children: GroupNode[];
}

/** Groups under their parents with their courses, in the order of the document. */
export function groupTree(groups: GroupView[], courses: CourseView[]): GroupNode[] {
  const known = new Set(groups.map((group) => group.id));
  const childrenOf = (parentId: number | null, depth: number): GroupNode[] =>
    groups
      .filter((group) =>
        parentId === null
          ? group.parentId === null || !known.has(group.parentId)
          : group.parentId === parentId,
      )
      .map((group) => ({
        group,
        depth,
        courses: courses.filter((course) => course.groupId === group.id),
        children: childrenOf(group.id, depth + 1),
      }));
  return childrenOf(null, 0);
}

/** Whether the group or one under it has a course. */
export function hasCourses(node: GroupNode): boolean {
  return node.courses.length > 0 || node.children.some(hasCourses);
}
