import { Problem } from '#src/errors.ts';
import { openBundle } from '#src/imports/bundle.ts';
import type { ParseContext } from '#src/imports/importer.ts';
import { csvTable } from '#src/imports/table-rows.ts';
import { filesFindings, rejectedRow, type BrokenRow } from '../importing/broken-row.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import type { ItemRow } from '../importing/framework-row.ts';
import { versionIn } from '../importing/version-in.ts';
import { aboutEsco } from './about.ts';
import { Concepts, sourceIdOf, type Concept } from './concepts.ts';
import { missingParts, sortFiles, type EscoFile, type Part } from './files.ts';
import {
  readCompactRequirements,
  readCompactSkills,
  readConcepts,
  readHierarchy,
  readPairs,
  require,
  type Requirements,
} from './read-concepts.ts';
import { itemRow, NAMESPACE, roleRow } from './to-rows.ts';

interface Esco {
  items: Concepts;
  roles: Concepts;
  requirements: Requirements;
  relations: Map<string, ItemRow['relations']>;
  schemes: { uri: string; title: string }[];
}

/** ESCO as rows: the whole, its groups and skills, the ISCO groups and occupations, and what could not be read. */
export async function* readEsco(
  content: AsyncIterable<Buffer>,
  { run }: ParseContext,
): AsyncGenerator<ReadRow> {
  const { files, names } = await openBundle(content, run.fileName);
  const { known, unread } = sortFiles(files);
  if (!known.some(({ part }) => part === 'skills' || part === 'compact-skills')) {
    throw new Problem('file-not-in-format', { format: 'esco', what: 'skills_en.csv' });
  }
  const version = run.statedVersion ?? versionIn(names);
  if (!version) throw new Problem('framework-version-unknown', { file: run.fileName });
  const esco: Esco = {
    ...{ items: new Concepts(), roles: new Concepts(), requirements: new Map() },
    ...{ relations: new Map(), schemes: [] },
  };
  const broken: BrokenRow[] = [];
  for (const part of ORDER) {
    for (const file of known.filter((one) => one.part === part)) {
      for await (const row of READERS[part](file, esco)) broken.push(row);
    }
  }
  yield {
    row: aboutEsco(version, esco.schemes),
    problems: filesFindings(missingParts(known), unread),
  };
  // what is only spoken of (a broader skill that no file describes) is no row: lint names who points at it
  for (const concept of described(esco.items)) yield itemRow(concept, esco.items, esco.relations);
  for (const concept of described(esco.roles))
    yield roleRow(concept, esco.roles, esco.requirements);
  for (const row of broken) yield rejectedRow(NAMESPACE, row);
}

/** Files whose word counts more come first. */
const ORDER: readonly Part[] = [
  ...(['schemes', 'skill-groups', 'skills-hierarchy', 'skills', 'collection'] as const),
  ...(['compact-skills', 'other-labels', 'broader-skills', 'skill-relations'] as const),
  ...(['isco-groups', 'occupations', 'broader-occupations'] as const),
  ...(['requirements', 'compact-requirements'] as const),
];

const READERS: Record<Part, (file: EscoFile, esco: Esco) => AsyncGenerator<BrokenRow>> = {
  schemes: readSchemes,
  skills: (file, { items }) => readConcepts(file, items),
  collection: (file, { items }) => readConcepts(file, items),
  'compact-skills': (file, { items }) => readCompactSkills(file, items),
  'other-labels': (file, { items }) => readConcepts(file, items),
  'skill-groups': (file, { items }) => readConcepts(file, items),
  'skills-hierarchy': async function* (file, { items }) {
    await readHierarchy(file, items);
  },
  'broader-skills': (file, { items }) => readBroader(file, items),
  'skill-relations': (file, esco) =>
    readPairs(file, ['originalSkillUri', 'relationType', 'relatedSkillUri'], (cells) => {
      const related = cells.relatedSkillUri!;
      const relation = cells.relationType === 'essential' ? 'essential-for' : 'optional-for';
      const own = esco.relations.get(related) ?? [];
      esco.relations.set(related, own);
      own.push({ relation, to: sourceIdOf(cells.originalSkillUri!) });
    }),
  'isco-groups': (file, { roles }) => readConcepts(file, roles),
  occupations: (file, { roles }) =>
    readConcepts(file, roles, ({ extra }, { iscoGroup }) => {
      if (iscoGroup) extra.iscoGroup ??= iscoGroup;
    }),
  'broader-occupations': (file, { roles }) => readBroader(file, roles),
  requirements: (file, { requirements }) =>
    readPairs(file, ['occupationUri', 'relationType', 'skillUri'], (cells) => {
      const how = cells.relationType === 'essential' ? 'essential' : 'optional';
      require(requirements, cells.occupationUri!, cells.skillUri!, how);
    }),
  'compact-requirements': (file, { roles, requirements }) =>
    readCompactRequirements(file, roles, requirements),
};

function readBroader(file: EscoFile, concepts: Concepts): AsyncGenerator<BrokenRow> {
  return readPairs(file, ['conceptUri', 'broaderUri'], ({ conceptUri, broaderUri }) => {
    concepts.of(conceptUri!).broader.add(broaderUri!);
  });
}

async function* readSchemes({ file }: EscoFile, { schemes }: Esco): AsyncGenerator<BrokenRow> {
  for await (const row of csvTable(file, ['conceptSchemeUri', 'preferredLabel'])) {
    if (row.fault !== null) continue;
    const { conceptSchemeUri, preferredLabel } = row.cells;
    if (schemes.some(({ uri }) => uri === conceptSchemeUri)) continue;
    schemes.push({ uri: conceptSchemeUri!, title: preferredLabel! });
  }
}

function described({ all }: Concepts): Concept[] {
  return [...all.values()].filter(({ texts, type }) => texts.size > 0 || type !== null);
}
