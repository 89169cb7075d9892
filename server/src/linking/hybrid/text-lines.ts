/** A line of a text; `start` is its UTF-16 offset in the text as given. */
export interface TextLine {
  start: number;
  text: string;
}

/** Longer stretches without a break are cut at a space. */
const longestLine = 600;

/** Tags, encoded pictures and entities; every repetition is bounded, so that no text makes it slow. */
const markup = /<\/?[a-zA-Z!][^<>]{0,400}>/g;
const encoded = /(?:data:[\w./+-]{1,80}(?:;[\w=-]{1,40}){0,4},)?[A-Za-z0-9+/=_-]{80,}/g;
const entities: [RegExp, string][] = [
  [/&nbsp;|&#160;/g, ' '],
  [/&amp;|&#38;/g, '&'],
  [/&lt;|&gt;|&quot;|&apos;|&#3[49];/g, ' '],
  [/&bull;|&middot;/g, '\n'],
];
const breaking = /^<\/?(?:br|p|li|ul|ol|div|tr|td|th|table|h[1-6]|hr|section|article)\b/i;

/** The text with what is no language blanked out; not one offset moves. */
export function withoutMarkup(text: string): string {
  if (!/[<&]|[A-Za-z0-9+/=_-]{80}/.test(text)) return text;
  let plain = text
    .replace(encoded, (found) => ' '.repeat(found.length))
    .replace(markup, (found) => blank(found, breaking.test(found) ? '\n' : ' '));
  for (const [entity, sign] of entities) plain = plain.replace(entity, (one) => blank(one, sign));
  return plain;
}

function blank(found: string, sign: string): string {
  return sign + ' '.repeat(found.length - 1);
}

/** Line breaks, bullets, cells of tables, semicolons, and a full stop before a capital letter. */
const breaks = /[\n\r\v\f\u0085\u2028\u2029•●▪■◦‣⁃∙·|\t;]+|[.!?…]+(?=\s+["“(]?\p{Lu})/gu;

export function splitLines(text: string): TextLine[] {
  const plain = withoutMarkup(text);
  const lines: TextLine[] = [];
  let from = 0;
  for (const found of plain.matchAll(breaks)) {
    addPieces(lines, plain, from, found.index);
    from = found.index + found[0].length;
  }
  addPieces(lines, plain, from, plain.length);
  return lines;
}

function addPieces(lines: TextLine[], text: string, from: number, end: number): void {
  let start = from;
  while (end - start > longestLine) {
    const space = text.lastIndexOf(' ', start + longestLine);
    const cut = space > start + longestLine / 2 ? space : wholeCharacter(text, start + longestLine);
    add(lines, text, start, cut);
    start = cut;
  }
  add(lines, text, start, end);
}

/** Never between the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

function add(lines: TextLine[], text: string, start: number, end: number): void {
  const line = text.slice(start, end);
  if (line.trim() !== '') lines.push({ start, text: line });
}
