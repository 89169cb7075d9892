/**
 * A key for comparing names and looking things up: NFC letters without diacritics, lower case, every run
 * of other characters one space. Not for linking (see linking/normalise.ts, which keeps diacritics).
 */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** A name as its own key: case and white space folded, diacritics kept (Hòa is not Hoa). */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
