import type { FrameworkRow, ScaleRow, Text } from '#src/frameworks/importing/framework-row.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import { withoutKept } from './bundle.ts';
import { restoreOne, withOurs } from './keep-bundle.ts';
import { keep, type Kept } from './kept.ts';
import { isDay, lawful } from './lawful.ts';
import { OurAbout, OurScale, unsaid } from './our-part.ts';
import { uuidOf } from './read-bundle.ts';
import { languageOf, mainLanguage, textOf } from './statements.ts';
import type {
  CaseVersion,
  CFAssociation,
  CFDocument,
  Definition,
  Extensions,
  Link,
} from './wire.ts';

/** In `extra.case` of a framework: what a package says beside its items. */
export interface KeptDocument {
  of: string;
  document?: Kept;
  /** associations that begin at no item of the package */
  others?: CFAssociation[];
  /** of the package and of its CFDefinitions */
  extensions?: Extensions;
  definitionExtensions?: Extensions;
  unknown?: Record<string, unknown>;
  /** lists that the package has although nothing is in them */
  emptyLists?: string[];
}

export interface DocumentWriting {
  version: CaseVersion;
  base: string;
  /** of this version of the framework; see published.ts */
  identifier: string;
  status: 'published' | 'superseded';
  /** the name of the organisation that owns the framework */
  creator: string;
  changedAt: string;
}

/** What a framework would say of itself had it never come from elsewhere. */
export function deriveDocument(about: FrameworkRow, at: DocumentWriting): CFDocument {
  const language = languageOfFramework(about);
  const text = (field: string) =>
    about.texts.find((one) => one.field === field && one.language === language)?.value;
  const description = text('description');
  const notes = text('note');
  return {
    identifier: at.identifier,
    uri: about.uri ?? `${at.base}/CFDocuments/${at.identifier}`,
    caseVersion: '1.1',
    creator: at.creator,
    title: text('title') ?? about.code,
    lastChangeDateTime: at.changedAt,
    ...(description === undefined ? {} : { description }),
    ...(notes === undefined ? {} : { notes }),
    language,
    version: about.version,
    adoptionStatus: at.status === 'superseded' ? 'Deprecated' : 'Adopted',
    ...(about.publishedOn === null ? {} : { statusStartDate: about.publishedOn }),
    ...(about.licence === '' ? {} : { licenseURI: licenceLink(about, at.base) }),
  };
}

export function languageOfFramework(about: Pick<FrameworkRow, 'texts'>): string {
  const titled = about.texts.flatMap((one) => (one.field === 'title' ? [one.language] : []));
  return mainLanguage(titled) ?? 'vi';
}

function licenceLink(about: Pick<FrameworkRow, 'uuid' | 'licence'>, base: string): Link {
  const identifier = nameUuid(about.uuid, `licence ${about.licence}`);
  return { title: about.licence, identifier, uri: `${base}/CFLicenses/${identifier}` };
}

/** The licence that a document of ours names; undefined where it names another one. */
export function generatedLicence(
  about: FrameworkRow,
  document: CFDocument,
  base: string,
): Definition | undefined {
  if (about.licence === '') return undefined;
  const link = licenceLink(about, base);
  const named = document.licenseURI as Link | undefined;
  if (named?.identifier !== link.identifier) return undefined;
  return {
    ...link,
    licenseText: about.licence,
    lastChangeDateTime: document.lastChangeDateTime,
    extensions: { nhip: { generated: true } },
  };
}

export function keptDocument(about: FrameworkRow): KeptDocument | undefined {
  const kept = about.extra.case as KeptDocument | undefined;
  return typeof kept === 'object' && kept !== null ? kept : undefined;
}

/** Everything that the document of a framework carries; scales and other languages travel in our extensions. */
export function documentOf(
  about: FrameworkRow,
  scales: readonly ScaleRow[],
  at: DocumentWriting,
): CFDocument {
  const kept = keptDocument(about);
  const own = withoutKept(about);
  const document = restoreOne(deriveDocument(own, at), kept?.document, at.base);
  if (at.version === '1.0') return lawful('document', '1.0', document);
  const said = unsaid(own, readDocument(document));
  // of a framework that came from elsewhere, as it came
  const foreign = kept !== undefined && Object.keys(said).length === 0 && scales.length === 0;
  const ours = {
    ...(kept ? {} : { base: at.base }),
    ...(Object.keys(said).length > 0 ? { row: said } : {}),
    ...(scales.length > 0 ? { scales } : {}),
  };
  return lawful('document', '1.1', foreign ? document : withOurs(document, ours));
}

/** What the standard's own fields of a document say. */
export function readDocument(document: CFDocument): FrameworkRow {
  const { title, description, notes } = document;
  const language = languageOf(document.language, title, description, notes);
  const texts: [FrameworkRow['texts'][number]['field'], string | undefined][] = [
    ['title', textOf(title)],
    ['description', textOf(description)],
    ['note', textOf(notes)],
  ];
  const uuid = uuidOf(document.identifier, document.identifier);
  const from = document.statusStartDate;
  return {
    type: 'framework',
    code: `${slug(textOf(title) ?? 'case')}-${uuid.slice(0, 8)}`,
    uuid,
    uri: typeof document.uri === 'string' && document.uri !== '' ? document.uri : null,
    version: textOf(document.version) ?? '1',
    publishedOn: typeof from === 'string' && isDay(from) ? from : null,
    licence: textOf((document.licenseURI as Link | undefined)?.title) ?? '',
    texts: texts.flatMap(([field, value]) =>
      value === undefined ? [] : [{ field, language, value } satisfies Text<typeof field>],
    ),
    extra: {},
  };
}

/** The document with what its own installation said beside the standard. */
export function readOurDocument(
  plain: CFDocument,
  ours: Extensions,
): { about: FrameworkRow; scales: ScaleRow[]; base: string | undefined } {
  const said = OurAbout.safeParse(ours.row ?? {});
  const scales = Array.isArray(ours.scales) ? ours.scales : [];
  return {
    about: { ...readDocument(plain), ...(said.success ? said.data : {}) },
    scales: scales.flatMap((scale) => {
      const read = OurScale.safeParse(scale);
      return read.success ? [read.data] : [];
    }),
    base: typeof ours.base === 'string' ? ours.base : undefined,
  };
}

const DOCUMENT_OWN: ReadonlySet<string> = new Set(['creator', 'publisher']);
const APART: ReadonlySet<string> = new Set(['lastChangeDateTime']);

export function keepDocument(
  plain: CFDocument,
  about: FrameworkRow,
  base: string | undefined,
): Kept {
  const derived = deriveDocument(about, {
    ...{ version: '1.1', base: base ?? '', identifier: about.uuid, status: 'published' },
    ...{ creator: base === undefined ? '' : String(plain.creator), changedAt: '' },
  });
  return keep(plain, derived, { always: DOCUMENT_OWN, apart: APART, base: base ?? '' });
}

function slug(title: string): string {
  const latin = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return latin === '' ? 'case' : latin;
}
