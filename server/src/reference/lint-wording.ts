import { error, warning, type Finding, type Place } from './findings.ts';
import { competenciesOf, type Placed, type ReferenceSource } from './source.ts';
import type { Competency } from './shape.ts';

/** One sentence of an author. */
interface Sentence {
  code: string;
  language: 'vi' | 'en';
  /** a product is said to do one thing or another in fewer ways than people are */
  kind: 'definition' | 'tool' | 'descriptor';
  level: string;
  words: string[];
  place: Place;
}

/** From this share of two sentences' words on they are one sentence with a word exchanged. */
const NEAR = 0.8;
/** Of the sentences of one kind and language, more than this share (or this many) may not begin alike. */
const FRAME_SHARE = 0.025;
const FRAME_LEAST = 6;
const FRAME_WORDS = { vi: 4, en: 3 };

/** Sentences that begin alike again and again, and sentences that are nearly the same. */
export function lintWording(source: ReferenceSource): Finding[] {
  const sentences = competenciesOf(source).flatMap(sentencesOf);
  const groups = [
    ...Map.groupBy(sentences, ({ kind, language }) => `${kind} ${language}`).values(),
  ];
  return groups.flatMap((group) => [...repeatedFrames(group), ...nearDuplicates(group)]);
}

function sentencesOf(entry: Placed<Competency>): Sentence[] {
  const { code, kind: own, definition, levels } = entry.value;
  const texts = [
    {
      kind: own === 'tool' ? ('tool' as const) : ('definition' as const),
      level: '',
      text: definition,
      path: ['definition'],
    },
    ...Object.entries(levels).map(([level, text]) => ({
      ...{ kind: 'descriptor' as const, level, text, path: ['levels', level] },
    })),
  ];
  return texts.flatMap(({ kind, level, text, path }) =>
    (['vi', 'en'] as const).map((language) => ({
      ...{ code, kind, level, language, words: wordsOf(text[language]) },
      place: entry.placeOf([...path, language]),
    })),
  );
}

/** The name of the competency does not make a sentence another one: the frame around it counts. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu) ?? []
  );
}

function repeatedFrames(sentences: readonly Sentence[]): Finding[] {
  const most = Math.max(FRAME_LEAST, Math.ceil(sentences.length * FRAME_SHARE));
  const frames = Map.groupBy(sentences, ({ words, language }) =>
    words.slice(0, FRAME_WORDS[language]).join(' '),
  );
  return [...frames].flatMap(([frame, alike]) => {
    if (alike.length <= most) return [];
    const { kind, language, place } = alike[0]!;
    const detail = { value: frame, count: alike.length, most, language };
    const others = alike.slice(1, 6).map(({ code }) => code);
    return [
      warning(place, kind === 'descriptor' ? 'frame-descriptors' : 'frame-definitions', {
        ...{ ...detail, others: others.join(', ') },
      }),
    ];
  });
}

function nearDuplicates(sentences: readonly Sentence[]): Finding[] {
  const sets = sentences.map(({ words }) => new Set(words));
  return sentences.flatMap((one, at) => {
    for (let other = 0; other < at; other += 1) {
      if (likeness(sets[at]!, sets[other]!) < NEAR) continue;
      const { code, level, place } = sentences[other]!;
      const { file, line } = place;
      const detail = {
        ...{ code: one.code, other: level === '' ? code : `${code} (${level})`, file, line },
      };
      return [
        one.kind === 'descriptor'
          ? error(one.place, 'descriptors-alike', detail)
          : warning(one.place, 'definitions-alike', detail),
      ];
    }
    return [];
  });
}

/** Jaccard's: words in both ÷ words in either; 0 at once where the sizes rule a high one out. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < 3 || small.size < NEAR * large.size) return 0;
  let both = 0;
  for (const word of small) if (large.has(word)) both += 1;
  return both / (small.size + large.size - both);
}
