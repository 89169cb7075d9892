import type { ItemRow } from '#src/frameworks/importing/framework-row.ts';
import { lintTexts as lintRow } from '#src/frameworks/importing/lint-texts.ts';
import { error, type Finding, type FindingCode } from './findings.ts';
import type { Path } from './placed-yaml.ts';
import {
  certificatesOf,
  competenciesOf,
  rolesOf,
  type Placed,
  type ReferenceSource,
} from './source.ts';

interface WrittenText {
  value: string;
  language: 'vi' | 'en';
  path: Path;
}

interface Both {
  vi: string;
  en: string;
}

/** Each text by itself: in its language, whole, in composed letters, and saying more than its label. */
export function lintTexts(source: ReferenceSource): Finding[] {
  const competencies = competenciesOf(source);
  const areas = source.areas.map(({ area }) => area);
  const roles = rolesOf(source);
  const groups = source.groups.map(({ group }) => group);
  return [
    ...[...areas, ...competencies, ...groups, ...roles].flatMap((entry) => [
      ...lintEntry(entry, textsOf(entry.value)),
    ]),
    ...[...areas, ...competencies, ...roles].flatMap(lintDefinition),
    ...certificatesOf(source).flatMap((entry) =>
      lintLetters(entry, [{ value: entry.value.name, language: 'en', path: ['name'] }]),
    ),
  ];
}

interface Worded {
  label: Both;
  definition?: Both | undefined;
  levels?: Record<string, Both>;
  aliases?: { form: string; lang: 'vi' | 'en' }[];
  titles?: { vi: string[]; en: string[] };
}

function textsOf({ label, definition, levels = {}, aliases = [], titles }: Worded): WrittenText[] {
  const both = (text: Both | undefined, path: Path): WrittenText[] =>
    text === undefined
      ? []
      : (['vi', 'en'] as const).map((language) => ({
          ...{ value: text[language], language, path: [...path, language] },
        }));
  return [
    ...both(label, ['label']),
    ...both(definition, ['definition']),
    ...Object.entries(levels).flatMap(([level, text]) => both(text, ['levels', level])),
    ...aliases.map(({ form, lang }, at) => ({
      ...{ value: form, language: lang, path: ['aliases', at, 'form'] },
    })),
    ...(['vi', 'en'] as const).flatMap((language) =>
      (titles?.[language] ?? []).map((value, at) => ({
        ...{ value, language, path: ['titles', language, at] },
      })),
    ),
  ];
}

const FROM_IMPORTS: Partial<Record<string, FindingCode>> = {
  'framework-mojibake': 'text-mojibake',
  'framework-control-characters': 'text-control-characters',
  'framework-markup': 'text-markup',
  'framework-wrong-language': 'language-wrong',
};

function lintEntry(entry: Placed<Worded>, texts: readonly WrittenText[]): Finding[] {
  return [
    ...lintLetters(entry, texts),
    ...texts.flatMap(({ value, language, path }) => {
      const row = { type: 'item', texts: [{ field: 'label', language, value }] };
      return lintRow({ ...row, aliases: [], levels: [] } as unknown as ItemRow).flatMap((found) => {
        const code = FROM_IMPORTS[found.code];
        const detail = { language, value: value.slice(0, 60) };
        return code ? [error(entry.placeOf(path), code, detail)] : [];
      });
    }),
  ];
}

/** Composed letters, single spaces: what is equal to the eye is equal to the program. */
function lintLetters(entry: Placed<unknown>, texts: readonly WrittenText[]): Finding[] {
  return texts.flatMap(({ value, path }) => {
    const place = entry.placeOf(path);
    const detail = { value: value.slice(0, 60) };
    return [
      ...(value !== value.normalize('NFC') ? [error(place, 'text-decomposed', detail)] : []),
      ...(/\s{2}|[\u00a0\u200b-\u200d\ufeff\t\n]/.test(value)
        ? [error(place, 'text-spacing', detail)]
        : []),
    ];
  });
}

/** A definition says more than the label; the same words in both languages were never translated. */
function lintDefinition(entry: Placed<Worded & { kind?: string }>): Finding[] {
  const { label, definition, kind, levels = {} } = entry.value;
  if (!definition) return [];
  const repeats = (['vi', 'en'] as const).flatMap((language) =>
    repeatsLabel(definition[language], label[language], kind === 'tool')
      ? [
          error(entry.placeOf(['definition', language]), 'definition-repeats-label', {
            value: label[language],
          }),
        ]
      : [],
  );
  const untranslated = [
    { text: definition, path: ['definition'] as Path },
    ...Object.entries(levels).map(([level, text]) => ({ text, path: ['levels', level] as Path })),
  ].filter(({ text }) => text.vi === text.en);
  return [
    ...repeats,
    ...untranslated.map(({ path }) =>
      error(entry.placeOf([...path, 'en']), 'text-untranslated', { name: path.join('.') }),
    ),
  ];
}

/** Fewer words than these, the label's own set aside, say nothing that the label does not. */
const FEWEST_WORDS = 4;

function repeatsLabel(definition: string, label: string, isTool: boolean): boolean {
  const said = wordsOf(definition);
  const named = wordsOf(label);
  const own = new Set(named);
  if (said.filter((word) => !own.has(word)).length < FEWEST_WORDS) return true;
  // a product stands first in many a good sentence about it; an ability does not explain itself by its name
  return !isTool && named.length > 1 && named.every((word, at) => said[at] === word);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu) ?? []
  );
}
