import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type {
  AnyRow,
  DefinitionRow,
  FrameworkRow,
  ScaleRow,
} from '#src/frameworks/importing/framework-row.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import type { PartRow } from '#src/standards/case/bundle.ts';
import { languageOfFramework, type DocumentWriting } from '#src/standards/case/document.ts';
import { endOf } from '#src/standards/case/to-case.ts';
import {
  DEFINITION_LISTS,
  FIELDS,
  type CFAssociation,
  type CFItem,
  type CFPackage,
  type Field,
  type Kind,
} from '#src/standards/case/wire.ts';
import type { PackageSource } from '#src/standards/case/write-package.ts';

const NAMESPACE = '5b0f6f0e-6a52-4a7e-9a0e-0d2b3c7a1e55';
const AT = '2026-01-02T03:04:05Z';

export const id = (name: string) => nameUuid(NAMESPACE, name);

/** Writes rows that are in memory as a version of a framework would be. */
export function memorySource(rows: readonly AnyRow[], base = BASE): PackageSource {
  const about = rows.find((row) => row.type === 'framework') as FrameworkRow;
  const parts = rows.filter((row): row is PartRow => row.type === 'item' || row.type === 'role');
  const language = languageOfFramework(about);
  return {
    about,
    scales: rows.filter((row): row is ScaleRow => row.type === 'scale'),
    definitions: async () => rows.filter((row): row is DefinitionRow => row.type === 'definition'),
    successions: async () => [],
    crosswalks: async () => [],
    async *pages() {
      for (let at = 0; at < parts.length; at += 7) yield parts.slice(at, at + 7);
    },
    ends: async ({ items, roles }) =>
      parts
        .filter((row) => (row.type === 'item' ? items : roles).includes(row.sourceId))
        .map((row) => endOf(row, { base, language })),
    changedAt: () => AT,
  };
}

export const BASE = 'https://nhip.example/ims/case/v1p1';

export function writingOf(
  rows: readonly AnyRow[],
  over: Partial<DocumentWriting> = {},
): DocumentWriting {
  const about = rows.find((row) => row.type === 'framework') as FrameworkRow;
  return {
    ...{ version: '1.1', base: BASE, identifier: about.uuid, status: 'published' },
    ...{ creator: 'Bộ Giáo dục và Đào tạo', changedAt: AT },
    ...over,
  };
}

/** The package with what carries no meaning put aside: timestamps, and the order of lists of objects. */
export function comparable(whole: CFPackage): unknown {
  return settle(JSON.parse(JSON.stringify(whole)) as unknown);
}

function settle(value: unknown): unknown {
  if (Array.isArray(value)) {
    const settled = value.map(settle);
    const objects = settled.every(
      (one) => typeof one === 'object' && one !== null && 'identifier' in one,
    );
    return objects
      ? settled.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : settled;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'lastChangeDateTime');
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, settle(one)]),
  );
}

const words = [
  'Phân tích dữ liệu',
  '**đậm** và _nghiêng_ \\* 1\\.',
  'Đọc $x^2$ & <b>thẻ</b> "ngoặc"',
  '日本語のスキル',
  'Quản lý 🚀 dự án',
  'e\u0301 rời',
  'line one\nline two',
  'https://example.org/a?b=c&d=é',
];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const uuid = fc.uuid({ version: 4 });
const uri = fc.webUrl({ withFragments: true });
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString());
const link = fc.record({ title: text, identifier: uuid, uri });
const node = fc.record(
  {
    title: text,
    identifier: fc.oneof(uuid, fc.string({ minLength: 1, maxLength: 12 })),
    uri,
    targetType: fc.constantFrom('CASE', 'ext:occupation'),
  },
  { requiredKeys: ['title', 'identifier', 'uri'] },
);
const extensions = fc.dictionary(
  fc.constantFrom('vendor', 'color', 'data'),
  fc.oneof(text, fc.integer(), fc.record({ deep: fc.array(text, { maxLength: 2 }) })),
  { minKeys: 1, maxKeys: 2, noNullPrototype: true },
);

function value(name: string, field: Field, version: '1.0' | '1.1'): fc.Arbitrary<unknown> {
  if (name === 'caseVersion') return fc.constant('1.1');
  if (name === 'language') return fc.constantFrom('vi', 'en', 'en-US', 'vie', 'fr', 'x-bad');
  if (field.of) return fc.array(object(field.of, version), { maxLength: 2 });
  switch (field.type) {
    case 'uuid':
      return uuid;
    case 'uri':
      return uri;
    case 'text':
      return text;
    case 'texts':
      return fc.array(text, { maxLength: 3 });
    case 'date':
      return instant.map((at) => at.slice(0, 10));
    case 'instant':
      return instant;
    case 'integer':
      return fc.integer({ min: 0, max: 500 });
    case 'number':
      return fc.double({ min: 0, max: 100, noNaN: true }).map((number) => Math.fround(number));
    case 'link':
      return link;
    case 'links':
      return fc.array(link, { maxLength: 2 });
    case 'node':
      return version === '1.0' ? link : node;
    case 'object':
      return extensions;
    case 'objects':
      return fc.array(extensions, { maxLength: 2 });
  }
}

function object(kind: Kind, version: '1.0' | '1.1'): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(FIELDS[kind]).filter(
    ([, field]) => version === '1.1' || !field.since11,
  );
  const model = Object.fromEntries(
    fields.map(([name, field]) => [name, value(name, field, version)]),
  );
  const required = fields.flatMap(([name, field]) => (field.required ? [name] : []));
  return fc.record(model, { requiredKeys: required }) as fc.Arbitrary<Record<string, unknown>>;
}

/** Any package that the schemas of a version allow: associations to items, to the document and elsewhere, in any shape. */
export function anyPackage(version: '1.0' | '1.1'): fc.Arbitrary<CFPackage> {
  const types = [
    ...['isChildOf', 'isChildOf', 'isChildOf', 'isPeerOf', 'isPartOf', 'exactMatchOf', 'precedes'],
    ...['isRelatedTo', 'replacedBy', 'exemplar', 'hasSkillLevel'],
    ...(version === '1.1' ? ['isTranslationOf', 'ext:inspires', 'ext:exactMatchOf'] : []),
  ];
  const items = fc.uniqueArray(object('item', version), {
    maxLength: 6,
    selector: (item) => item.identifier,
  });
  const lists = Object.fromEntries(
    Object.entries(DEFINITION_LISTS).map(([name, kind]) => [
      name,
      fc.array(object(kind, version), { maxLength: 2 }),
    ]),
  );
  return fc
    .record(
      {
        CFDocument: object('document', version),
        CFItems: items,
        CFDefinitions: fc.record(
          { ...lists, ...(version === '1.1' ? { extensions } : {}) },
          { requiredKeys: [] },
        ),
        CFRubrics: fc.array(object('rubric', version), { maxLength: 2 }),
        ...(version === '1.1' ? { extensions } : {}),
      },
      { requiredKeys: ['CFDocument', 'CFItems'] },
    )
    .chain((whole) => {
      whole.CFItems = (whole.CFItems as CFItem[]).filter(
        (item) => item.identifier !== whole.CFDocument.identifier,
      ) as never;
      const known = [whole.CFDocument, ...(whole.CFItems as CFItem[])] as CFItem[];
      const end = fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...known).map(linkTo) },
        { weight: 1, arbitrary: version === '1.0' ? link : node },
      );
      const association = fc
        .tuple(object('association', version), fc.constantFrom(...types), end, end)
        .map(
          ([one, associationType, originNodeURI, destinationNodeURI]) =>
            ({ ...one, associationType, originNodeURI, destinationNodeURI }) as CFAssociation,
        );
      return fc
        .option(fc.uniqueArray(association, { maxLength: 10, selector: (one) => one.identifier }), {
          nil: undefined,
        })
        .map((CFAssociations) => ({ ...whole, ...(CFAssociations ? { CFAssociations } : {}) }));
    }) as unknown as fc.Arbitrary<CFPackage>;
}

function linkTo(one: CFItem) {
  const title = one.fullStatement ?? (one.title as string);
  return { title, identifier: one.identifier, uri: one.uri };
}

/** The folder of the official schemas beside the checkout; undefined where it is absent. */
export function caseSchemas(): string | undefined {
  const folder = join(fileURLToPath(import.meta.url), '../../../../../shared/standards/case');
  return existsSync(folder) ? folder : undefined;
}

export function schemaFile(folder: string, name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
}
