import type { RowFinding } from '#src/imports/importer.ts';
import type { TableRow } from '#src/imports/table-rows.ts';
import type { ReadRow } from './framework-importer.ts';
import type { ItemRow } from './framework-row.ts';
import { nameUuid } from './name-uuid.ts';

/** A row of a table that cannot become part of anything: it is shown among those rejected. */
export interface BrokenRow {
  file: string;
  line: number;
  /** what stands in it, for the person who has to find it */
  written: string;
  problem: RowFinding;
}

/** Of a row whose cells could not be told apart. */
export function brokenRow(file: string, row: Exclude<TableRow, { fault: null }>): BrokenRow {
  const { line, found, expected, first } = row;
  const code = row.fault === 'cells' ? 'framework-row-cells' : 'framework-row-quotes';
  return brokenLine(file, line, first, { code, detail: { file, line, found, expected } });
}

export function brokenLine(
  file: string,
  line: number,
  written: string,
  {
    code,
    column = null,
    detail = { file, line },
  }: Pick<RowFinding, 'code'> & Partial<Pick<RowFinding, 'column' | 'detail'>>,
): BrokenRow {
  const problem: RowFinding = { code, severity: 'error', column, detail };
  return { file, line, written: written.slice(0, 80), problem };
}

export function rejectedRow(
  namespace: string,
  { file, line, written, problem }: BrokenRow,
): ReadRow {
  const name = `${file}:${line}`;
  const row: ItemRow = {
    ...{ type: 'item', sourceId: name, uuid: nameUuid(namespace, name), uri: null, code: name },
    ...{ kind: 'competency', sourceKind: null, parent: null, sequence: 0 },
    texts: [{ field: 'label', language: 'und', value: written.trim() || name }],
    ...{ aliases: [], level: null, levels: [], relations: [], extra: {} },
  };
  return { row, problems: [problem] };
}

/** What a bundle lacks, and what of it is not read: one finding each, on the whole. */
export function filesFindings(missing: readonly string[], unread: readonly string[]): RowFinding[] {
  const finding = (code: RowFinding['code'], files: readonly string[]): RowFinding[] =>
    files.length === 0
      ? []
      : [{ code, severity: 'warning', column: null, detail: { files: files.join(', ') } }];
  return [
    ...finding('framework-files-missing', missing),
    ...finding('framework-files-unread', unread),
  ];
}
