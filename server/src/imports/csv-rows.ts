/** No honest row is longer (in characters); an unclosed quote would otherwise swallow the rest of the file. */
export const LONGEST_ROW = 256 * 1024;

/** A row of RFC 4180 from `start`, or (fields undefined) a stretch whose quotes make no row; the next one starts at `end`. */
export interface Row {
  fields: string[] | undefined;
  end: number;
}

/**
 * Reads one row of a CSV text. `width`: the cells of a whole row, once the header has told it;
 * `last`: no more text follows. 'more': the row does not end in this text.
 *
 * A row with a wrong quote or a wrong number of cells ends where rows can be told apart again: at
 * the first line from which a whole row can be read. So a quote that was never closed costs its own
 * row and not the ones it swallowed.
 */
export function readRow(
  text: string,
  from: number,
  width: number | undefined,
  last: boolean,
): Row | 'more' {
  const row = scan(text, from);
  if (row.state === 'read') {
    if (!row.ended && !last) return 'more';
    if (width === undefined || row.fields.length === width) return row;
  }
  if (row.state === 'open' && !last && text.length - from < LONGEST_ROW) return 'more';
  const within = row.state === 'read' ? row.end : text.length;
  for (let line = lineAfter(text, from); line < within; line = lineAfter(text, line)) {
    const next = scan(text, line);
    if (next.state === 'read' && (next.ended || last) && next.fields.length === width) {
      return { fields: row.state === 'read' ? row.fields : undefined, end: line };
    }
  }
  if (row.state === 'read') return row;
  if (!last && text.length - from < 2 * LONGEST_ROW) return 'more';
  return { fields: undefined, end: last ? text.length : text.lastIndexOf('\n') + 1 || text.length };
}

type Scan =
  | {
      state: 'read';
      fields: string[];
      end: number;
      /** by a line break, not by the end of the text */ ended: boolean;
    }
  // something other than a comma or a line break follows a closing quote
  | { state: 'stray' }
  // the text ends inside quotes
  | { state: 'open' };

function scan(text: string, from: number): Scan {
  const fields: string[] = [];
  let at = from;
  for (;;) {
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return { state: 'open' };
      fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
      end = close + 1;
    } else {
      end = cellEnd(text, at);
      fields.push(text.slice(at, end));
    }
    if (end >= text.length) return { state: 'read', fields, end, ended: false };
    if (text[end] === '\r' && text[end + 1] === '\n') end += 1;
    if (text[end] === '\n') return { state: 'read', fields, end: end + 1, ended: true };
    if (text[end] !== ',') return { state: 'stray' };
    at = end + 1;
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function cellEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2c || unit === 0x0a) return at;
    if (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a) return at;
  }
  return text.length;
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
