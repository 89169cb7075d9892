import { createHash } from 'node:crypto';
import type { LocalText } from '#src/languages/contract.ts';
import type { GroupKind } from './contract.ts';

/**
 * The content of programmes and syllabi as pieces, whatever file or table they come from. A piece is
 * what an import previews and compares; `sequence` and `line` say where it stood and are not content.
 */
export type Piece =
  ProgrammePiece | GroupPiece | OutcomePiece | CoursePiece | SyllabusPiece | SyllabusOutcomePiece;

export interface ProgrammePiece {
  part: 'programme';
  programme: string;
  name: LocalText;
  diploma: LocalText;
  degree: string | null;
  duration: string | null;
  datedOn: string | null;
  totalCredits: number | null;
  documentName: string | null;
}

export interface GroupPiece {
  part: 'group';
  programme: string;
  code: string;
  parent: string | null;
  heading: string;
  kind: GroupKind;
  kindBasis: string | null;
  chooseCredits: number | null;
  ofCredits: number | null;
  chooseCount: number | null;
  ofCount: number | null;
  ruleText: string | null;
  sequence: number;
  line: number | null;
}

interface Statement {
  code: string;
  heading: string | null;
  statement: string;
  language: 'vi' | 'en';
  taxonomyLevels: string[];
  sequence: number;
  line: number | null;
}

export interface OutcomePiece extends Statement {
  part: 'outcome';
  programme: string;
}

export interface Hours {
  theory: number | null;
  practice: number | null;
  selfStudy: number | null;
}

export interface CoursePiece {
  part: 'course';
  programme: string;
  group: string;
  code: string | null;
  title: LocalText;
  credits: number | null;
  hours: Hours;
  counted: boolean;
  prerequisiteText: string | null;
  prerequisites: string[];
  sequence: number;
  line: number | null;
}

export interface SyllabusPiece {
  part: 'syllabus';
  syllabus: string;
  title: LocalText;
  credits: number | null;
  hours: Hours;
  objectives: string | null;
  topics: { label: string | null; title: string; line: number | null }[];
  documentName: string;
}

export interface SyllabusOutcomePiece extends Statement {
  part: 'syllabus-outcome';
  syllabus: string;
}

/** The programme or syllabus that a piece belongs to: the key of its own row. */
export function wholeKey(piece: Piece): string {
  return 'programme' in piece ? `programme:${piece.programme}` : `syllabus:${piece.syllabus}`;
}

/**
 * The keys of pieces, in their order: a code, with an ordinal where a document uses it twice; the
 * title where it has none.
 */
export function pieceKeys(pieces: readonly Piece[]): string[] {
  const seen = new Map<string, number>();
  return pieces.map((piece) => {
    const key = `${wholeKey(piece)}${withinWhole(piece)}`;
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return ordinal === 1 ? key : `${key}#${ordinal}`;
  });
}

function withinWhole(piece: Piece): string {
  if (piece.part === 'programme' || piece.part === 'syllabus') return '';
  if (piece.part !== 'course') return `/${piece.part}:${piece.code}`;
  return `/course:${piece.code ?? (piece.title.vi ?? piece.title.en ?? '').toLowerCase()}`;
}

const placeOnly = new Set(['sequence', 'line', 'documentName', 'part', 'path']);

/** The content of a piece as named texts: what is compared, hashed and shown in a difference. */
export function fieldsOf(piece: Piece): Map<string, string | null> {
  const fields = new Map<string, string | null>();
  const walk = (name: string, value: unknown): void => {
    if (value === null || value === undefined) return void fields.set(name, null);
    if (name === 'topics') return void fields.set(name, topicLines(piece as SyllabusPiece));
    if (Array.isArray(value)) return void fields.set(name, listed(name, value));
    if (typeof value !== 'object') return void fields.set(name, String(value));
    for (const [key, inner] of Object.entries(value)) walk(`${name}.${key}`, inner);
  };
  for (const [name, value] of Object.entries(piece)) if (!placeOnly.has(name)) walk(name, value);
  return fields;
}

/** Prerequisites are a set; the levels of an outcome keep their order. */
function listed(name: string, values: unknown[]): string {
  return (name === 'prerequisites' ? [...new Set(values)].sort() : values).join(', ');
}

function topicLines(piece: SyllabusPiece): string {
  return piece.topics.map((topic) => [topic.label, topic.title].join('\t')).join('\n');
}

export function pieceHash(piece: Piece): string {
  const fields = [...fieldsOf(piece)].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** The hash of a whole programme or syllabus: of its pieces, in any order. */
export function wholeHash(pieces: readonly Piece[]): string {
  const keys = pieceKeys(pieces);
  const lines = pieces.map((piece, index) => `${keys[index]} ${pieceHash(piece)}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Titles, names and outcomes as words for a person. */
export function pieceLabel(piece: Piece): string {
  const text = (local: LocalText) => local.vi ?? local.en ?? '';
  switch (piece.part) {
    case 'programme':
      return `${piece.programme} ${text(piece.name)}`;
    case 'group':
      return `${piece.programme} · ${piece.code} ${piece.heading}`;
    case 'course':
      return `${piece.programme} · ${piece.code ?? '—'} ${text(piece.title)}`;
    case 'syllabus':
      return `${piece.syllabus} ${text(piece.title)}`;
    case 'outcome':
      return `${piece.programme} · ${piece.code} ${piece.statement}`;
    case 'syllabus-outcome':
      return `${piece.syllabus} · ${piece.code} ${piece.statement}`;
  }
}
