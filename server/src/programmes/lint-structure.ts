import type { FindingCode } from '#src/imports/finding-words.ts';
import type { CoursePiece, GroupPiece, Piece } from './content.ts';

/** A finding of lint, on a field of a piece in our own names; the file format knows its own names of them. */
export interface LintFinding {
  piece: Piece;
  field: string | null;
  code: FindingCode;
  severity: 'error' | 'warning';
  detail: Record<string, string | number>;
}

/** No document nests its blocks deeper; a file that does is not a programme. */
const deepest = 20;

/**
 * What makes a piece of one programme unusable: a group whose place is unknown or circular, a course
 * in no group. Whatever lies in a rejected group is rejected with it.
 */
export function structureErrors(
  groups: readonly GroupPiece[],
  courses: readonly CoursePiece[],
): LintFinding[] {
  const findings: LintFinding[] = [];
  const known = new Map<string, GroupPiece>();
  for (const group of groups) {
    if (known.has(group.code)) {
      findings.push(error(group, 'code', 'group-duplicate', { group: group.code }));
    } else known.set(group.code, group);
  }
  const placed = new Map<GroupPiece, LintFinding | null>();
  for (const group of known.values()) {
    const fault = placeFault(group, known, placed);
    if (fault) findings.push(fault);
  }
  for (const course of courses) {
    const group = known.get(course.group);
    if (!group || placed.get(group) !== null) {
      findings.push(error(course, 'group', 'group-unknown', { group: course.group }));
    }
  }
  return findings;
}

/** Walks up to the top of the programme; remembers for every group on the way what it found. */
function placeFault(
  group: GroupPiece,
  known: ReadonlyMap<string, GroupPiece>,
  placed: Map<GroupPiece, LintFinding | null>,
): LintFinding | null {
  const before = placed.get(group);
  if (before !== undefined) return before;
  const path = [group];
  let fault: LintFinding | null = null;
  for (let at = group; at.parent !== null && fault === null; at = path.at(-1)!) {
    const parent = known.get(at.parent);
    const blame = (code: FindingCode, detail: LintFinding['detail']) =>
      error(group, 'parent', code, detail);
    if (!parent || placed.get(parent)) {
      fault = blame('group-parent-unknown', { parent: at.parent });
    } else if (path.includes(parent)) {
      const circle = [...path.slice(path.indexOf(parent)), parent];
      fault = blame('group-circular', { path: circle.map(({ code }) => code).join(' → ') });
    } else if (path.length >= deepest) {
      fault = blame('group-too-deep', { limit: deepest });
    } else path.push(parent);
    if (fault) break;
  }
  placed.set(group, fault);
  return fault;
}

function error(
  piece: Piece,
  field: string,
  code: FindingCode,
  detail: LintFinding['detail'],
): LintFinding {
  return { piece, field, code, severity: 'error', detail };
}
