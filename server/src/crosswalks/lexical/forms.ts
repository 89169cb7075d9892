import { tokenise } from '#src/linking/normalise.ts';

/** How an item of a framework is called. */
export interface NamedItem {
  id: number;
  /** groups are compared with groups alone */
  isGroup: boolean;
  names: { form: string; language: string; isLabel: boolean }[];
}

/** A name, ready to be compared. */
export interface Form {
  form: string;
  language: string;
  isLabel: boolean;
  /** folded words: lower case, plurals and British spelling aside, accents kept */
  words: string[];
  key: string;
}

export function formsOf({ names }: NamedItem): Form[] {
  return names.flatMap(({ form, language, isLabel }) => {
    const words = tokenise(form).map(({ folded }) => folded);
    // 'vi-VN' and 'vi' are one language here
    const base = language.split('-')[0]!.toLowerCase();
    return words.length === 0
      ? []
      : [{ form, language: base, isLabel, words, key: words.join(' ') }];
  });
}

const AFTER_HEAD = new Set(
  'of for in on with to using by from at as and or under within through about'.split(' '),
);
const WITHOUT_MEANING: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set([...AFTER_HEAD, 'a', 'an', 'the']),
  vi: new Set('và hoặc của cho với các những trong theo để về bằng từ'.split(' ')),
};

/** Words that only join others: they say nothing of what a name means. */
export function joinsOnly(language: string, word: string): boolean {
  return WITHOUT_MEANING[language]?.has(word) ?? false;
}

/**
 * Whether the longer name is the shorter one and more, so that what is called by the longer one is a kind of
 * what is called by the shorter: the head of a Vietnamese name comes first ('lập trình Python' is 'lập trình'),
 * that of an English one last ('embedded software developer' is a 'software developer') or before a
 * preposition ('management of budgets' is 'management').
 */
export function isNarrowedBy(shorter: Form, longer: Form): boolean {
  if (shorter.language !== longer.language || shorter.words.length >= longer.words.length) {
    return false;
  }
  const [few, many] = [shorter.words, longer.words];
  const begins = few.every((word, at) => many[at] === word);
  if (longer.language === 'vi') return begins;
  const ends = few.every((word, at) => many[many.length - few.length + at] === word);
  const headed = !many.slice(0, many.length - few.length).some((word) => AFTER_HEAD.has(word));
  return (ends && headed) || (begins && AFTER_HEAD.has(many[few.length]!));
}
