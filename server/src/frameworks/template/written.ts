import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadCell } from '#src/files/read-workbook.ts';
import { inOneOrder, rowKey } from '../importing/framework-row.ts';
import type {
  AnyRow,
  DefinitionRow,
  FrameworkRow,
  ItemRow,
  RoleRow,
  ScaleRow,
} from '../importing/framework-row.ts';
import { tidy } from './cells.ts';
import { keptOf } from './kept.ts';
import { readItem, readRole, type Context } from './read-parts.ts';
import { levelsOf, sequences } from './read-file.ts';
import type { Line, Table } from './read-tables.ts';
import { readScales, readWhole } from './read-whole.ts';
import type { SheetKey } from './sheets.ts';
import {
  descriptorLines,
  itemLine,
  requirementLines,
  roleLine,
  scaleLines,
  wholeLine,
  type Written,
} from './to-lines.ts';

/** A whole version as rows, parents before their children. */
export interface Content {
  about: FrameworkRow;
  scales: ScaleRow[];
  items: ItemRow[];
  roles: RoleRow[];
  definitions: DefinitionRow[];
}

export type Lines = Record<SheetKey, Written[]>;

const PIECE = 30_000;

/**
 * The lines of every sheet. Each row is read back from its own lines by what imports read them with, and
 * what does not come back stands word for word in the sheet of source data: nothing is lost.
 */
export async function linesOf(content: Content): Promise<Lines> {
  const lines: Lines = {
    ...{ framework: [], items: [], descriptors: [], roles: [], requirements: [], scales: [] },
    source: [],
  };
  const keep = (read: AnyRow, row: AnyRow) => {
    const kept = keptOf(inOneOrder(read), inOneOrder(row));
    if (kept) lines.source.push(...piecesOf(tidy(rowKey(read)), kept));
  };
  const codes = codesOf(content);

  const about = wholeLine(content.about);
  lines.framework.push(about);
  keep((await readWhole(tableOf([about]), undefined, async () => undefined)).row, content.about);
  for (const scale of content.scales) {
    const own = scaleLines(scale);
    lines.scales.push(...own);
    const read = readScales(tableOf(own), undefined, [])[0];
    if (read) keep(read.row, scale);
  }
  const context = contextOf(content, codes);
  for (const [at, item] of content.items.entries()) {
    // others get their turn while a large framework is written
    if (at % 200 === 199) await nextTurn();
    const line = itemLine(item, codes);
    const own = descriptorLines(item);
    lines.items.push(line);
    lines.descriptors.push(...own);
    keep(readBack(readItem, line, { ...context, descriptors: gathered(item.code, own) }), item);
  }
  const fresh = { ...context, nextSequence: sequences() };
  for (const role of content.roles) {
    const line = roleLine(role, codes);
    const own = requirementLines(role, codes);
    lines.roles.push(line);
    lines.requirements.push(...own);
    keep(readBack(readRole, line, { ...fresh, requirements: gathered(role.code, own) }), role);
  }
  for (const row of content.definitions) lines.source.push(...piecesOf(rowKey(row), row));
  return lines;
}

/** The codes that lines name others by. */
export interface Codes {
  items: ReadonlyMap<string, string>;
  roles: ReadonlyMap<string, string>;
}

function codesOf({ items, roles }: Content): Codes {
  const byIdentifier = (rows: readonly { sourceId: string; code: string }[]) =>
    new Map(rows.map(({ sourceId, code }) => [sourceId, code]));
  return { items: byIdentifier(items), roles: byIdentifier(roles) };
}

function contextOf(content: Content, codes: Codes): Context {
  const identifiers = (known: ReadonlyMap<string, string>) => {
    const read = new Map<string, string>();
    for (const [sourceId, code] of known) {
      const [said, own] = [codeAsRead(code), codeAsRead(sourceId)];
      if (said !== '' && !read.has(said)) read.set(said, own || said);
    }
    return read;
  };
  return {
    frameworkUuid: content.about.uuid,
    ...{ items: identifiers(codes.items), roles: identifiers(codes.roles) },
    levels: new Map(content.scales.map((scale) => [scale.code, levelsOf(scale)])),
    ...{ descriptors: undefined, requirements: undefined, kept: new Map(), before: new Map() },
    nextSequence: sequences(),
  };
}

const codeAsRead = (code: string) => tidy(code).replace(/\s+/g, ' ');

function gathered(code: string, lines: readonly Written[]): Context['descriptors'] {
  const table = tableOf(lines);
  return { table, lines: new Map([[codeAsRead(code), table.lines]]) };
}

function readBack<Row extends AnyRow>(
  read: (line: Line, table: Table, context: Context) => { row: Row | AnyRow },
  written: Written,
  context: Context,
): AnyRow {
  const table = tableOf([written]);
  return read(table.lines[0]!, table, context).row;
}

/** Lines as a reader would find them in a workbook. */
function tableOf(lines: readonly Written[]): Table {
  const keys = new Set(lines.flatMap((line) => Object.keys(line)));
  return {
    name: '',
    columns: new Map([...keys].map((key) => [key, 'A'])),
    lines: lines.map((line, index) => ({
      ...{ row: index + 2, further: [], address: () => '' },
      cell: (key) => cellAsRead(line[key]),
    })),
  };
}

function cellAsRead(value: string | number | null | undefined): ReadCell {
  if (value === null || value === undefined || value === '') return { text: '', kind: 'empty' };
  return { text: String(value), kind: 'text' };
}

/** As many lines as one text needs, no character split between two. */
function piecesOf(of: string, value: unknown): Written[] {
  const json = JSON.stringify(value).replace(
    // what no XML can hold
    // oxlint-disable-next-line no-control-regex
    /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const pieces: Written[] = [];
  for (let from = 0, part = 1; from < json.length; from += PIECE, part += 1) {
    pieces.push({ of, part, json: json.slice(from, from + PIECE) });
  }
  return pieces;
}
