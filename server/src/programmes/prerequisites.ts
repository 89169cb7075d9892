import { byCourseCode } from './course-code.ts';

export interface CourseWithPrerequisites {
  code: string | null;
  prerequisites: readonly string[];
}

/** A prerequisite as written, and the course of the same programme that it names, if there is one. */
export interface Prerequisite<T> {
  code: string;
  course: T | null;
}

/** The prerequisites of every course, each code once. */
export function resolvePrerequisites<T extends CourseWithPrerequisites>(
  courses: readonly T[],
): Map<T, Prerequisite<T>[]> {
  const find = byCourseCode(courses, (course) => course.code);
  return new Map(
    courses.map((course) => [
      course,
      [...new Set(course.prerequisites)].map((code) => ({ code, course: find(code) ?? null })),
    ]),
  );
}

/** Circles among prerequisites, each as the courses on it in order; every course is on at most one of them. */
export function circles<T>(prerequisites: ReadonlyMap<T, Prerequisite<T>[]>): T[][] {
  const waitsFor = new Map<T, Set<T>>();
  const neededBy = new Map<T, Set<T>>();
  for (const [course, codes] of prerequisites) {
    waitsFor.set(course, new Set(codes.flatMap(({ course: before }) => before ?? [])));
    for (const before of waitsFor.get(course) ?? []) {
      neededBy.set(before, (neededBy.get(before) ?? new Set()).add(course));
    }
  }
  const leave = (course: T) => {
    for (const after of neededBy.get(course) ?? []) waitsFor.get(after)?.delete(course);
    waitsFor.delete(course);
  };
  const leaveAllFree = (candidates: Iterable<T>) => {
    const queue = [...candidates];
    for (let course = queue.pop(); course !== undefined; course = queue.pop()) {
      if (waitsFor.get(course)?.size !== 0) continue;
      leave(course);
      for (const after of neededBy.get(course) ?? []) queue.push(after);
    }
  };
  leaveAllFree(waitsFor.keys());
  const found: T[][] = [];
  for (let start = first(waitsFor.keys()); start !== undefined; start = first(waitsFor.keys())) {
    const circle = walkCircle(start, waitsFor);
    found.push(circle);
    for (const course of circle) leave(course);
    leaveAllFree(circle.flatMap((course) => [...(neededBy.get(course) ?? [])]));
  }
  return found;
}

/** Everybody left waits for somebody: following that, one comes back to where one was. */
function walkCircle<T>(start: T, waitsFor: ReadonlyMap<T, Set<T>>): T[] {
  const path: T[] = [];
  const at = new Map<T, number>();
  for (let course = start; ; course = first(waitsFor.get(course)!)!) {
    const before = at.get(course);
    if (before !== undefined) return path.slice(before);
    at.set(course, path.length);
    path.push(course);
  }
}

function first<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value;
  return undefined;
}
