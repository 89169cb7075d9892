import { withoutDiacritics } from './syllable.ts';

/** A Vietnamese form as the rule for unaccented writing sees it. */
export interface SpelledForm {
  competencyId: number;
  language: 'vi' | 'en';
  words: string[];
}

/**
 * English words that are also Vietnamese syllables without their accents: "do an", "so do" and
 * "in an" are English more often than they are đồ án, sơ đồ and in ấn.
 */
const englishHomographs = new Set(
  (
    'a am an at ban bay be bet bin bit but cam can cap car chat che chi cho chop chat co con cop cut ' +
    'dam dan day den dig do dot due duo go got ha ham hang hat he hem hen hi him ho hoe hop hot how ' +
    'huge hum i in it khan kit la lam lap lay let lit lo long lot lung ma man map mat may me men mi ' +
    'mo mom my nap nay net no not now nut oh on pan pat pet phi pin quit quote ran rang ray sac sang ' +
    'sat say see set sin so song sum sung ta tan tang tap tea ten than that the them then thin this ' +
    'thing tho to ton top toy tung van vat via vet vu xin y'
  ).split(' '),
);

/**
 * Which unaccented keys may be matched: three syllables or more, or two when no other form of any
 * language shares the key. A key that stands for different competencies is left out, and so is one
 * made of English words only. Never one syllable (two in three of them collide).
 */
export function unaccentedKeys(forms: SpelledForm[]): Map<string, string> {
  const sharing = new Map<string, SpelledForm[]>();
  for (const form of forms) {
    const key = withoutDiacritics(form.words.join(' '));
    sharing.set(key, [...(sharing.get(key) ?? []), form]);
  }
  const allowed = new Map<string, string>();
  for (const form of forms) {
    const written = form.words.join(' ');
    const key = withoutDiacritics(written);
    if (form.language !== 'vi' || key === written) continue;
    if (isAllowed(key, form.words.length, sharing.get(key)!)) allowed.set(written, key);
  }
  return allowed;
}

function isAllowed(key: string, syllables: number, sharing: SpelledForm[]): boolean {
  if (syllables < 2 || !/^[a-z0-9+#. ]+$/.test(key)) return false;
  if (key.split(' ').every((word) => englishHomographs.has(word))) return false;
  const spellings = new Set(sharing.map((form) => form.words.join(' ')));
  if (spellings.size === 1) return true;
  return syllables > 2 && haveSameCompetencies(sharing);
}

function haveSameCompetencies(forms: SpelledForm[]): boolean {
  const bySpelling = new Map<string, Set<number>>();
  for (const form of forms) {
    const spelling = form.words.join(' ');
    bySpelling.set(spelling, (bySpelling.get(spelling) ?? new Set()).add(form.competencyId));
  }
  const sets = [...bySpelling.values()].map((ids) => [...ids].sort((a, b) => a - b).join());
  return new Set(sets).size === 1;
}
