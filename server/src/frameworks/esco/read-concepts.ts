import { csvTable, jsonLines } from '#src/imports/table-rows.ts';
import { brokenLine, brokenRow, type BrokenRow } from '../importing/broken-row.ts';
import {
  addAliases,
  keep,
  listOf,
  occupationUri,
  setText,
  skillUri,
  type Concept,
  type Concepts,
} from './concepts.ts';
import type { EscoFile } from './files.ts';

type Cells = Record<string, string>;

/** Skills, groups of skills, ISCO groups and occupations: one concept to a row, named by conceptUri. */
export async function* readConcepts(
  { file, language, collection }: EscoFile,
  concepts: Concepts,
  extend: (concept: Concept, cells: Cells) => void = () => {},
): AsyncGenerator<BrokenRow> {
  const seen = new Map<string, number>();
  for await (const row of csvTable(file, ['conceptUri', 'preferredLabel'])) {
    if (row.fault !== null) {
      yield brokenRow(file.name, row);
      continue;
    }
    const { cells, line } = row;
    const uri = cells.conceptUri!.trim();
    const earlier = seen.get(uri);
    if (uri === '' || (earlier !== undefined && isFirstHand(file.name))) {
      yield doubtful(file.name, line, cells, earlier);
      continue;
    }
    seen.set(uri, line);
    const concept = concepts.of(uri);
    readCells(concept, cells, language);
    if (collection) addCollection(concept, collection);
    extend(concept, cells);
  }
}

function readCells(concept: Concept, cells: Cells, language: string): void {
  concept.type ??= cells.skillType || cells.conceptType || null;
  concept.code ??= cells.code || null;
  setText(concept, 'label', language, cells.preferredLabel);
  setText(concept, 'definition', language, cells.description || cells.definition);
  setText(concept, 'note', language, cells.scopeNote);
  addAliases(concept, language, listOf(cells.altLabels));
  for (const uri of listOf(cells.broaderConceptUri)) concept.broader.add(uri);
  const hidden = listOf(cells.hiddenLabels);
  if (hidden.length > 0) concept.extra[`hiddenLabels-${language}`] ??= hidden;
  for (const name of ['reuseLevel', 'modifiedDate', 'regulatedProfessionNote']) {
    keep(concept, name, cells[name]);
  }
  if (cells.status !== 'released') keep(concept, 'status', cells.status);
}

export function addCollection({ extra }: Concept, collection: string): void {
  const known = new Set((extra.collections as string[] | undefined) ?? []);
  extra.collections = [...known.add(collection)].sort();
}

/** Repeated rows of repacked files say the same once more. */
function isFirstHand(fileName: string): boolean {
  return !fileName.includes('with_alt_labels');
}

/** skills_en.jsonl: {id, label, description, alt, type, reuse, collections, broader}. */
export async function* readCompactSkills(
  { file, language }: EscoFile,
  concepts: Concepts,
): AsyncGenerator<BrokenRow> {
  for await (const { line, value, written } of jsonLines(file)) {
    if (!value || typeof value.id !== 'string') {
      yield brokenLine(file.name, line, written, { code: 'framework-row-no-object' });
      continue;
    }
    const concept = concepts.of(skillUri(value.id));
    if (typeof value.type === 'string') concept.type ??= value.type;
    setText(concept, 'label', language, textOf(value.label));
    setText(concept, 'definition', language, textOf(value.description));
    addAliases(concept, language, listed(value.alt));
    keep(concept, 'reuseLevel', textOf(value.reuse));
    for (const name of listed(value.collections)) addCollection(concept, name);
    for (const one of listed(value.broader)) concept.broader.add(skillUri(one));
  }
}

/** What occupations ask for, by occupation: address of the skill → is it essential, optional, or both. */
export type Requirements = Map<string, Map<string, 'essential' | 'optional' | 'both'>>;

/** occupation_skills.jsonl: {id, label, isco, essential, optional}. */
export async function* readCompactRequirements(
  { file, language }: EscoFile,
  occupations: Concepts,
  requirements: Requirements,
): AsyncGenerator<BrokenRow> {
  for await (const { line, value, written } of jsonLines(file)) {
    if (!value || typeof value.id !== 'string') {
      yield brokenLine(file.name, line, written, { code: 'framework-row-no-object' });
      continue;
    }
    const occupation = occupations.of(occupationUri(value.id));
    occupation.type ??= 'Occupation';
    setText(occupation, 'label', language, textOf(value.label));
    const isco = textOf(value.isco);
    if (isco && occupation.extra.iscoGroup === undefined) occupation.extra.iscoGroup = isco;
    for (const skill of listed(value.essential)) {
      require(requirements, occupation.uri, skillUri(skill), 'essential');
    }
    for (const skill of listed(value.optional)) {
      require(requirements, occupation.uri, skillUri(skill), 'optional');
    }
  }
}

/** Rows of pairs; `take` says whether it could use them. */
export async function* readPairs(
  { file }: EscoFile,
  columns: readonly string[],
  take: (cells: Cells) => void,
): AsyncGenerator<BrokenRow> {
  for await (const row of csvTable(file, columns)) {
    if (row.fault !== null) yield brokenRow(file.name, row);
    else take(row.cells);
  }
}

export function require(
  requirements: Requirements,
  occupation: string,
  skill: string,
  how: 'essential' | 'optional',
): void {
  const own = requirements.get(occupation) ?? new Map<string, 'essential' | 'optional' | 'both'>();
  const before = own.get(skill);
  own.set(skill, before === undefined || before === how ? how : 'both');
  requirements.set(occupation, own);
}

/** skillsHierarchy: one row to a group, with the path that leads to it. Rows lack trailing cells. */
export async function readHierarchy({ file, language }: EscoFile, groups: Concepts): Promise<void> {
  for await (const row of csvTable(file, ['Level 0 URI', 'Level 1 URI'], { shortRows: true })) {
    if (row.fault !== null) continue;
    const { cells } = row;
    const path = [0, 1, 2, 3].filter((level) => cells[`Level ${level} URI`]);
    const level = path.at(-1);
    if (level === undefined) continue;
    const group = groups.of(cells[`Level ${level} URI`]!);
    group.type ??= 'SkillGroup';
    group.code ??= cells[`Level ${level} code`] || null;
    setText(group, 'label', language, cells[`Level ${level} preferred term`]);
    setText(group, 'definition', language, cells.Description);
    setText(group, 'note', language, cells['Scope note']);
    const above = path.at(-2);
    if (above !== undefined) group.broader.add(cells[`Level ${above} URI`]!);
  }
}

function doubtful(
  file: string,
  line: number,
  cells: Cells,
  earlier: number | undefined,
): BrokenRow {
  const column = 'conceptUri';
  return earlier === undefined
    ? brokenLine(file, line, cells.preferredLabel ?? '', {
        ...{ code: 'framework-value-missing', column, detail: { value: column } },
      })
    : brokenLine(file, line, cells.preferredLabel ?? '', {
        ...{ code: 'framework-row-twice', column, detail: { file, line, row: earlier } },
      });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
