import type { RowFinding } from '#src/imports/importer.ts';
import type { Piece } from '../content.ts';
import type { LintFinding } from '../lint-structure.ts';
import { printable } from './printable.ts';
import { error } from './read-piece.ts';

/** A row in the making: a piece, or what is known of one that could not be read. */
export interface Draft<P extends Piece = Piece> {
  path: string;
  piece: P | null;
  label: string;
  problems: RowFinding[];
}

export const accepted = <P extends Piece>(drafts: readonly Draft<P>[]): P[] =>
  drafts.flatMap(({ piece, problems }) =>
    piece !== null && problems.every((problem) => problem.severity !== 'error') ? [piece] : [],
  );

export const isRejected = (draft: Draft): boolean => accepted([draft]).length === 0;

export function rejectAll(
  drafts: readonly Draft[],
  code: RowFinding['code'],
  detail: RowFinding['detail'],
): void {
  for (const draft of drafts) draft.problems.push(error(code, draft.path, detail));
}

/** Our names of fields → the names in the file, where they differ. */
const wireNames: Record<string, string> = {
  prerequisites: 'prereq',
  chooseCredits: 'choose_credits',
  ofCredits: 'of_credits',
  datedOn: 'version_date',
  outcomes: 'clos',
};

/** Puts the findings of lint on the rows of their pieces, under the names of the file. */
export function attach(drafts: readonly Draft[], findings: readonly LintFinding[]): void {
  const draftOf = new Map(drafts.map((draft) => [draft.piece as Piece | null, draft]));
  for (const { piece, field, code, severity, detail } of findings) {
    const draft = draftOf.get(piece);
    if (!draft) continue;
    draft.problems.push({ code, severity, column: column(draft, field), detail });
  }
}

function column({ path, piece }: Draft, field: string | null): string {
  if (field === null) return path;
  const [name = '', index] = field.split('.');
  const isCode = name === 'code' && piece?.part !== 'course';
  const wire = isCode ? 'id' : (wireNames[name] ?? name);
  return `${path}.${wire}${index === undefined ? '' : `[${index}]`}`;
}

/** Something to call a piece by that could not be read: the first short text found in it. */
export function roughLabel(raw: unknown, names: readonly string[]): string {
  const record = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const words = names
    .map((name) => record[name])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => printable(String(value)));
  return words.join(' ').slice(0, 120).toWellFormed() || '—';
}
