/** PostgreSQL takes 65,535 parameters in a statement: rows are written in pieces that stay far below. */
export function* chunks<T>(rows: readonly T[], size = 1000): Generator<T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
