import type { Column } from './columns.ts';

const head = `// Generated from the migrations by \`npm run types\`; not edited by hand.
import type { ColumnType, GeneratedAlways } from 'kysely';

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;
/** Comes out parsed and goes in as JSON text: node-postgres would write an array as a PostgreSQL array. */
type Json = ColumnType<unknown, string, string>;
/** Comes out as the string that keeps its digits. */
type Numeric = ColumnType<string, number | string, number | string>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
`;

const types: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  oid: 'number',
  bool: 'boolean',
  numeric: 'Numeric',
  timestamptz: 'Timestamp',
  json: 'Json',
  jsonb: 'Json',
  bytea: 'Buffer',
};

/** Arrays have no type for each direction: this is what comes out. */
const elementTypes: Record<string, string> = {
  numeric: 'string',
  timestamptz: 'Date',
  json: 'unknown',
  jsonb: 'unknown',
};

/** The text of types.ts: one interface per table with names as they are in SQL, and DB over all. */
export function typesText(columns: Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table);
  const interfaces = [...tables].map(
    ([table, list]) => `export interface ${interfaceOf(table)} {\n${list.map(line).join('')}}\n`,
  );
  const entries = [...tables.keys()].map((table) => `  ${table}: ${interfaceOf(table)};\n`);
  return [head, ...interfaces, `export interface DB {\n${entries.join('')}}\n`].join('\n');
}

function interfaceOf(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}

function line(column: Column): string {
  const type = valueOf(column);
  const nullable = column.nullable ? `${type} | null` : type;
  const whole = {
    'by-us': nullable,
    'by-default': `Generated<${nullable}>`,
    'always-by-database': `GeneratedAlways<${nullable}>`,
  }[column.filled];
  return `  ${column.name}: ${whole};\n`;
}

function valueOf(column: Column): string {
  if (column.array) return `${elementTypes[column.type] ?? types[column.type] ?? 'string'}[]`;
  const words = column.checks.map(allowedWords).find((list) => list.length > 0);
  if (words) return words.map((word) => `'${word}'`).join(' | ');
  return types[column.type] ?? 'string';
}

/**
 * The words that a check like `kind in ('demo', 'main')` lets in; PostgreSQL writes it as
 * `CHECK ((kind = ANY (ARRAY['demo'::text, 'main'::text])))`, and a list of one as an equality.
 * Empty for any other check.
 */
export function allowedWords(check: string): string[] {
  const words = String.raw`'[\w -]+'::text`;
  const many = new RegExp(
    String.raw`^CHECK \(\(\w+ = ANY \(ARRAY\[(${words}(?:, ${words})*)\]\)\)\)$`,
  );
  const one = new RegExp(String.raw`^CHECK \(\(\w+ = (${words})\)\)$`);
  const list = (many.exec(check) ?? one.exec(check))?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'::text/g)].map((match) => match[1]!);
}
