import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { DefinitionRow } from '#src/frameworks/importing/framework-row.ts';
import { documentOf, generatedLicence, keptDocument } from '../document.ts';
import { lawful } from '../lawful.ts';
import {
  criterionOf,
  endOf,
  lawfulAssociation,
  rubricId,
  rubricOf,
  toCase,
  type Written,
} from '../to-case.ts';
import { crosswalkAssociations, findCrosswalkAssociation } from './crosswalk-associations.ts';
import type {
  CaseVersion,
  CFAssociation,
  CFDocument,
  CFItem,
  Definition,
  Kind,
  Link,
} from '../wire.ts';
import { definition, writingOf } from '../write-package.ts';
import { findObject } from './object-index.ts';
import {
  findDefinition,
  findPart,
  listBelow,
  listPointing,
  listPublished,
  type Place,
  type Published,
} from './published.ts';
import { versionSource, type VersionSource } from './version-source.ts';

export interface Reading {
  version: CaseVersion;
  /** where this version of CASE is served */
  base: string;
}

/** Every public framework, as CFDocument. */
export async function readDocuments(db: Kysely<DB>, reading: Reading): Promise<CFDocument[]> {
  const documents: CFDocument[] = [];
  for (const one of await listPublished(db)) {
    documents.push(withPackage(await documentIn(db, one, reading), reading));
  }
  return documents;
}

export async function readDocument(
  db: Kysely<DB>,
  reading: Reading,
  uuid: string,
): Promise<CFDocument | undefined> {
  const published = await findPublished(db, uuid);
  return published && withPackage(await documentIn(db, published, reading), reading);
}

export async function findPublished(db: Kysely<DB>, uuid: string): Promise<Published | undefined> {
  return (await listPublished(db)).find(({ identifier }) => identifier === uuid);
}

async function documentIn(
  db: Kysely<DB>,
  published: Published,
  reading: Reading,
): Promise<CFDocument> {
  const source = await versionSource(db, published, reading);
  return documentOf(source.about, source.scales, source.writing);
}

/** Where the package of a document is got is ours to say, whatever its source said. */
function withPackage(document: CFDocument, { base }: Reading): CFDocument {
  const uri = `${base}/CFPackages/${document.identifier}`;
  return {
    ...document,
    CFPackageURI: { title: document.title, identifier: document.identifier, uri },
  };
}

interface Found extends Written {
  document: CFDocument;
}

export async function readItem(
  db: Kysely<DB>,
  reading: Reading,
  uuid: string,
): Promise<CFItem | undefined> {
  const place = await placeOf(db, uuid);
  const found = place && (await partsAt(db, reading, place));
  const item = found?.items.find((one) => one.identifier.toLowerCase() === uuid);
  return item && inDocument(item, found!.document);
}

async function placeOf(db: Kysely<DB>, uuid: string): Promise<Place | undefined> {
  return (
    (await findPart(db, uuid)) ?? (await findObject(db, await listPublished(db), 'item', uuid))
  );
}

function inDocument<One extends CFItem | CFAssociation>(one: One, document: CFDocument): One {
  const { title, identifier, uri } = document;
  return { ...one, CFDocumentURI: { title, identifier, uri } satisfies Link };
}

async function partsAt(db: Kysely<DB>, reading: Reading, place: Place): Promise<Found | undefined> {
  const source = await sourceOf(db, reading, place);
  return source && partsOf(source, reading, { [place.type]: [place.id] });
}

async function sourceOf(
  db: Kysely<DB>,
  reading: Reading,
  { versionId }: Pick<Place, 'versionId'>,
): Promise<VersionSource | undefined> {
  const published = (await listPublished(db)).find((one) => one.versionId === versionId);
  return published && versionSource(db, published, reading);
}

async function partsOf(
  source: VersionSource,
  reading: Reading,
  ids: { item?: number[]; role?: number[] },
): Promise<Found> {
  const document = documentOf(source.about, source.scales, source.writing);
  const rows = [
    ...(ids.item?.length ? await source.rows('item', ids.item) : []),
    ...(ids.role?.length ? await source.rows('role', ids.role) : []),
  ];
  const writing = await writingOf(source, document, reading, rows);
  const written = rows.map((row) => toCase(row, writing));
  return {
    document,
    items: written.flatMap(({ items }) => items),
    associations: written.flatMap(({ associations }) => associations),
  };
}

export async function readAssociation(
  db: Kysely<DB>,
  reading: Reading,
  uuid: string,
): Promise<CFAssociation | undefined> {
  const published = await listPublished(db);
  const place = await findObject(db, published, 'association', uuid);
  const found = place && (await partsAt(db, reading, place));
  const association = found?.associations.find((one) => one.identifier.toLowerCase() === uuid);
  if (association) return inDocument(association, found!.document);
  const crosswalk = await findCrosswalkAssociation(db, uuid, reading.base);
  const version = published.find(
    ({ status, frameworkId }) => status === 'published' && frameworkId === crosswalk?.frameworkId,
  );
  if (crosswalk && version) {
    const document = await documentIn(db, version, reading);
    return inDocument(lawfulAssociation(crosswalk.association, reading.version), document);
  }
  for (const one of published) {
    const source = await versionSource(db, one, reading);
    const said = [...(await source.successions()), ...othersOf(source)].find(
      ({ identifier }) => identifier.toLowerCase() === uuid,
    );
    if (!said) continue;
    const document = documentOf(source.about, source.scales, source.writing);
    return inDocument(lawfulAssociation(said, reading.version), document);
  }
  return undefined;
}

function othersOf({ about, writing }: VersionSource): CFAssociation[] {
  const others = keptDocument(about)?.others ?? [];
  return others.map((one) => ({ ...one, lastChangeDateTime: writing.changedAt }));
}

/** An item with every association at one end of which it stands: those of its framework, and crosswalks. */
export async function readItemAssociations(
  db: Kysely<DB>,
  reading: Reading,
  uuid: string,
): Promise<{ CFItem: CFItem; CFAssociations: CFAssociation[] } | undefined> {
  const place = await placeOf(db, uuid);
  const source = place && (await sourceOf(db, reading, place));
  if (!source) return undefined;
  const pointing = await listPointing(db, place);
  const own = { item: pointing.items, role: pointing.roles };
  own[place.type] = [...new Set([place.id, ...own[place.type]])];
  const { items, associations, document } = await partsOf(source, reading, own);
  const item = items.find((one) => one.identifier.toLowerCase() === uuid);
  if (!item) return undefined;
  const isInForce = source.writing.status === 'published';
  const ends = [
    ...associations,
    ...(await source.successions()),
    ...(isInForce ? await crosswalkAssociations(db, place.type, [place.id], reading.base) : []),
  ];
  return {
    CFItem: inDocument(item, document),
    CFAssociations: ends
      .filter(({ originNodeURI, destinationNodeURI }) =>
        [originNodeURI, destinationNodeURI].some((end) => end.identifier.toLowerCase() === uuid),
      )
      .map((one) => lawfulAssociation(one, reading.version)),
  };
}

/** A definition with those below it; of a licence, a grouping or a rubric itself alone. */
export async function readDefinitionSet(
  db: Kysely<DB>,
  reading: Reading,
  kind: DefinitionRow['kind'],
  uuid: string,
): Promise<Definition[]> {
  const found = await findDefinition(db, kind, uuid);
  if (!found) {
    const made = await generated(db, reading, kind, uuid);
    return made ? [made] : [];
  }
  const published = (await listPublished(db)).find((one) => one.versionId === found.versionId);
  const rows = [found.row, ...(await listBelow(db, found.versionId, found.row))];
  return rows.map((row) =>
    definition(row, { ...reading, changedAt: published?.changedAt ?? new Date(0).toISOString() }),
  );
}

/** Licences and rubrics that our own frameworks have without a definition of them. */
async function generated(
  db: Kysely<DB>,
  reading: Reading,
  kind: Kind,
  uuid: string,
): Promise<Definition | undefined> {
  if (kind !== 'licence' && kind !== 'rubric') return undefined;
  for (const one of await listPublished(db)) {
    const source = await versionSource(db, one, reading);
    const made =
      kind === 'licence' ? licenceOf(source, reading) : await rubricIn(source, reading, uuid);
    if (made?.identifier === uuid) return lawful(kind, reading.version, made);
  }
  return undefined;
}

function licenceOf(source: VersionSource, { base }: Reading): Definition | undefined {
  const document = documentOf(source.about, source.scales, source.writing);
  return generatedLicence(source.about, document, base);
}

async function rubricIn(
  source: VersionSource,
  { base, version }: Reading,
  uuid: string,
): Promise<Definition | undefined> {
  const { identifier, changedAt } = source.writing;
  const scale = source.scales.find(({ code }) => rubricId(identifier, code) === uuid);
  if (!scale) return undefined;
  const document = documentOf(source.about, source.scales, source.writing);
  const criteria: Definition[] = [];
  for await (const rows of source.pages()) {
    const writing = await writingOf(source, document, { version, base }, rows);
    for (const row of rows) {
      if (row.type !== 'item') continue;
      const of = { end: endOf(row, writing), rubric: uuid, base, at: writing.changedAt(row) };
      const criterion = criterionOf(row, scale, of);
      if (criterion) criteria.push(criterion);
    }
  }
  return { ...rubricOf(scale, identifier, base, changedAt), CFRubricCriteria: criteria };
}
