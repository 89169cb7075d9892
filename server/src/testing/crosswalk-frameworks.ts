import type { Actor } from '#src/actors/actor.ts';
import type { AnyRow, ItemRow } from '#src/frameworks/importing/framework-row.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import type { Platform } from '#src/platform.ts';
import { frameworkRow, itemRow, roleRow } from './framework-rows.ts';
import { confirmAndApply, runImportOf } from './import-rows.ts';

const NAMESPACE = '5f0c3d52-8b0e-4a55-9a43-2f6a1c1f7d10';

/** An item with labels in both languages (null: none), other names and a parent. */
export function namedItem(
  framework: string,
  sourceId: string,
  [vi, en]: [string | null, string | null],
  { aliases = [], ...over }: Partial<Omit<ItemRow, 'aliases'>> & { aliases?: string[] } = {},
): ItemRow {
  const label = (language: string, value: string | null) =>
    value === null ? [] : [{ field: 'label' as const, language, value }];
  return itemRow(sourceId, {
    uuid: nameUuid(NAMESPACE, `${framework} ${sourceId}`),
    texts: [...label('vi', vi), ...label('en', en)],
    aliases: aliases.map((form) => ({ form, language: 'en' })),
    ...over,
  });
}

/** A framework of metal work with six competencies in two areas, and two roles. */
export function forge(over: { version?: string } = {}): AnyRow[] {
  const item = (...args: Parameters<typeof namedItem> extends [string, ...infer R] ? R : never) =>
    namedItem('forge', ...args);
  return [
    frameworkRow({ code: 'forge', ...over }),
    item('A', ['Gia công kim loại', 'Metal work'], { kind: 'area' }),
    item('A1', ['Hàn', 'Welding'], { parent: 'A', aliases: ['weld joints'] }),
    item('A2', ['Hàn hồ quang', 'Arc welding'], { parent: 'A', sequence: 2 }),
    item('A3', ['Tiện', 'Turning'], { parent: 'A', sequence: 3 }),
    item('B', ['Phần mềm', 'Software'], { kind: 'area', sequence: 2 }),
    item('B1', ['Lập trình', 'Software development'], { parent: 'B' }),
    item('B2', ['Kiểm thử phần mềm nhúng', 'Embedded software testing'], {
      ...{ parent: 'B', sequence: 2 },
    }),
    item('B3', ['Quản lý dự án', 'Project management'], { parent: 'B', sequence: 3 }),
    roleRow('R1', { uuid: nameUuid(NAMESPACE, 'forge role R1'), texts: english('Welder') }),
    roleRow('R2', { uuid: nameUuid(NAMESPACE, 'forge role R2'), texts: english('Programmer') }),
  ];
}

/** Another one, of the same field in other words. */
export function guild(over: { version?: string } = {}): AnyRow[] {
  const item = (...args: Parameters<typeof namedItem> extends [string, ...infer R] ? R : never) =>
    namedItem('guild', ...args);
  return [
    frameworkRow({ code: 'guild', ...over }),
    item('M', ['Kim loại', 'Metals'], { kind: 'area' }),
    item('M1', ['Kỹ thuật hàn', 'weld joints'], { parent: 'M' }),
    item('M2', [null, 'laser welding'], { parent: 'M', sequence: 2 }),
    item('M3', [null, 'Milling'], { parent: 'M', sequence: 3 }),
    item('S', ['Số', 'Digital'], { kind: 'area', sequence: 2 }),
    item('S1', ['Lập trình Python', 'Python scripting'], { parent: 'S' }),
    item('S2', [null, 'testing of embedded software'], { parent: 'S', sequence: 2 }),
    item('S3', ['quản lý dự án', 'Managing projects'], { parent: 'S', sequence: 3 }),
    roleRow('G1', { uuid: nameUuid(NAMESPACE, 'guild role G1'), texts: english('welders') }),
  ];
}

function english(value: string) {
  return [{ field: 'label' as const, language: 'en', value }];
}

/** Brings frameworks in as published versions. */
export async function publishRows(
  platform: Platform,
  actor: Actor,
  ...files: AnyRow[][]
): Promise<void> {
  for (const rows of files) {
    const { id } = await runImportOf(platform, actor, rows);
    await confirmAndApply(platform, actor, id);
  }
}

/** The ids of competencies (or roles) by their source ids. */
export async function idsOf(
  { db }: Platform,
  framework: string,
  kind: 'competency' | 'role' = 'competency',
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom(kind)
    .innerJoin('framework', 'framework.id', `${kind}.framework_id`)
    .where('framework.code', '=', framework)
    .select([`${kind}.id`, `${kind}.source_id as sourceId`])
    .execute();
  return Object.fromEntries(rows.map(({ id, sourceId }) => [sourceId, id]));
}
