/** Vietnamese spelling: where the tone mark stands, and the word without its diacritics. */

const plainVowels = 'aăâeêioôơuưy';
const tones = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const toned = new Map<string, { base: string; tone: string }>();
for (const base of plainVowels) {
  for (const tone of tones) toned.set((base + tone).normalize('NFC'), { base, tone });
}
const anyVowel = plainVowels + [...toned.keys()].join('');
const misplaceable = new RegExp(`[${anyVowel}]{2}`);
const syllable = new RegExp(`^(qu|gi|[bcdđghklmnpqrstvx]*)([${plainVowels}]+)(ch|nh|ng|[cmnpt])?$`);
const longestSyllable = 8;

/**
 * Puts the tone mark of a lower-case NFC syllable where it is canonical here (hoà → hòa,
 * thuý → thúy, tóan → toán, gía → giá). Words that are no Vietnamese syllable come back unchanged.
 */
export function placeTone(word: string): string {
  if (word.length > longestSyllable || !misplaceable.test(word)) return word;
  let tone = '';
  let bare = '';
  for (const letter of word) {
    const found = toned.get(letter);
    if (found && tone) return word;
    if (found) tone = found.tone;
    bare += found ? found.base : letter;
  }
  const parts = tone ? syllable.exec(bare) : null;
  if (!parts) return word;
  const [, onset = '', vowels = '', coda = ''] = parts;
  const at = toneCarrier(vowels, coda !== '');
  return (
    onset +
    vowels.slice(0, at) +
    (vowels[at]! + tone).normalize('NFC') +
    vowels.slice(at + 1) +
    coda
  );
}

function toneCarrier(vowels: string, closed: boolean): number {
  const shaped = Math.max(...[...'ăâêôơư'].map((vowel) => vowels.lastIndexOf(vowel)));
  if (shaped >= 0) return shaped;
  if (closed) return vowels.length - 1;
  return vowels.length > 2 ? 1 : 0;
}

/** Without diacritics, letter case kept: "Kỹ thuật Đồ họa" → "Ky thuat Do hoa" (NFD leaves đ whole). */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC');
}
