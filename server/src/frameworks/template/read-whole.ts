import type { RowFinding } from '#src/imports/importer.ts';
import { readDay } from '#src/languages/read-day.ts';
import { plain } from '#src/languages/plain.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import { inOneOrder, type FrameworkRow, type ScaleRow } from '../importing/framework-row.ts';
import { nameUuid, URL_NAMESPACE } from '../importing/name-uuid.ts';
import { cellsOf, type Cells } from './cells.ts';
import { completed, type Kept } from './kept.ts';
import type { Line, Table } from './read-tables.ts';
import { SCALE_KINDS } from './words.ts';

/** The framework that stands under a code, where there is one: what a file does not say stays as it is. */
export interface StandingWhole {
  uuid: string;
  about: FrameworkRow | undefined;
}

/** What the file is about: the row of the framework. `standing` is asked with the code that the file gives. */
export async function readWhole(
  table: Table | undefined,
  kept: ReadonlyMap<string, Kept> | undefined,
  standing: (code: string) => Promise<StandingWhole | undefined>,
): Promise<ReadRow & { row: FrameworkRow }> {
  const problems: RowFinding[] = [];
  const line = table?.lines[0];
  const cells = line && cellsOf(line, table!, problems);
  const code = codeOf(cells);
  const known = await standing(code);
  const before = known?.about;
  const has = (key: string) => table?.columns.has(key) ?? false;
  const text = (key: string) => (has(key) ? cells!.text(key) : undefined);
  const version = text('version') ?? before?.version ?? '';
  if (version === '' && cells && code !== '') {
    cells.say('framework-value-missing', 'version', { value: 'Phiên bản / Version' }, 'warning');
  }
  const publisher = text('publisher');
  const further = Object.fromEntries((line?.further ?? []).map((one) => [one.heading, one.text]));
  const { publisher: standingPublisher, ...extra } = kept ? {} : (before?.extra ?? {});
  const said = publisher ?? standingPublisher;
  const row: FrameworkRow = {
    ...{ type: 'framework', code, version: version || '1' },
    uuid: uuidOf(cells, has, code, known?.uuid),
    uri: text('uri') ?? before?.uri ?? null,
    publishedOn: has('publishedOn') ? dayOf(cells!) : (before?.publishedOn ?? null),
    licence: text('licence') ?? before?.licence ?? '',
    texts: textsOf(cells, has, table, before),
    extra: { ...extra, ...(said ? { publisher: said } : {}), ...further },
  };
  row.uri ||= null;
  return { row: completed(inOneOrder(row), kept, problems), problems };
}

function codeOf(cells: Cells | undefined): string {
  const written = cells?.code('code') ?? '';
  if (/^[a-z0-9][a-z0-9.-]{0,59}$/.test(written)) return written;
  const code = plain(written)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  if (written === '' || code === '') {
    cells?.say('framework-value-missing', 'code', { value: 'Mã / Code' });
  } else {
    cells?.say('framework-code-written', 'code', { value: written.slice(0, 80), code }, 'warning');
  }
  return code;
}

function uuidOf(
  cells: Cells | undefined,
  has: (key: string) => boolean,
  code: string,
  standing: string | undefined,
): string {
  const said = has('uuid') ? cells!.text('uuid').toLowerCase() : '';
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(said)) return said;
  if (said !== '') cells!.say('framework-uuid-bad', 'uuid', { value: said.slice(0, 60) });
  return standing ?? nameUuid(URL_NAMESPACE, `nhip:framework:${code}`);
}

function dayOf(cells: Cells): string | null {
  const written = cells.text('publishedOn');
  const day = written === '' ? undefined : readDay(written);
  if (written !== '' && !day) {
    const detail = { value: written.slice(0, 40) };
    cells.say('framework-date-bad', 'publishedOn', detail, 'warning');
  }
  return day ?? null;
}

function textsOf(
  cells: Cells | undefined,
  has: (key: string) => boolean,
  table: Table | undefined,
  before: FrameworkRow | undefined,
): FrameworkRow['texts'] {
  return (['title', 'description', 'note'] as const).flatMap((field) => [
    ...(before?.texts ?? []).filter(
      (one) => one.field === field && !has(`${field} ${one.language}`),
    ),
    ...(table ? cells!.texts(field).map((one) => ({ field, ...one })) : []),
  ]);
}

/** The scales of the sheet Levels; texts of a whole scale stand in any of its lines, mostly the first. */
export function readScales(
  table: Table | undefined,
  kept: ReadonlyMap<string, Kept> | undefined,
  problems: RowFinding[],
): (ReadRow & { row: ScaleRow; line: Line })[] {
  if (!table) return [];
  const scales = new Map<string, Line[]>();
  for (const line of table.lines) {
    const code = cellsOf(line, table, []).code('scale');
    if (code === '') {
      const column = line.address('scale');
      const detail = { value: 'Thang mức / Level scale' };
      problems.push({ code: 'framework-value-missing', severity: 'warning', column, detail });
    } else scales.set(code, [...(scales.get(code) ?? []), line]);
  }
  return [...scales].map(([code, lines]) => readScale(code, lines, table, kept));
}

function readScale(
  code: string,
  lines: readonly Line[],
  table: Table,
  kept: ReadonlyMap<string, Kept> | undefined,
) {
  const problems: RowFinding[] = [];
  const read = lines.map((line) => cellsOf(line, table, problems));
  const texts = (['title', 'description'] as const).flatMap((field) => {
    const said = new Map<string, string>();
    for (const cells of read) {
      for (const { language, value } of cells.texts(field)) {
        if (!said.has(language)) said.set(language, value);
      }
    }
    return [...said].map(([language, value]) => ({ field, language, value }));
  });
  const kinds = read.filter((cells) => cells.text('kind') !== '');
  const kind = (kinds[0] ?? read[0]!).choice(
    ...(['kind', SCALE_KINDS, 'proficiency', 'framework-kind-unknown'] as const),
  );
  const levels = new Map<number, ScaleRow['levels'][number]>();
  for (const cells of read) {
    const level = cells.integer('level');
    if (level === null) {
      const isMissing = cells.text('level') === '' && (lines.length > 1 || saysLevel(cells));
      if (isMissing) cells.say('framework-value-missing', 'level', { value: 'Mức / Level' });
    } else if (levels.has(level)) cells.say('framework-line-twice', 'level', {}, 'warning');
    else {
      const own = (['label', 'descriptor'] as const).flatMap((field) =>
        cells.texts(field).map((one) => ({ field, ...one })),
      );
      levels.set(level, { level, code: cells.code('levelCode') || null, texts: own });
    }
  }
  const row: ScaleRow = { type: 'scale', code, kind, texts, levels: [...levels.values()] };
  return { row: completed(inOneOrder(row), kept, problems), problems, line: lines[0]! };
}

/** Whether a line speaks of a level at all: a scale may have none yet. */
const saysLevel = (cells: Cells): boolean =>
  cells.text('levelCode') !== '' ||
  cells.texts('label').length + cells.texts('descriptor').length > 0;
