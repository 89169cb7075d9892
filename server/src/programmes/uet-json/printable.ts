/** A database keeps no NUL and no half surrogate pair, not even in the report about them. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}+/gu, '\ufffd');
}
