/**
 * The items of a list as Python prints it: "['Java', \"it's\"]". Text that is no such list is split
 * at commas, and `listed` says so. Items are trimmed; empty ones are left out.
 */
export function readPythonList(written: string): { items: string[]; listed: boolean } {
  const text = written.trim();
  if (text === '') return { items: [], listed: true };
  const items = readQuoted(text);
  if (items) return { items: tidy(items), listed: true };
  return { items: tidy(text.replace(/^\[|\]$/g, '').split(',')), listed: false };
}

function readQuoted(text: string): string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const items: string[] = [];
  const end = text.length - 1;
  let at = skipSpace(text, 1);
  while (at < end) {
    const quote = text[at];
    if (quote !== "'" && quote !== '"') return undefined;
    let item = '';
    for (at += 1; at < end && text[at] !== quote; at += 1) {
      if (text[at] === '\\' && at + 1 < end) {
        at += 1;
        item += ESCAPES[text[at]!] ?? text[at];
      } else {
        item += text[at];
      }
    }
    if (at >= end) return undefined;
    items.push(item);
    at = skipSpace(text, at + 1);
    if (at < end && text[at] !== ',') return undefined;
    if (at < end) at = skipSpace(text, at + 1);
  }
  return items;
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function tidy(items: string[]): string[] {
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
