import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { writeCsv, writeXlsx, type Sheet } from '#src/files/spreadsheet.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import { fill } from '#src/languages/fill.ts';
import type { Compared, Pair } from '../compared-frameworks.ts';
import type { CrosswalkStatus, EndKind, Relation } from '../contract.ts';
import {
  COLUMN_NAMES,
  COLUMNS,
  headingOf,
  KIND_NAMES,
  RELATION_NAMES,
  type Column,
} from '../importing/columns.ts';
import { inverted } from '../relation.ts';
import { EXPORT_WORDS } from './words.ts';

type Language = 'vi' | 'en';

interface Exported {
  fromCode: string;
  fromUuid: string;
  fromVi: string | null;
  fromEn: string | null;
  toCode: string;
  toUuid: string;
  toVi: string | null;
  toEn: string | null;
  relation: Relation;
  turned: boolean;
  confidence: number | null;
  source: string;
  status: CrosswalkStatus;
  note: string | null;
}

/**
 * What every source says between two frameworks, in the form in which it can be imported again. Each cell
 * is text of our own form or of the sources; what a spreadsheet would take for a formula is guarded.
 */
export async function crosswalkSheet(
  db: Kysely<DB>,
  pair: Pair,
  options: { language: Language; acceptedOnly: boolean; kind: 'demo' | 'main' },
): Promise<Sheet> {
  const rows = await listExported(db, pair, options.acceptedOnly);
  const say = EXPORT_WORDS[options.language];
  const name = (framework: Compared) =>
    `${inLanguage(framework.title, options.language) || framework.code} ${framework.version}`;
  const values = { from: name(pair.from), to: name(pair.to), n: rows.length };
  return {
    name: say.sheet,
    preface: [
      ...(options.kind === 'demo' ? [say.demonstration] : []),
      fill(options.acceptedOnly ? say.accepted : say.all, values),
      say.sentence,
    ],
    columns: COLUMN_NAMES.map((column) => ({
      title: headingOf(column),
      width: COLUMNS[column].width,
      ...(column === 'confidence' ? { format: '0.00' } : {}),
    })),
    rows: rows.map((row) => {
      const cells = cellsOf(row, pair, options.language);
      return COLUMN_NAMES.map((column) => cells[column]);
    }),
  };
}

export async function crosswalkCsv(...request: Parameters<typeof crosswalkSheet>): Promise<string> {
  return writeCsv(await crosswalkSheet(...request));
}

export async function crosswalkXlsx(
  ...request: Parameters<typeof crosswalkSheet>
): Promise<Buffer> {
  const sheet = await crosswalkSheet(...request);
  return writeXlsx([{ ...sheet, rows: sheet.rows.map((row) => row.map(escaped)) }]);
}

/** Workbooks write signs as '_x000D_': a text that looks so has its first underline written that way. */
function escaped(cell: string | number | null): string | number | null {
  return typeof cell === 'string' ? cell.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : cell;
}

function cellsOf(
  row: Exported,
  { kind, from, to }: Pair,
  language: Language,
): Record<Column, string | number | null> {
  const relation = row.turned ? inverted(row.relation) : row.relation;
  return {
    fromFramework: from.code,
    fromCode: row.fromCode,
    fromLabel: inLanguage({ vi: row.fromVi, en: row.fromEn }, language),
    relation: RELATION_NAMES[relation][language],
    toFramework: to.code,
    toCode: row.toCode,
    toLabel: inLanguage({ vi: row.toVi, en: row.toEn }, language),
    confidence: row.confidence,
    source: row.source,
    status: EXPORT_WORDS[language].statuses[row.status],
    note: row.note,
    kind: KIND_NAMES[kind][language],
    fromUuid: row.fromUuid,
    toUuid: row.toUuid,
  };
}

/** Ordered by the codes of both ends, so that two exports can be compared line by line. */
async function listExported(
  db: Kysely<DB>,
  { kind, from, to }: Pair,
  acceptedOnly: boolean,
): Promise<Exported[]> {
  const { rows } = await sql<Exported>`
    select a.code as "fromCode", a.uuid as "fromUuid", a.vi as "fromVi", a.en as "fromEn",
           b.code as "toCode", b.uuid as "toUuid", b.vi as "toVi", b.en as "toEn",
           x.relation, x.${sql.ref(`from_${kind}_id`)} <> a.id as turned, x.confidence, x.source, x.status, x.note
      from crosswalk x
      join (${ends(kind, from.id)}) a on a.id in (x.${sql.ref(`from_${kind}_id`)}, x.${sql.ref(`to_${kind}_id`)})
      join (${ends(kind, to.id)}) b on b.id in (x.${sql.ref(`from_${kind}_id`)}, x.${sql.ref(`to_${kind}_id`)})
     where ${acceptedOnly ? sql`x.status = 'accepted'` : sql`true`}
     order by a.code, b.code, x.source, x.id`.execute(db);
  return rows;
}

/** All items that a framework ever had, each as its newest version words it. */
export function ends(kind: EndKind, frameworkId: number) {
  const label = (language: Language) => sql`
    (select t.value from ${sql.table(`${kind}_text`)} t
      where t.${sql.ref(`${kind}_id`)} = c.id and t.framework_version_id = v.framework_version_id
        and t.field = 'label' and t.language = ${language})`;
  return sql`
    select c.id, c.uuid, c.uri, v.code, ${label('vi')} as vi, ${label('en')} as en
      from ${sql.table(kind)} c
      join lateral (
        select w.code, w.framework_version_id from ${sql.table(`${kind}_version`)} w
          join framework_version fv on fv.id = w.framework_version_id
         where w.${sql.ref(`${kind}_id`)} = c.id
         order by fv.status = 'published' desc, fv.id desc limit 1) v on true
     where c.framework_id = ${frameworkId}`;
}
