import type { RowFinding } from '#src/imports/importer.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import type { DefinitionRow, ItemRow, RoleRow, ScaleRow } from '../importing/framework-row.ts';
import { cellsOf, tidy } from './cells.ts';
import type { Kept } from './kept.ts';
import { readItem, readRole, type Context } from './read-parts.ts';
import type { Line, Table, Tables } from './read-tables.ts';
import { bareRow } from '../importing/framework-row.ts';
import { isDefinition } from './row-shape.ts';
import { readScales, readWhole, type StandingWhole } from './read-whole.ts';
import type { SheetKey } from './sheets.ts';

/** What stands of the framework that a file names: what the file has no sheet or column for stays. */
export interface Standing extends StandingWhole {
  scales: ScaleRow[];
  items: ItemRow[];
  roles: RoleRow[];
  definitions: DefinitionRow[];
}

/** A row with the line that it was read from. */
export interface Placed extends ReadRow {
  sheet?: SheetKey;
  line?: Line;
}

/** The rows of a file, the framework first. */
export async function readFile(
  { tables, problems: general }: Tables,
  standing: (code: string) => Promise<Standing | undefined>,
): Promise<Placed[]> {
  const { kept, definitions } = readKept(tables.get('source'), general);
  let known: Standing | undefined;
  const whole = await readWhole(tables.get('framework'), kept, async (code) => {
    known = code === '' ? undefined : await standing(code);
    return known;
  });
  const scales: (ReadRow & { row: ScaleRow; line?: Line })[] = tables.has('scales')
    ? readScales(tables.get('scales'), kept, general)
    : (known?.scales ?? []).map((row) => ({ row }));
  const context = contextOf(tables, whole.row.uuid, scales, kept, known, general);
  const items = placedRows('items', tables.get('items'), context, known?.items, readItem);
  const fresh = { ...context, nextSequence: sequences() };
  const roles = placedRows('roles', tables.get('roles'), fresh, known?.roles, readRole);
  const own = definitions ?? known?.definitions ?? [];
  return [
    { ...whole, sheet: 'framework', problems: [...(whole.problems ?? []), ...general] },
    ...scales.map((one) => ({ ...one, sheet: 'scales' as const })),
    ...items,
    ...roles,
    ...own.map((row) => ({ row })),
  ];
}

function placedRows(
  sheet: SheetKey,
  table: Table | undefined,
  context: Context,
  standing: readonly (ItemRow | RoleRow)[] | undefined,
  read: (line: Line, table: Table, context: Context) => ReadRow,
): Placed[] {
  if (!table) return (standing ?? []).map((row) => ({ row: bareRow(row) }));
  return table.lines.map((line) => ({ ...read(line, table, context), sheet, line }));
}

function contextOf(
  tables: Tables['tables'],
  frameworkUuid: string,
  scales: readonly { row: ScaleRow }[],
  kept: Context['kept'],
  known: Standing | undefined,
  problems: RowFinding[],
): Context {
  const items = identifiersOf(tables.get('items'), known?.items);
  const roles = identifiersOf(tables.get('roles'), known?.roles);
  return {
    ...{ frameworkUuid, kept, items, roles, nextSequence: sequences() },
    levels: new Map(scales.map(({ row }) => [row.code, levelsOf(row)])),
    descriptors: linesOf(tables.get('descriptors'), 'item', items, problems),
    requirements: linesOf(tables.get('requirements'), 'role', roles, problems),
    before: new Map(
      [...(known?.items ?? []), ...(known?.roles ?? [])].map((row) => [
        `${row.type} ${row.sourceId}`,
        bareRow(row),
      ]),
    ),
  };
}

/** A number names a level before a code does. */
export function levelsOf({ levels }: ScaleRow): Map<string, number> {
  return new Map([
    ...levels.flatMap(({ code, level }) => (code === null ? [] : [[code, level] as const])),
    ...levels.map(({ level }) => [String(level), level] as const),
  ]);
}

/** Identifiers by code; the first line of a code counts, and the second one is refused later. */
function identifiersOf(
  table: Table | undefined,
  standing: readonly { code: string; sourceId: string }[] | undefined,
): Map<string, string> {
  const known = new Map((table ? [] : (standing ?? [])).map((row) => [row.code, row.sourceId]));
  for (const line of table?.lines ?? []) {
    const cells = cellsOf(line, table!, []);
    const code = cells.code('code');
    if (code !== '' && !known.has(code)) known.set(code, cells.code('identifier') || code);
  }
  return known;
}

/** The lines of a sheet by the code that they belong to; those that belong to nothing are named. */
function linesOf(
  table: Table | undefined,
  key: 'item' | 'role',
  known: ReadonlyMap<string, string>,
  problems: RowFinding[],
): Context['descriptors'] {
  if (!table) return undefined;
  const lines = new Map<string, Line[]>();
  for (const line of table.lines) {
    const code = cellsOf(line, table, []).code(key);
    if (known.has(code)) lines.set(code, [...(lines.get(code) ?? []), line]);
    else {
      const column = line.address(key);
      const detail = { value: code.slice(0, 80) };
      problems.push({ code: 'framework-line-lost', severity: 'warning', column, detail });
    }
  }
  return { table, lines };
}

/** What the program wrote beside the other sheets. */
function readKept(
  table: Table | undefined,
  problems: RowFinding[],
): { kept: Map<string, Kept> | undefined; definitions: DefinitionRow[] | undefined } {
  if (!table) return { kept: undefined, definitions: undefined };
  const pieces = new Map<string, string>();
  const lines = new Map<string, Line>();
  for (const line of table.lines) {
    const of = tidy(line.cell('of')?.text ?? '');
    pieces.set(of, (pieces.get(of) ?? '') + (line.cell('json')?.text ?? ''));
    lines.set(of, line);
  }
  const kept = new Map<string, Kept>();
  const definitions: DefinitionRow[] = [];
  for (const [of, json] of pieces) {
    const value = parsed(json);
    if (isDefinition(value)) definitions.push(value);
    else if (value && !of.startsWith('definition ')) kept.set(of, value as Kept);
    else {
      const column = lines.get(of)!.address('json');
      const detail = { value: of.slice(0, 80) };
      problems.push({ code: 'framework-source-broken', severity: 'warning', column, detail });
    }
  }
  return { kept, definitions };
}

function parsed(json: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(json) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The next place among the children of a parent, behind the one before it. */
export function sequences(): Context['nextSequence'] {
  const last = new Map<string | null, number>();
  return (parent, said) => {
    const place = said ?? (last.get(parent) ?? 0) + 1;
    last.set(parent, place);
    return place;
  };
}
