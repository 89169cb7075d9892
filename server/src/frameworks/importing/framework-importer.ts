import type {
  ImportFormat,
  Importer,
  ParseContext,
  ParsedRow,
  RowFinding,
} from '#src/imports/importer.ts';
import { canonicalHash } from '#src/measures/canonical-json.ts';
import { mayImportFrameworks } from '../access.ts';
import { applyFramework } from './apply-framework.ts';
import { compareFramework, frameworkDifferences } from './compare-framework.ts';
import { inOneOrder, rowKey, type AnyRow } from './framework-row.ts';
import { lintFramework } from './lint-framework.ts';
import { lintTexts } from './lint-texts.ts';

/** One row as a format reads it: what it says, and what is wrong with its cells. */
export interface ReadRow {
  row: AnyRow;
  /** codes of imports/framework-finding-words.ts */
  problems?: RowFinding[];
}

export interface FrameworkFormat {
  format: ImportFormat;
  /** the whole file has to be in memory: its limit, unpacked */
  unpackedLimitBytes?: number;
  readsBytes?: true;
  /**
   * 'published': its source has published it, and it is kept as a new published version.
   * 'draft': it goes into the open draft of a framework that is drafted here.
   */
  into: 'published' | 'draft';
  detect(head: Buffer, fileName: string): boolean;
  /** The framework row first; throws Problem('file-not-in-format') where the whole cannot be read. */
  read(content: AsyncIterable<Buffer>, context: ParseContext): AsyncIterable<ReadRow>;
}

/** An importer for a format of frameworks: the format reads, all of them are compared and applied in one way. */
export function frameworkImporter(format: FrameworkFormat): Importer {
  const { into } = format;
  return {
    kind: 'framework',
    format: format.format,
    // previews are compared anew: only frameworks in use feed figures, and they move the input themselves
    input: null,
    defaultSource: null,
    access: mayImportFrameworks,
    ...(format.unpackedLimitBytes === undefined
      ? {}
      : { unpackedLimitBytes: format.unpackedLimitBytes }),
    ...(format.readsBytes ? { readsBytes: true } : {}),
    detect: (head, fileName) => format.detect(head, fileName),
    async *parse(content, context) {
      let rowNumber = 0;
      for await (const { row, problems = [] } of format.read(content, context)) {
        rowNumber += 1;
        yield parsedRow(rowNumber, row, problems);
      }
    },
    finishStaging: lintFramework,
    diff: (trx, run) => compareFramework(trx, run, into),
    differences: (db, run, rows) => frameworkDifferences(db, run, rows, into),
    apply: (trx, run, actor, onProgress) => applyFramework(trx, run, actor, into, onProgress),
    label: rowLabel,
  };
}

function parsedRow(rowNumber: number, row: AnyRow, problems: RowFinding[]): ParsedRow {
  const payload = inOneOrder(row);
  return {
    rowNumber,
    key: rowKey(row),
    contentSha256: canonicalHash(payload),
    payload,
    held: false,
    problems: [...problems, ...lintTexts(row)],
  };
}

/** Vietnamese before English before whatever there is. */
export function rowLabel(payload: unknown): string {
  const row = payload as AnyRow;
  if (row.type === 'definition') return String(row.body.title ?? row.uuid);
  const texts = (row.texts ?? []).filter(({ field }) => field === 'label' || field === 'title');
  const text = texts.find(({ language }) => language === 'vi') ?? texts[0];
  return [row.code, text?.value].filter(Boolean).join(' — ');
}
