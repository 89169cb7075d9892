import type { z } from 'zod';
import {
  pieceLabel,
  type CoursePiece,
  type GroupPiece,
  type OutcomePiece,
  type ProgrammePiece,
} from '../content.ts';
import { programmeWarnings } from '../lint-content.ts';
import { structureErrors } from '../lint-structure.ts';
import { statementLanguage } from '../statement-language.ts';
import { accepted, attach, isRejected, rejectAll, roughLabel, type Draft } from './draft.ts';
import { listOf, readPiece } from './read-piece.ts';
import { WireCourse, WireGroup, WireOutcome, WireProgramme } from './wire.ts';

export interface ProgrammeDrafts {
  header: Draft<ProgrammePiece>;
  groups: Draft<GroupPiece>[];
  outcomes: Draft<OutcomePiece>[];
  courses: Draft<CoursePiece>[];
}

/** Reads one programme of a file, piece by piece, and looks it over. `known`: codes read before it. */
export function readProgramme(
  raw: unknown,
  path: string,
  known: ReadonlySet<string>,
  today: string,
): ProgrammeDrafts {
  const header = readHeader(raw, path);
  const code = header.piece?.programme ?? '';
  if (known.has(code)) rejectAll([header], 'programme-duplicate', { programme: code });
  const lists = ['groups', 'plos', 'courses'].map((name) => listOf(raw, name, path));
  header.problems.push(...lists.flatMap(({ problems }) => problems));
  const [groups, outcomes, courses] = lists.map(({ items }) => items);
  const drafts: ProgrammeDrafts = {
    header,
    groups: groups!.map((item, index) => readGroup(item, `${path}.groups[${index}]`, code, index)),
    outcomes: outcomes!.map((item, index) =>
      readOutcome(item, `${path}.plos[${index}]`, code, index),
    ),
    courses: courses!.map((item, index) =>
      readCourse(item, `${path}.courses[${index}]`, code, index),
    ),
  };
  lookOver(drafts, today);
  return drafts;
}

export const draftsOf = ({ header, groups, outcomes, courses }: ProgrammeDrafts): Draft[] => [
  header,
  ...groups,
  ...outcomes,
  ...courses,
];

function lookOver(drafts: ProgrammeDrafts, today: string): void {
  const { header, groups, outcomes, courses } = drafts;
  const all = draftsOf(drafts);
  if (isRejected(header)) {
    rejectAll([...groups, ...outcomes, ...courses], 'programme-rejected', {});
    return;
  }
  attach(all, structureErrors(accepted(groups), accepted(courses)));
  attach(
    all,
    programmeWarnings(
      header.piece!,
      accepted(groups),
      accepted(outcomes),
      accepted(courses),
      today,
    ),
  );
}

function draft<W, P extends ProgrammePiece | GroupPiece | OutcomePiece | CoursePiece>(
  schema: z.ZodType<W>,
  raw: unknown,
  path: string,
  named: readonly string[],
  piece: (wire: W) => P,
): Draft<P> {
  const { value, problems } = readPiece(schema, raw, path);
  if (value === undefined) return { path, piece: null, label: roughLabel(raw, named), problems };
  const read = piece(value);
  return { path, piece: read, label: pieceLabel(read), problems };
}

function readHeader(raw: unknown, path: string): Draft<ProgrammePiece> {
  return draft(WireProgramme, raw, path, ['moetCode', 'name_vi', 'name_en'], (wire) => ({
    part: 'programme',
    programme: wire.moetCode,
    name: { vi: wire.name_vi, en: wire.name_en },
    diploma: { vi: wire.diploma_vi, en: wire.diploma_en },
    degree: wire.degree,
    duration: wire.duration,
    datedOn: wire.version_date,
    totalCredits: wire.totalCredits,
    documentName: wire.file,
  }));
}

function readGroup(
  raw: unknown,
  path: string,
  programme: string,
  sequence: number,
): Draft<GroupPiece> {
  return draft(WireGroup, raw, path, ['id', 'heading'], (wire) => ({
    part: 'group',
    programme,
    code: wire.id,
    parent: wire.parent,
    heading: wire.heading,
    kind: wire.kind,
    kindBasis: wire.kind_basis,
    chooseCredits: wire.choose_credits,
    ofCredits: wire.of_credits,
    chooseCount: wire.choose_count,
    ofCount: wire.of_count,
    ruleText: wire.rule_text,
    sequence,
    line: wire.line,
  }));
}

function readOutcome(
  raw: unknown,
  path: string,
  programme: string,
  sequence: number,
): Draft<OutcomePiece> {
  return draft(WireOutcome, raw, path, ['id', 'text'], (wire) => ({
    part: 'outcome',
    programme,
    code: wire.id,
    heading: wire.group,
    statement: wire.text,
    language: statementLanguage(wire.text),
    taxonomyLevels: wire.levels ?? wire.bloom ?? [],
    sequence,
    line: wire.line,
  }));
}

function readCourse(
  raw: unknown,
  path: string,
  programme: string,
  sequence: number,
): Draft<CoursePiece> {
  return draft(WireCourse, raw, path, ['code', 'vi', 'en'], (wire) => ({
    part: 'course',
    programme,
    group: wire.group,
    code: wire.code,
    title: { vi: wire.vi, en: wire.en },
    credits: wire.credits,
    hours: wire.hours,
    counted: wire.counted,
    prerequisiteText: wire.prereq_text,
    prerequisites: wire.prereq,
    sequence,
    line: wire.line,
  }));
}
