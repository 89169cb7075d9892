import { fieldsOf, pieceHash, pieceKeys, type Piece } from './content.ts';
import type { CurrentWhole } from './current-content.ts';

/** A piece of a file under its key, its own row's number with it. */
export interface StagedPiece {
  rowNumber: number;
  key: string;
  piece: Piece;
}

/** A programme or syllabus of a file: its own piece first, the hash of all of it. */
export interface StagedWhole {
  contentSha256: string;
  pieces: StagedPiece[];
}

export interface Comparison {
  changes: { rowNumber: number; change: 'new' | 'changed' | 'same' }[];
  /** what stands and the file no longer names */
  removed: { key: string; piece: Piece }[];
}

/**
 * What a programme or syllabus of a file would do to the one that stands. The row of the whole is
 * changed when anything in it is: then it becomes the next version.
 */
export function compareWhole(staged: StagedWhole, current: CurrentWhole | undefined): Comparison {
  if (!current) {
    return {
      changes: staged.pieces.map(({ rowNumber }) => ({ rowNumber, change: 'new' })),
      removed: [],
    };
  }
  const standing = keyed(current);
  const same = staged.contentSha256 === current.contentSha256;
  const changes = staged.pieces.map(({ rowNumber, key, piece }, index) => {
    const before = standing.get(key);
    if (same) return { rowNumber, change: 'same' as const };
    if (index === 0) return { rowNumber, change: 'changed' as const };
    if (!before) return { rowNumber, change: 'new' as const };
    const change =
      pieceHash(before) === pieceHash(piece) ? ('same' as const) : ('changed' as const);
    return { rowNumber, change };
  });
  const named = new Set(staged.pieces.map(({ key }) => key));
  const removed = [...standing].flatMap(([key, piece]) =>
    same || named.has(key) ? [] : [{ key, piece }],
  );
  return { changes, removed };
}

export function keyed(whole: CurrentWhole): Map<string, Piece> {
  const keys = pieceKeys(whole.pieces);
  return new Map(whole.pieces.map((piece, index) => [keys[index]!, piece]));
}

/** The fields in which two pieces differ, each as it is and as it would be. */
export function fieldDifferences(
  before: Piece,
  after: Piece,
): { field: string; before: string | null; after: string | null }[] {
  const old = fieldsOf(before);
  const next = fieldsOf(after);
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: next.get(field) ?? null }))
    .filter((difference) => difference.before !== difference.after);
}
