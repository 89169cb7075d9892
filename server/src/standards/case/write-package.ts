import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type {
  DefinitionRow,
  FrameworkRow,
  ItemRow,
  ScaleRow,
} from '#src/frameworks/importing/framework-row.ts';
import type { End, PartRow } from './bundle.ts';
import {
  documentOf,
  generatedLicence,
  keptDocument,
  languageOfFramework,
  type DocumentWriting,
} from './document.ts';
import { lawful, OURS } from './lawful.ts';
import {
  criterionOf,
  endOf,
  lawfulAssociation,
  rubricOf,
  targetsOf,
  toCase,
  type Writing,
} from './to-case.ts';
import {
  DEFINITION_LISTS,
  type CFAssociation,
  type CFDocument,
  type CFPackage,
  type Definition,
} from './wire.ts';

/** What a package is written from: one version of a framework, its rows page by page. */
export interface PackageSource {
  about: FrameworkRow;
  scales: readonly ScaleRow[];
  definitions(): Promise<readonly DefinitionRow[]>;
  /** associations that begin at what is no longer in the version: what became of it */
  successions(): Promise<readonly CFAssociation[]>;
  pages(): AsyncIterable<readonly PartRow[]>;
  /** associations of some rows of a page with items of other frameworks */
  crosswalks(rows: readonly PartRow[]): Promise<readonly CFAssociation[]>;
  /** the rows at which others point, by their source ids */
  ends(targets: { items: string[]; roles: string[] }): Promise<readonly End[]>;
  changedAt(row: PartRow): string;
}

/**
 * A CFPackage as JSON, piece by piece: what is in memory is one page of rows. Associations, which stand
 * behind the items although they come from the same rows, wait deflated.
 */
export async function* writePackage(
  source: PackageSource,
  at: DocumentWriting,
): AsyncGenerator<string> {
  const { about, scales } = source;
  const document = documentOf(about, scales, at);
  const kept = keptDocument(about);
  const rubrics = rubricsOf(scales, at);
  const associations = new Spool();
  yield `{"CFDocument":${JSON.stringify(document)}`;
  let items = '';
  let any = false;
  for await (const rows of source.pages()) {
    const writing = await writingOf(source, document, at, rows);
    for (const row of rows) {
      const written = toCase(row, writing);
      for (const item of written.items) {
        items += `${any ? ',' : ',"CFItems":['}${JSON.stringify(item)}`;
        any = true;
      }
      for (const association of written.associations) associations.add(JSON.stringify(association));
      if (row.type === 'item') addCriteria(row, rubrics, writing);
    }
    for (const one of await source.crosswalks(rows)) {
      associations.add(JSON.stringify(lawfulAssociation(one, at.version)));
    }
    associations.seal();
    if (items !== '') yield items;
    items = '';
  }
  const isEmptyList = (name: string) => kept === undefined || kept.emptyLists?.includes(name);
  if (any) yield ']';
  else if (isEmptyList('CFItems')) yield ',"CFItems":[]';

  for (const one of [...(await source.successions()), ...dated(kept?.others, at)]) {
    associations.add(JSON.stringify(lawfulAssociation(one, at.version)));
  }
  if (!associations.isEmpty || isEmptyList('CFAssociations')) {
    yield ',"CFAssociations":[';
    yield* associations.joined();
    yield ']';
  }
  const definitions = await source.definitions();
  yield definitionsOf(source, definitions, document, at);
  yield* rubricList(source, definitions, rubrics, at);
  yield endOfPackage(source, at);
}

/** The whole at once, for packages that fit in memory. */
export async function packageOf(source: PackageSource, at: DocumentWriting): Promise<CFPackage> {
  let text = '';
  for await (const piece of writePackage(source, at)) text += piece;
  return JSON.parse(text) as CFPackage;
}

/** What stands around some rows of a version. */
export async function writingOf(
  source: Pick<PackageSource, 'about' | 'ends' | 'changedAt'>,
  document: CFDocument,
  { version, base }: Pick<DocumentWriting, 'version' | 'base'>,
  rows: readonly PartRow[],
): Promise<Writing> {
  const language = languageOfFramework(source.about);
  const own = rows.map((row) => endOf(row, { base, language }));
  const ends = [...(await source.ends(targetsOf(rows))), ...own];
  const byName = new Map(ends.map((end) => [`${end.type} ${end.sourceId}`, end]));
  const byIdentifier = new Map(ends.map((end) => [end.identifier, end]));
  const { title, identifier, uri } = document;
  return {
    ...{ version, base, language, languageAsWritten: document.language },
    document: { title, identifier, uri },
    changedAt: (row) => source.changedAt(row),
    end: (type, sourceId) => byName.get(`${type} ${sourceId}`),
    endOf: (id) => byIdentifier.get(id),
  };
}

/** JSON objects that wait in little room: one deflated piece for each page. */
class Spool {
  #open: string[] = [];
  #sealed: Buffer[] = [];

  get isEmpty(): boolean {
    return this.#open.length === 0 && this.#sealed.length === 0;
  }

  add(json: string): void {
    this.#open.push(json);
  }

  seal(): void {
    if (this.#open.length === 0) return;
    this.#sealed.push(deflateRawSync(this.#open.join(','), { level: 1 }));
    this.#open = [];
  }

  *joined(): Generator<string> {
    this.seal();
    let comma = '';
    for (const piece of this.#sealed) {
      yield comma + inflateRawSync(piece).toString('utf8');
      comma = ',';
    }
  }
}

function dated(
  others: readonly CFAssociation[] | undefined,
  { changedAt }: DocumentWriting,
): CFAssociation[] {
  return (others ?? []).map((one) => ({ ...one, lastChangeDateTime: changedAt }));
}

function definitionsOf(
  source: PackageSource,
  definitions: readonly DefinitionRow[],
  document: CFDocument,
  at: DocumentWriting,
): string {
  const kept = keptDocument(source.about);
  const lists: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(DEFINITION_LISTS)) {
    const written = definitions.flatMap((row) => (row.kind === kind ? [definition(row, at)] : []));
    const licence = kind === 'licence' && generatedLicence(source.about, document, at.base);
    if (licence && !written.some(({ identifier }) => identifier === licence.identifier)) {
      written.push(lawful('licence', at.version, licence));
    }
    if (written.length > 0 || kept?.emptyLists?.includes(`CFDefinitions.${name}`))
      lists[name] = written;
  }
  if (at.version === '1.1' && kept?.definitionExtensions) {
    lists.extensions = kept.definitionExtensions;
  }
  const isThere = Object.keys(lists).length > 0 || kept?.emptyLists?.includes('CFDefinitions');
  return isThere ? `,"CFDefinitions":${JSON.stringify(lists)}` : '';
}

/** A definition as it came, with what the schemas ask of it where its source left that out. */
export function definition(
  { kind, uuid, body }: DefinitionRow,
  { version, base, changedAt }: Pick<DocumentWriting, 'version' | 'base' | 'changedAt'>,
): Definition {
  const required: Definition = {
    identifier: uuid,
    uri: `${base}/${ENDPOINTS[kind]}/${uuid}`,
    lastChangeDateTime: changedAt,
    ...(kind === 'rubric' ? {} : { title: uuid }),
    ...(kind === 'concept' || kind === 'subject' || kind === 'item-type'
      ? { hierarchyCode: '' }
      : {}),
    ...(kind === 'item-type' ? { description: '' } : {}),
    ...(kind === 'licence' ? { licenseText: '' } : {}),
  };
  return lawful(kind, version, { ...required, ...body });
}

export const ENDPOINTS: Readonly<Record<DefinitionRow['kind'], string>> = {
  concept: 'CFConcepts',
  subject: 'CFSubjects',
  licence: 'CFLicenses',
  'item-type': 'CFItemTypes',
  'association-grouping': 'CFAssociationGroupings',
  rubric: 'CFRubrics',
};

interface Rubric {
  scale: ScaleRow;
  head: Definition;
  criteria: Spool;
}

function rubricsOf(scales: readonly ScaleRow[], at: DocumentWriting): Rubric[] {
  return scales.map((scale) => ({
    scale,
    head: lawful('rubric', at.version, rubricOf(scale, at.identifier, at.base, at.changedAt)),
    criteria: new Spool(),
  }));
}

function addCriteria(row: ItemRow, rubrics: readonly Rubric[], writing: Writing): void {
  for (const { scale, head, criteria } of rubrics) {
    const criterion = criterionOf(row, scale, {
      end: endOf(row, writing),
      ...{ rubric: String(head.identifier), base: writing.base, at: writing.changedAt(row) },
    });
    if (criterion) criteria.add(JSON.stringify(criterion));
  }
}

function* rubricList(
  source: PackageSource,
  definitions: readonly DefinitionRow[],
  rubrics: readonly Rubric[],
  at: DocumentWriting,
): Generator<string> {
  const own = definitions.flatMap((row) => (row.kind === 'rubric' ? [definition(row, at)] : []));
  const written = rubrics.filter(({ criteria }) => !criteria.isEmpty);
  const isEmpty = keptDocument(source.about)?.emptyLists?.includes('CFRubrics');
  if (own.length + written.length === 0 && !isEmpty) return;
  yield ',"CFRubrics":[';
  let comma = '';
  for (const rubric of own) {
    yield comma + JSON.stringify(rubric);
    comma = ',';
  }
  for (const { head, criteria } of written) {
    yield `${comma}${JSON.stringify(head).slice(0, -1)},"CFRubricCriteria":[`;
    yield* criteria.joined();
    yield ']}';
    comma = ',';
  }
  yield ']';
}

function endOfPackage({ about }: PackageSource, { version }: DocumentWriting): string {
  const kept = keptDocument(about);
  if (version === '1.0' || !kept) return '}';
  const extensions = {
    ...kept.extensions,
    ...(kept.unknown ? { [OURS]: { unknown: kept.unknown } } : {}),
  };
  return Object.keys(extensions).length > 0 || kept.extensions
    ? `,"extensions":${JSON.stringify(extensions)}}`
    : '}';
}
