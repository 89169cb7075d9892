import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { AnyRow } from '../server/src/frameworks/importing/framework-row.ts';
import { frameworkRow, itemRow, roleRow } from '../server/src/testing/framework-rows.ts';

const read = (...path: string[]) => gunzipSync(readFileSync(join(...path))).toString('utf8');
const table = (text: string, delimiter: string) =>
  parse(text, { columns: true, delimiter, quote: delimiter === ',' ? '"' : null }) as Record<
    string,
    string
  >[];
const label = (value: string) => [{ field: 'label' as const, language: 'en', value }];

/** Two frameworks with the names of ESCO (skills, occupations) and O*NET (technology, occupations, titles). */
export function realRows(data: string): AnyRow[][] {
  const esco = join(data, 'esco_1_2_0');
  const others = new Map(
    table(read(esco, 'esco_skills_with_alt_labels.csv.gz'), ',').map((row) => [
      row.preferredLabel!,
      lines(row.altLabels),
    ]),
  );
  const skills = read(esco, 'skills_en.jsonl.gz')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; label: string; alt: string[] })
    .map((skill) =>
      itemRow(skill.id, {
        texts: label(skill.label),
        aliases: [...new Set([...skill.alt, ...(others.get(skill.label) ?? [])])].map((form) => ({
          form,
          language: 'en',
        })),
      }),
    );
  const occupations = table(read(esco, 'occupations_en.csv.gz'), ',').map((row, at) =>
    roleRow(`o${at}`, {
      texts: label(row.preferredLabel!),
      titles: lines(row.altLabels).map((title) => ({ title, language: 'en' })),
    }),
  );
  const onet = join(data, 'onet_29_2');
  const tools = new Set(
    table(read(onet, 'technology_skills.tsv.gz'), '\t').map((row) => row.Example!),
  );
  const titles = Map.groupBy(
    table(read(onet, 'alternate_titles.tsv.gz'), '\t'),
    (row) => row['O*NET-SOC Code']!,
  );
  const roles = table(read(onet, 'occupation_data.tsv.gz'), '\t').map((row) =>
    roleRow(row['O*NET-SOC Code']!, {
      texts: label(row.Title!),
      titles: (titles.get(row['O*NET-SOC Code']!) ?? []).map((other) => ({
        title: other['Alternate Title']!,
        language: 'en',
      })),
    }),
  );
  const uuid = '0b9e0000-4d1c-4c55-8f4e-0a6f2f1d9b01';
  return [
    [frameworkRow({ code: 'names-1' }), ...skills, ...occupations],
    [
      frameworkRow({ code: 'names-2', uuid }),
      ...[...tools].map((name, at) => itemRow(`t${at}`, { kind: 'tool', texts: label(name) })),
      ...roles,
    ],
  ];
}

/** The same number of names, made of words, where the real ones are not at hand. */
export function madeRows(): AnyRow[][] {
  const syllables = [
    'ta',
    'ri',
    'mon',
    'kel',
    'vas',
    'du',
    'phe',
    'lor',
    'ing',
    'sta',
    'que',
    'bro',
  ];
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const word = () => Array.from({ length: 2 + random(3) }, () => syllables[random(12)]).join('');
  const words = Array.from({ length: 9_000 }, word);
  const name = () =>
    Array.from({ length: 2 + random(3) }, () => words[random(random(2) ? 400 : 9_000)]).join(' ');
  return [
    [
      frameworkRow({ code: 'names-1' }),
      ...Array.from({ length: 26_000 }, (_, at) =>
        itemRow(`s${at}`, {
          texts: label(name()),
          aliases: Array.from({ length: random(9) }, () => ({ form: name(), language: 'en' })),
        }),
      ),
    ],
  ];
}

function lines(text: string | undefined): string[] {
  return [...new Set((text ?? '').split('\n').map((one) => one.trim()))].filter(Boolean);
}
