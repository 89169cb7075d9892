import pg from 'pg';

const { builtins, getTypeParser } = pg.types;
// Array types have no names in pg-types.
const textArray = 1009;
const int8Array = 1016;
const dateArray = 1182;

/**
 * How values come out of PostgreSQL: int8 as a number (a RangeError beyond 2^53), numeric as a string
 * that keeps its digits, date and timestamp as they are written, timestamptz as a Date.
 */
export const valueTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return getTypeParser(oid, 'binary');
    if (oid === builtins.INT8) return safeInteger;
    if (oid === builtins.DATE || oid === builtins.TIMESTAMP) return asWritten;
    if (oid === int8Array) return arrayOf(safeInteger);
    if (oid === dateArray) return arrayOf(asWritten);
    return getTypeParser(oid, 'text');
  }) as typeof getTypeParser,
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe integers`);
  return value;
}

function asWritten(text: string): string {
  return text;
}

function arrayOf<T>(entry: (text: string) => T) {
  const parse = getTypeParser(textArray as never, 'text') as (text: string) => (string | null)[];
  return (text: string) => parse(text).map((item) => (item === null ? null : entry(item)));
}
