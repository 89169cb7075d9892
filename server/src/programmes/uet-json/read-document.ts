import { Problem } from '#src/errors.ts';
import type { ParsedRow } from '#src/imports/importer.ts';
import { pieceHash, pieceKeys, wholeHash, type Piece } from '../content.ts';
import { accepted, isRejected, type Draft } from './draft.ts';
import { printable } from './printable.ts';
import { draftsOf, readProgramme, type ProgrammeDrafts } from './read-programme.ts';
import { lookOverSyllabi, readSyllabus, type SyllabusDrafts } from './read-syllabus.ts';

/**
 * A large university publishes some ten thousand pieces, a programme some hundred. Far beyond that a
 * document would ask for too much memory, and one programme for too much time at a stretch.
 */
const MOST_PIECES = { file: 100_000, programme: 5_000 };

/** A row's payload. */
export interface Payload {
  /** where the piece stood in the file */
  path: string;
  label: string;
  /** null when it was rejected */
  piece: Piece | null;
  /** on the row of a programme or syllabus: the hash of all of it */
  whole: string | null;
}

/**
 * The rows of a document: of every programme its header, groups, outcomes and courses, then of every
 * syllabus its header and outcomes, in the order of the file. `pause` is awaited between them.
 * Throws file-not-in-format.
 */
export async function* readDocument(
  text: string,
  today: string,
  pause: () => Promise<void>,
): AsyncGenerator<ParsedRow> {
  const { programmes: rawProgrammes, syllabi: rawSyllabi } = open(text);
  const programmes: ProgrammeDrafts[] = [];
  const codes = new Set<string>();
  for (const [index, raw] of rawProgrammes.entries()) {
    const programme = readProgramme(raw, `programmes[${index}]`, codes, today);
    for (const { programme: code } of accepted([programme.header])) codes.add(code);
    programmes.push(programme);
    await pause();
  }
  const syllabi: SyllabusDrafts[] = [];
  const syllabusCodes = new Set<string>();
  for (const [index, raw] of rawSyllabi.entries()) {
    const syllabus = readSyllabus(raw, `syllabi[${index}]`, syllabusCodes);
    for (const { syllabus: code } of accepted([syllabus.header])) syllabusCodes.add(code);
    syllabi.push(syllabus);
    if (index % 50 === 0) await pause();
  }
  lookOverSyllabi(
    syllabi,
    programmes.flatMap(({ courses }) => accepted(courses)),
  );
  let rowNumber = 0;
  for (const drafts of [
    ...programmes.map(draftsOf),
    ...syllabi.map(({ header, outcomes }): Draft[] => [header, ...outcomes]),
  ]) {
    for (const row of rowsOf(drafts)) yield { ...row, rowNumber: (rowNumber += 1) };
    await pause();
  }
}

/** The rows of one programme or syllabus, its own row first, with the hash of the whole. */
function rowsOf(drafts: readonly Draft[]): Omit<ParsedRow, 'rowNumber'>[] {
  const pieces = accepted(drafts);
  const keys = new Map(pieceKeys(pieces).map((key, index) => [pieces[index], key]));
  const whole = wholeHash(pieces);
  return drafts.map((draft, index) => {
    const piece = isRejected(draft) ? null : draft.piece;
    return {
      key: piece && (keys.get(piece) ?? null),
      contentSha256: piece && (index === 0 ? whole : pieceHash(piece)),
      payload: {
        path: draft.path,
        label: draft.label,
        piece,
        whole: piece && index === 0 ? whole : null,
      } satisfies Payload,
      held: false,
      problems: draft.problems,
    };
  });
}

function open(text: string): { programmes: unknown[]; syllabi: unknown[] } {
  const refuse = (what: string): never => {
    throw new Problem('file-not-in-format', { format: 'uet-json', what });
  };
  const document = (() => {
    try {
      return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
    } catch (fault) {
      return refuse(`JSON: ${printable((fault as Error).message)}`);
    }
  })();
  if (typeof document !== 'object' || document === null) return refuse('{ "programmes": […] }');
  const list = (name: 'programmes' | 'syllabi'): unknown[] => {
    const value = (document as Record<string, unknown>)[name] ?? [];
    return Array.isArray(value) ? value : refuse(`"${name}": […]`);
  };
  const lists = { programmes: list('programmes'), syllabi: list('syllabi') };
  if (lists.programmes.length + lists.syllabi.length === 0) refuse('"programmes", "syllabi"');
  checkSize([...lists.programmes, ...lists.syllabi].map(countPieces));
  return lists;
}

function countPieces(whole: unknown): number {
  const parts = Object.values((whole ?? {}) as object).filter(Array.isArray);
  return parts.reduce((count, part) => count + part.length, 1);
}

function checkSize(counts: readonly number[]): void {
  let all = 0;
  for (const count of counts) {
    all += count;
    if (count > MOST_PIECES.programme) {
      throw new Problem('file-has-too-many-parts', { count, limit: MOST_PIECES.programme });
    }
  }
  if (all > MOST_PIECES.file) {
    throw new Problem('file-has-too-many-parts', { count: all, limit: MOST_PIECES.file });
  }
}
