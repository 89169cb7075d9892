import { findAddresses } from './addresses.ts';
import {
  isHyphenOrDot,
  isIgnored,
  isLineBreak,
  isSlash,
  isSpace,
  wordPartAt,
  wordStartAt,
} from './characters.ts';
import { wordOf, type Word } from './words.ts';

/**
 * What stands between a word and the one before it. A phrase may run on over a `joined` gap (spaces,
 * one hyphen, dot or slash), over a `parted` one (a comma, a bracket) only where the listed form has
 * one too, and never over a `broken` one (a new line).
 */
export type Gap = 'joined' | 'parted' | 'broken';

/** One word of a text. `start` and `end` are UTF-16 offsets into the text as given. */
export interface Token extends Word {
  start: number;
  end: number;
  gap: Gap;
}

/**
 * The words of a text: compatibility characters composed, lower case, tone marks in one place,
 * invisible characters dropped, `c++`, `c#`, `f#` and `.net` kept. Web and mail addresses are
 * passed over: a tool named in a link is not asked of anyone.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const addresses = findAddresses(text);
  let nextAddress = 0;
  let previousEnd = 0;
  let at = 0;
  while (at < text.length) {
    const address = addresses[nextAddress];
    if (address && at >= address.start) {
      at = Math.max(at, address.end);
      nextAddress += 1;
      continue;
    }
    const size = wordStartAt(text, at);
    if (size === 0) {
      at += 1;
      continue;
    }
    const next = readWord(text, at, at + size, tokens.at(-1));
    next.gap = tokens.length === 0 ? 'broken' : gapBetween(text, previousEnd, next.start);
    tokens.push(next);
    previousEnd = next.end;
    at = next.end;
  }
  return tokens;
}

/**
 * The key under which decisions of people about a surface are kept: its words joined by single
 * spaces. Accents are kept; "Power-BI" and "power bi" share a key, "Node.js" and "NodeJS" do not.
 */
export function normaliseSurface(surface: string): string {
  return tokenise(surface)
    .map(({ key }) => key)
    .join(' ');
}

function readWord(text: string, start: number, from: number, before: Token | undefined): Token {
  let at = from;
  let end = from;
  for (;;) {
    const size = wordPartAt(text, at);
    if (size === 0 && !isIgnored(text.charCodeAt(at))) break;
    at += size || 1;
    if (size > 0) end = at;
  }
  const { key, folded } = wordOf(text.slice(start, end));
  if (key.length === 1) {
    const sign = signAfter(text, key, end);
    if (sign) return token(key + sign.written, start, sign.end);
  }
  if (key === 'net' && isLeadingDot(text, start - 1, before)) return token('.net', start - 1, end);
  return token(key, start, end, folded);
}

/** A new object of one shape for every word; the gap is known one step later. */
function token(key: string, start: number, end: number, folded = key): Token {
  return { key, folded, start, end, gap: 'joined' };
}

/** "C++", "C#", "C♯", and with one space "C ++": the sign belongs to the letter. */
function signAfter(text: string, letter: string, end: number) {
  const spaced = (letter === 'c' || letter === 'f') && text[end] === ' ';
  for (const at of spaced ? [end, end + 1] : [end]) {
    if (text.startsWith('++', at) && text[at + 2] !== '+') return { written: '++', end: at + 2 };
    const sharp = text[at] === '#' || text[at] === '♯';
    const alone = wordPartAt(text, at + 1) === 0;
    const versioned = at === end && /\d/.test(text[at + 1] ?? '');
    if (sharp && (alone || versioned)) return { written: '#', end: at + 1 };
  }
  return undefined;
}

/** The dot of ".NET" begins a word; the dot of "ASP.NET" stands between two. */
function isLeadingDot(text: string, dot: number, before: Token | undefined): boolean {
  if (text[dot] !== '.' || text[dot - 1] === '.') return false;
  return before?.end !== dot || /[+#]$/.test(before.key);
}

function gapBetween(text: string, from: number, to: number): Gap {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return 'joined';
  let spaces = 0;
  let slashes = 0;
  let touching = 0;
  let others = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (isLineBreak(unit)) return 'broken';
    if (isSpace(unit)) spaces += 1;
    else if (isSlash(unit)) slashes += 1;
    else if (isHyphenOrDot(unit)) touching += 1;
    else if (!isIgnored(unit)) others += 1;
  }
  if (others > 0 || slashes + touching > 1) return 'parted';
  return touching > 0 && spaces > 0 ? 'parted' : 'joined';
}
