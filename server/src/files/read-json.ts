import { Problem } from '#src/errors.ts';

/** Deeper documents are no data, and would exhaust what walks them. */
const DEEPEST = 100;

/**
 * The value of a JSON file (UTF-8, a byte order mark may lead). NUL and halves of characters, which no
 * database text can hold, become U+FFFD. Throws json-not-readable.
 */
export async function readJson(content: AsyncIterable<Buffer>): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  const text = Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (text.trim() === '') throw new Problem('file-empty');
  if (depthOf(text) > DEEPEST) {
    throw new Problem('json-not-readable', { what: `> ${DEEPEST} × [ {` });
  }
  try {
    const value = JSON.parse(text) as unknown;
    return /\\u(0000|d[89a-f])/i.test(text) ? storable(value) : value;
  } catch (fault) {
    const what = (fault as Error).message.replace(/\s+/g, ' ').slice(0, 160);
    throw new Problem('json-not-readable', { what: what.toWellFormed() }, { cause: fault });
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (quoted) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) quoted = false;
    } else if (sign === QUOTE) quoted = true;
    else if (sign === 0x5b || sign === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (sign === 0x5d || sign === 0x7d) depth -= 1;
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '\ufffd').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [storable(name) as string, storable(inner)]),
  );
}
