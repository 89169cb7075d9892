import type { RowFinding } from '#src/imports/importer.ts';
import {
  pieceLabel,
  type CoursePiece,
  type SyllabusOutcomePiece,
  type SyllabusPiece,
} from '../content.ts';
import { syllabusWarnings } from '../lint-content.ts';
import { statementLanguage } from '../statement-language.ts';
import { accepted, attach, isRejected, rejectAll, roughLabel, type Draft } from './draft.ts';
import { error, listOf, readPiece } from './read-piece.ts';
import { WireOutcome, WireSyllabus, WireTopic } from './wire.ts';

export interface SyllabusDrafts {
  header: Draft<SyllabusPiece>;
  outcomes: Draft<SyllabusOutcomePiece>[];
}

/** Reads one syllabus. The code inside the text speaks before the one in the file's name. */
export function readSyllabus(
  raw: unknown,
  path: string,
  known: ReadonlySet<string>,
): SyllabusDrafts {
  const header = readHeader(raw, path);
  const code = header.piece?.syllabus ?? '';
  if (known.has(code)) rejectAll([header], 'syllabus-duplicate', { syllabus: code });
  const list = listOf(raw, 'clos', path);
  header.problems.push(...list.problems);
  const outcomes = list.items.map((item, index) =>
    readOutcome(item, `${path}.clos[${index}]`, code, index),
  );
  if (isRejected(header)) rejectAll(outcomes, 'syllabus-rejected', {});
  return { header, outcomes };
}

/** Looks over all syllabi of a file, beside the courses of its programmes. */
export function lookOverSyllabi(
  syllabi: readonly SyllabusDrafts[],
  courses: readonly CoursePiece[],
): void {
  const headers = syllabi.map(({ header }) => header);
  const outcomes = syllabi.flatMap((syllabus) => syllabus.outcomes);
  attach(
    [...headers, ...outcomes],
    syllabusWarnings(accepted(headers), accepted(outcomes), courses),
  );
}

function readHeader(raw: unknown, path: string): Draft<SyllabusPiece> {
  const label = roughLabel(raw, ['code', 'title_vi', 'title_en', 'file']);
  const { value: wire, problems } = readPiece(WireSyllabus, raw, path);
  if (wire === undefined) return { path, piece: null, label, problems };
  const code = wire.code_in_text ?? wire.code;
  if (code === null) {
    return { path, piece: null, label, problems: [error('value-missing', `${path}.code`)] };
  }
  const topics = readTopics(raw, path);
  const piece: SyllabusPiece = {
    part: 'syllabus',
    syllabus: code,
    title: { vi: wire.title_vi, en: wire.title_en },
    credits: wire.credits,
    hours: wire.hours,
    objectives: wire.objectives,
    topics: topics.items,
    documentName: wire.file,
  };
  return { path, piece, label: pieceLabel(piece), problems: topics.problems };
}

/** Topics are shown and never counted: an unreadable one is left out and does not reject the syllabus. */
function readTopics(
  raw: unknown,
  path: string,
): { items: SyllabusPiece['topics']; problems: RowFinding[] } {
  const list = listOf(raw, 'topics', path);
  const read = list.items.map((item, index) => ({
    column: `${path}.topics[${index}]`,
    ...readPiece(WireTopic, item, `${path}.topics[${index}]`),
  }));
  return {
    items: read.flatMap(({ value }) => value ?? []),
    problems: [
      ...list.problems.map((problem) => ({ ...problem, severity: 'warning' as const })),
      ...read
        .filter(({ value }) => value === undefined)
        .map(({ column, problems }): RowFinding => ({
          code: 'topic-left-out',
          severity: 'warning',
          column: problems[0]?.column ?? column,
          detail: {},
        })),
    ],
  };
}

function readOutcome(
  raw: unknown,
  path: string,
  syllabus: string,
  sequence: number,
): Draft<SyllabusOutcomePiece> {
  const { value: wire, problems } = readPiece(WireOutcome, raw, path);
  if (wire === undefined) {
    return { path, piece: null, label: roughLabel(raw, ['id', 'text']), problems };
  }
  const piece: SyllabusOutcomePiece = {
    part: 'syllabus-outcome',
    syllabus,
    code: wire.id,
    heading: wire.group,
    statement: wire.text,
    language: statementLanguage(wire.text),
    taxonomyLevels: wire.levels ?? wire.bloom ?? [],
    sequence,
    line: wire.line,
  };
  return { path, piece, label: pieceLabel(piece), problems };
}
