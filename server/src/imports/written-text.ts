/** Longest stretch of a cell that a finding quotes. */
const SAMPLE = 40;

// Everything below U+0020 except tab and line breaks, DEL and the C1 block; and the directional
// overrides that can make a text read differently from what it says.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** NFC, line breaks as \n, no control characters, no space at the ends of lines. `removed`: control characters left out. */
export function cleanText(written: string): { text: string; removed: number } {
  let removed = 0;
  const text = written
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, () => {
      removed += 1;
      return '';
    })
    .normalize('NFC')
    .replace(/[^\S\n]+$/gm, '')
    .trim();
  return { text, removed };
}

// UTF-8 read as Windows-1252 or Latin-1: a lead byte of Vietnamese letters and of typographic signs
// followed by what a continuation byte turns into. A capital à before a space is Vietnamese ("ĐÃ CÓ").
const CONTINUED = '\u0080-\u009f\u00a1-\u00bfŒœŠšŸŽžƒˆ˜†‡•…‰€™';
const QUOTED = '–—‘’‚“”„‹›';
const GARBLED = new RegExp(
  `[ÃÂ][${CONTINUED}]|á[º»][${CONTINUED}${QUOTED}\u00a0]|[ÄÆ][${CONTINUED}${QUOTED}]|â[€„][${CONTINUED}${QUOTED}]|\ufffd`,
);

/** A sample of letters that a wrong encoding garbled ("Há»c"), or undefined. */
export function garbledSample(text: string): string | undefined {
  const found = GARBLED.exec(text);
  return found ? around(text, found.index, found[0].length) : undefined;
}

const MARKUP =
  /<\s*\/?\s*(script|iframe|object|embed|svg|img|style|link|meta|form|input|button|a|p|div|span|br|ul|ol|li|b|i|u|strong|em|h[1-6]|table|tr|td)(\s[^>]*)?\/?\s*>|javascript:\s*\w+\s*\(|\bon(error|load|click|mouseover|focus)\s*=/i;

/** A sample of HTML or script in a text, or undefined. "<Must have>" is neither. */
export function markupSample(text: string): string | undefined {
  const found = MARKUP.exec(text);
  return found ? text.slice(found.index, found.index + SAMPLE) : undefined;
}

/** The sign with which a spreadsheet would take the cell for a formula, or undefined. */
export function formulaSign(text: string): string | undefined {
  return /^\s*([=+@]|-(?=[\w(]))/.exec(text)?.[1];
}

function around(text: string, index: number, length: number): string {
  const before = text.slice(0, index).search(/\S+$/);
  const start = Math.max(before < 0 ? index : before, index - SAMPLE / 2);
  return text.slice(start, index + length + 8).trim();
}
