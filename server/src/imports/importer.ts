import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Input } from '#src/measures/input-revision.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { Jobs } from '#src/jobs/jobs.ts';
import type { AccessRule } from '#src/platform.ts';
import type { ImportKind, StartImport } from './contract.ts';
import type { FindingCode } from './finding-words.ts';

export type ImportFormat = NonNullable<StartImport['format']>;

/** A finding on a row (column null) or one of its cells; `detail` fills the {placeholders} of its words. */
export interface RowFinding {
  code: FindingCode;
  /** error: the row is rejected; hold: kept, but out of the figures until a person admits it; warning: kept as written */
  severity: 'error' | 'warning' | 'hold';
  column: string | null;
  detail: Record<string, string | number>;
}

export interface ParsedRow {
  /** from 1, rising, the same at every reading of the same file */
  rowNumber: number;
  /** names the thing across imports; null when the row is rejected before a key can be made */
  key: string | null;
  /** of everything that matters about the row; equal hashes mean that nothing changed */
  contentSha256: string | null;
  /** plain JSON; of a rejected row at least what `label` needs */
  payload: unknown;
  held: boolean;
  problems: RowFinding[];
}

/** An import run as the importers see it. */
export interface Run {
  id: string;
  kind: ImportKind;
  format: ImportFormat;
  source: string | null;
  institutionName: string | null;
  /** of a framework, as the request names it: for formats whose files do not say it */
  statedVersion: string | null;
  fileSha256: string;
  fileName: string;
  ownerOrganisationId: number;
}

export interface StagedRow {
  rowNumber: number;
  key: string | null;
  payload: unknown;
}

export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

export interface ParseContext {
  db: Kysely<DB>;
  run: Run;
  /** the day on which the run was started, YYYY-MM-DD in Vietnam: dates after it lie in the future */
  today: string;
}

/**
 * What a room gives so that one of its file formats can be imported. The machinery of this room
 * stores the file, unpacks it, checks that it is UTF-8, stages, previews, applies and resumes; it
 * marks rows with an error as 'rejected' by itself and never shows them to `diff` or `apply` again.
 */
export interface Importer {
  kind: ImportKind;
  format: ImportFormat;
  /**
   * what a change of this kind moves; the machinery moves it in the transaction of `apply`. null: it feeds
   * no figure, and a preview is compared anew each time that it is asked for
   */
  input: Input | null;
  /** written into the run when the request names no source */
  defaultSource: string | null;
  /** where the parser needs the whole file in memory; 256 MB otherwise */
  unpackedLimitBytes?: number;
  /** the content is no text: `parse` gets the bytes as they are and looks after their encoding itself */
  readsBytes?: true;
  /** rows are about people: they go when the run is applied, and after a week without a word */
  personal?: true;
  /** who may bring such files in and look at them, where it is fewer than those who import others */
  access?: AccessRule;
  /** Refuses a request that lacks something, e.g. the institution of a programme. Throws Problem. */
  checkRequest?(request: { source: string | null; institutionName: string | null }): void;
  /** `head`: the first 64 kB, unpacked. */
  detect(head: Buffer, fileName: string): boolean;
  /** `content`: unpacked bytes that are valid UTF-8 (a BOM may lead). Throws Problem('file-not-in-format'). */
  parse(content: AsyncIterable<Buffer>, context: ParseContext): AsyncIterable<ParsedRow>;
  /** Lint over all rows once they are staged: templates, duplicates. Set-based over import_row, see staged-rows.ts. */
  finishStaging?(trx: Transaction<DB>, run: Run): Promise<void>;
  /** Says of every row that is not rejected what it would do: new, changed, same (or a removed row it adds). Repeatable. */
  diff(trx: Transaction<DB>, run: Run): Promise<void>;
  /** What stands in the database and what the file says, by row number, for rows with change = 'changed'. */
  differences(db: Kysely<DB>, run: Run, rows: StagedRow[]): Promise<Map<number, Difference[]>>;
  /**
   * Writes the new and changed rows in the transaction it is given, links included. Calls
   * `onProgress` with the rows done so far and awaits it: that is where other work gets its turn.
   */
  apply(
    trx: Transaction<DB>,
    run: Run,
    actor: Actor,
    onProgress: (appliedRows: number) => Promise<void>,
    jobs: Jobs,
  ): Promise<void>;
  /** The row in words, e.g. title — employer. */
  label(payload: unknown): string;
}
