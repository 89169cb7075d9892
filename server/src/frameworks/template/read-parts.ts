import type { RowFinding } from '#src/imports/importer.ts';
import type { ReadRow } from '../importing/framework-importer.ts';
import type { AtLevel, ItemRow, Requirement, RoleRow, Text } from '../importing/framework-row.ts';
import { inOneOrder } from '../importing/framework-row.ts';
import { nameUuid } from '../importing/name-uuid.ts';
import { cellsOf, splitList, type Cells } from './cells.ts';
import { completed, type Kept } from './kept.ts';
import type { Line, Table } from './read-tables.ts';
import { KINDS, NECESSITIES, ROLE_KINDS } from './words.ts';

/** What the lines of one sheet are read with: the other sheets, and what stands already. */
export interface Context {
  frameworkUuid: string;
  /** the identifiers of this file, by the codes that lines name */
  items: ReadonlyMap<string, string>;
  roles: ReadonlyMap<string, string>;
  /** the levels of the scales of this file, under their numbers and their codes */
  levels: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** lines of other sheets by the code that they belong to; undefined: the file has no such sheet */
  descriptors: { table: Table; lines: ReadonlyMap<string, Line[]> } | undefined;
  requirements: { table: Table; lines: ReadonlyMap<string, Line[]> } | undefined;
  /** what stands under an identifier: what the file has no column for stays as it is */
  before: ReadonlyMap<string, ItemRow | RoleRow>;
  /** by the key of the row ('item NL.01'); undefined: the file has no sheet of source data */
  kept: ReadonlyMap<string, Kept> | undefined;
  nextSequence(parent: string | null, said: number | null): number;
}

export function readItem(line: Line, table: Table, context: Context): ReadRow {
  const problems: RowFinding[] = [];
  const cells = cellsOf(line, table, problems);
  const own = identityOf('item', cells, line, context);
  const before = context.before.get(`item ${own.sourceId}`) as ItemRow | undefined;
  const has = (key: string) => table.columns.has(key);
  const parent = parentOf(cells, context.items, has, before);
  const texts = textsOf(cells, table, before);
  const read: ItemRow = {
    ...{ type: 'item', ...own, parent, texts },
    kind: has('kind')
      ? cells.choice('kind', KINDS, 'competency', 'framework-kind-unknown')
      : (before?.kind ?? 'competency'),
    uri: has('uri') ? cells.text('uri') || null : (before?.uri ?? null),
    sourceKind: has('sourceKind') ? cells.text('sourceKind') || null : (before?.sourceKind ?? null),
    sequence: context.nextSequence(parent, has('sequence') ? cells.integer('sequence') : null),
    aliases: aliasesOf(cells, table, texts, before),
    level: has('level') ? levelOf(cells, context) : (before?.level ?? null),
    levels: context.descriptors
      ? descriptorsOf(cells.code('code'), context, problems)
      : (before?.levels ?? []),
    relations: has('relations') ? relationsOf(cells, context, before) : (before?.relations ?? []),
    extra: { ...(context.kept ? {} : before?.extra), ...furtherOf(line) },
  };
  return { row: completed(inOneOrder(read), context.kept, problems), problems };
}

export function readRole(line: Line, table: Table, context: Context): ReadRow {
  const problems: RowFinding[] = [];
  const cells = cellsOf(line, table, problems);
  const own = identityOf('role', cells, line, context);
  const before = context.before.get(`role ${own.sourceId}`) as RoleRow | undefined;
  const has = (key: string) => table.columns.has(key);
  const parent = parentOf(cells, context.roles, has, before);
  const read: RoleRow = {
    ...{ type: 'role', ...own, parent, texts: textsOf(cells, table, before) },
    kind: has('kind')
      ? cells.choice('kind', ROLE_KINDS, 'occupation', 'framework-kind-unknown')
      : (before?.kind ?? 'occupation'),
    uri: has('uri') ? cells.text('uri') || null : (before?.uri ?? null),
    sourceKind: has('sourceKind') ? cells.text('sourceKind') || null : (before?.sourceKind ?? null),
    sequence: context.nextSequence(parent, has('sequence') ? cells.integer('sequence') : null),
    titles: [
      ...unsaid(before?.titles ?? [], table, 'titles'),
      ...distinct(cells.lists('titles').map(({ language, value }) => ({ title: value, language }))),
    ],
    requirements: context.requirements
      ? requirementsOf(cells.code('code'), context, problems)
      : (before?.requirements ?? []),
    extra: { ...(context.kept ? {} : before?.extra), ...furtherOf(line) },
  };
  return { row: completed(inOneOrder(read), context.kept, problems), problems };
}

function identityOf(type: 'item' | 'role', cells: Cells, line: Line, context: Context) {
  const code = cells.code('code');
  if (code === '') cells.say('framework-value-missing', 'code', { value: 'Mã / Code' });
  const sourceId = cells.code('identifier') || code || `? ${line.address('code')}`;
  const said = cells.text('uuid').toLowerCase();
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(said);
  if (said !== '' && !isUuid) {
    cells.say('framework-uuid-bad', 'uuid', { value: said.slice(0, 60) });
  }
  const made = nameUuid(context.frameworkUuid, `${type} ${sourceId}`);
  const uuid = isUuid ? said : (context.before.get(`${type} ${sourceId}`)?.uuid ?? made);
  return { sourceId, code, uuid };
}

function parentOf(
  cells: Cells,
  known: ReadonlyMap<string, string>,
  has: (key: string) => boolean,
  before: { parent: string | null } | undefined,
): string | null {
  if (!has('parent')) return before?.parent ?? null;
  const code = cells.code('parent');
  return code === '' ? null : (known.get(code) ?? code);
}

function textsOf(cells: Cells, table: Table, before: { texts: Text[] } | undefined): Text[] {
  return (['label', 'definition', 'note'] as const).flatMap((field) => [
    ...unsaid(
      (before?.texts ?? []).filter((one) => one.field === field),
      table,
      field,
    ),
    ...cells.texts(field).map((text) => ({ field, ...text })),
  ]);
}

/** Of what stands: what is in a language for which the file has no column. */
function unsaid<One extends { language: string }>(
  standing: readonly One[],
  table: Table,
  base: string,
): One[] {
  return standing.filter(({ language }) => !table.columns.has(`${base} ${language}`));
}

function aliasesOf(
  cells: Cells,
  table: Table,
  texts: readonly Text[],
  before: ItemRow | undefined,
): ItemRow['aliases'] {
  const said = cells.lists('aliases').map(({ language, value }) => ({ form: value, language }));
  const isLabel = ({ form, language }: { form: string; language: string }) =>
    texts.some((one) => one.field === 'label' && one.language === language && one.value === form);
  const all = [...unsaid(before?.aliases ?? [], table, 'aliases'), ...said];
  return distinct(all.filter((one) => !isLabel(one)));
}

function levelOf(cells: Cells, { levels }: Context): AtLevel | null {
  const scale = cells.code('scale');
  const written = cells.code('level');
  if (scale === '' && written === '') return null;
  if (scale === '' || written === '') {
    const key = scale === '' ? 'scale' : 'level';
    const value = scale === '' ? 'Thang mức / Level scale' : 'Mức / Level';
    cells.say('framework-value-missing', key, { value });
    return null;
  }
  const known = levels.get(scale);
  const number = /^-?\d{1,4}$/.test(written) ? Number(written) : undefined;
  // a scale that is not of this file is looked up later
  const level = known ? known.get(written) : number;
  if (level === undefined) {
    cells.say('framework-level-unknown', 'level', { value: written.slice(0, 40), scale });
  }
  return level === undefined ? null : { scale, level };
}

function descriptorsOf(code: string, context: Context, problems: RowFinding[]): ItemRow['levels'] {
  const { table, lines } = context.descriptors!;
  const levels = new Map<string, ItemRow['levels'][number]>();
  for (const line of lines.get(code) ?? []) {
    const cells = cellsOf(line, table, problems);
    const at = levelOf(cells, context);
    if (!at) {
      if (problems.length === 0)
        cells.say('framework-value-missing', 'level', { value: 'Mức / Level' });
      continue;
    }
    const key = JSON.stringify([at.scale, at.level]);
    if (levels.has(key)) cells.say('framework-line-twice', 'item', {}, 'warning');
    else levels.set(key, { ...at, texts: cells.texts('descriptor') });
  }
  return [...levels.values()];
}

function requirementsOf(code: string, context: Context, problems: RowFinding[]): Requirement[] {
  const { table, lines } = context.requirements!;
  const requirements = new Map<string, Requirement>();
  for (const line of lines.get(code) ?? []) {
    const cells = cellsOf(line, table, problems);
    const said = cells.code('item');
    const item = context.items.get(said) ?? said;
    if (item === '') {
      cells.say('framework-value-missing', 'item', { value: 'Mã năng lực / Competency code' });
    } else if (requirements.has(item)) cells.say('framework-line-twice', 'item', {}, 'warning');
    else {
      const level = levelOf(cells, context);
      const weight = cells.weight('weight');
      requirements.set(item, {
        item,
        necessity: cells.choice(
          ...(['necessity', NECESSITIES, 'essential', 'framework-necessity-unknown'] as const),
        ),
        ...(level && { level }),
        ...(weight !== undefined && { weight }),
      });
    }
  }
  return [...requirements.values()];
}

const RELATIONS = [
  ...['child-of', 'part-of', 'related', 'peer-of', 'precedes', 'exemplar-of', 'has-level'],
  ...['essential-for', 'optional-for', 'replaced-by', 'translation-of'],
];

/** 'related: NL.02 | precedes: NL.05'; a relation alone means 'related'. */
function relationsOf(
  cells: Cells,
  { items, kept }: Context,
  before: ItemRow | undefined,
): ItemRow['relations'] {
  const said = splitList(cells.text('relations')).flatMap((written) => {
    const [, relation = 'related', code = ''] = /^(?:([a-z-]+|ext:\S+):\s+)?(.*)$/s.exec(written)!;
    if (RELATIONS.includes(relation) || relation.startsWith('ext:')) {
      return [{ relation, to: items.get(code) ?? code }];
    }
    const allowed = RELATIONS.join(', ');
    cells.say('framework-relation-unknown', 'relations', { value: relation.slice(0, 40), allowed });
    return [];
  });
  const standing = kept ? [] : (before?.relations ?? []);
  return distinct(said).map(
    (one) => standing.find(({ relation, to }) => relation === one.relation && to === one.to) ?? one,
  );
}

const furtherOf = ({ further }: Line): Record<string, string> =>
  Object.fromEntries(further.map(({ heading, text }) => [heading, text]));

function distinct<One>(list: readonly One[]): One[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}
