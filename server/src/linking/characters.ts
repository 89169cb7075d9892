/** What a character is to the tokeniser. Pure; asked once per UTF-16 unit, so ASCII is a table. */

const asciiWord = new Uint8Array(128);
for (let unit = 0; unit < 128; unit += 1) {
  asciiWord[unit] = /[0-9A-Za-z]/.test(String.fromCharCode(unit)) ? 1 : 0;
}

const wordPart = /^[\p{L}\p{M}\p{Nd}]$/u;
const mark = /^\p{M}$/u;

/** Written without spaces between words: "Java開発" is Java beside another script, not one word. */
function isEastAsian(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x11ff) ||
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xa960 && codePoint <= 0xa97f) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xff65 && codePoint <= 0xffdc) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  );
}

/** UTF-16 units of the word character at `at`; 0 when there is none. */
export function wordPartAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return asciiWord[unit]!;
  if (Number.isNaN(unit) || isIgnored(unit)) return 0;
  // Latin letters up to Vietnamese đ ơ ư, and the block that holds the accented Vietnamese vowels.
  if (unit >= 0xc0 && unit <= 0x24f) return unit === 0xd7 || unit === 0xf7 ? 0 : 1;
  if (unit >= 0x1e00 && unit <= 0x1eff) return 1;
  const codePoint = text.codePointAt(at)!;
  if (isEastAsian(codePoint)) return 0;
  return wordPart.test(String.fromCodePoint(codePoint)) ? (codePoint > 0xffff ? 2 : 1) : 0;
}

/** The same, but a combining mark alone does not begin a word. */
export function wordStartAt(text: string, at: number): number {
  const size = wordPartAt(text, at);
  if (size === 0 || text.charCodeAt(at) < 128) return size;
  return mark.test(String.fromCodePoint(text.codePointAt(at)!)) ? 0 : size;
}

/** Invisible inside a word: soft hyphen, zero-width characters, variation selectors, keycap. */
export function isIgnored(unit: number): boolean {
  return (
    unit === 0xad ||
    unit === 0x34f ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x2060 && unit <= 0x2064) ||
    unit === 0x20e3 ||
    (unit >= 0xfe00 && unit <= 0xfe0f) ||
    unit === 0xfeff
  );
}

export function isLineBreak(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

export function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Joins two words of one phrase even with spaces around it: "CI / CD", "UI & UX". */
export function isSlash(unit: number): boolean {
  return unit === 0x2f || unit === 0x5c || unit === 0x26 || unit === 0x2215 || unit === 0xff0f;
}

/** Joins two words only when it touches both: "front-end", but not "Data - Analysis". */
export function isHyphenOrDot(unit: number): boolean {
  return (
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0x5f ||
    (unit >= 0x2010 && unit <= 0x2014) ||
    unit === 0x2212
  );
}
