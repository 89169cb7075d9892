import type { Importer } from '#src/imports/importer.ts';
import type {
  AnyRow,
  FrameworkRow,
  ItemRow,
  RoleRow,
} from '#src/frameworks/importing/framework-row.ts';
import { frameworkImporter } from '#src/frameworks/importing/framework-importer.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';

const NAMESPACE = '0b9e0000-4d1c-4c55-8f4e-0a6f2f1d9a11';

export function frameworkRow(over: Partial<FrameworkRow> = {}): FrameworkRow {
  const code = over.code ?? 'bridges';
  return {
    ...{ type: 'framework', code, uuid: nameUuid(NAMESPACE, code), uri: null, version: '1' },
    ...{ publishedOn: '2026-01-01', licence: 'CC0-1.0', extra: {} },
    texts: [
      { field: 'title', language: 'vi', value: 'Khung dựng cầu' },
      { field: 'title', language: 'en', value: 'Bridge building' },
    ],
    ...over,
  };
}

export function itemRow(sourceId: string, over: Partial<ItemRow> = {}): ItemRow {
  return {
    ...{ type: 'item', sourceId, uuid: nameUuid(NAMESPACE, `item ${sourceId}`), uri: null },
    ...{ code: sourceId, kind: 'skill', sourceKind: null, parent: null, sequence: 1 },
    texts: [{ field: 'label', language: 'en', value: `Skill ${sourceId}` }],
    ...{ aliases: [], level: null, levels: [], relations: [], extra: {} },
    ...over,
  };
}

export function roleRow(sourceId: string, over: Partial<RoleRow> = {}): RoleRow {
  return {
    ...{ type: 'role', sourceId, uuid: nameUuid(NAMESPACE, `role ${sourceId}`), uri: null },
    ...{ code: sourceId, kind: 'occupation', sourceKind: null, parent: null, sequence: 1 },
    texts: [{ field: 'label', language: 'en', value: `Role ${sourceId}` }],
    ...{ titles: [], requirements: [], extra: {} },
    ...over,
  };
}

/** Rows as a file of this importer. */
export function rowsFile(rows: readonly AnyRow[]): string {
  return JSON.stringify(rows);
}

/** Reads the rows themselves, so that what stands behind every format can be tested without one. */
export function rowsImporter(into: 'published' | 'draft' = 'published'): Importer {
  return frameworkImporter({
    format: 'nhip-framework',
    into,
    detect: () => true,
    async *read(content) {
      const parts: Buffer[] = [];
      for await (const part of content) parts.push(part);
      for (const row of JSON.parse(Buffer.concat(parts).toString('utf8')) as AnyRow[])
        yield { row };
    },
  });
}
