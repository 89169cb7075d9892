import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { frameworkRow, itemRow, roleRow } from '#src/testing/framework-rows.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { memberOf } from '#src/testing/people.ts';
import type { AnyRow, ScaleRow } from './importing/framework-row.ts';
import { readItems, readRoles, readScales } from './read-version.ts';

const DRAFT = '/api/frameworks/bridges/draft';

function scale(code: string, title: string, levels = 2): ScaleRow {
  return {
    ...{ type: 'scale', code, kind: 'proficiency' },
    texts: [{ field: 'title', language: 'vi', value: title }],
    levels: Array.from({ length: levels }, (_, place) => ({
      ...{ level: place + 1, code: null },
      texts: [{ field: 'label' as const, language: 'vi', value: `${title} ${place + 1}` }],
    })),
  };
}

const PARTS: AnyRow[] = [
  itemRow('A', {
    levels: [{ scale: 'cau', level: 1, texts: [{ language: 'vi', value: 'Có người kèm.' }] }],
  }),
  itemRow('A1', { parent: 'A', sequence: 2, level: { scale: 'cau', level: 2 } }),
  roleRow('R', {
    requirements: [{ item: 'A', necessity: 'essential', level: { scale: 'cau', level: 2 } }],
  }),
];

async function bring({ platform, commandLine }: TestApp, rows: readonly AnyRow[]) {
  const { id, counts } = await runImportOf(platform, commandLine, rows);
  assert.equal(counts.rejected, 0);
  await confirmAndApply(platform, commandLine, id);
  return counts;
}

async function versionOf({ platform }: TestApp, status: string): Promise<number> {
  const { id } = await platform.db
    .selectFrom('framework_version as v')
    .innerJoin('framework as f', 'f.id', 'v.framework_id')
    .where('f.code', '=', 'bridges')
    .where('v.status', '=', status as 'draft')
    .select('v.id')
    .executeTakeFirstOrThrow();
  return id;
}

const titles = (scales: readonly ScaleRow[]) =>
  scales.map(({ code, texts, levels }) => [code, texts[0]!.value, levels.length]);

test('a published version keeps the scales that it was published with, whatever its draft writes', async (t) => {
  const app = await testApp(t);
  const unused = scale('du', 'Không mục nào gọi');
  await bring(app, [frameworkRow(), scale('cau', 'Thang dựng cầu'), unused, ...PARTS]);
  const editor = await memberOf(app, { name: 'An', roles: ['framework-editor'] });
  assert.equal((await editor.post(DRAFT, { version: '2' })).statusCode, 200);
  for (const { type: _, ...wanted } of [
    scale('cau', 'Thang viết lại', 3),
    scale('du', 'Cũng viết lại'),
    scale('moi', 'Thang mới'),
  ]) {
    const saved = await editor.send('PUT', `${DRAFT}/scales`, wanted);
    assert.equal(saved.statusCode, 200, saved.body);
  }
  const { db } = app.platform;
  assert.deepEqual(titles(await readScales(db, await versionOf(app, 'published'))), [
    ['cau', 'Thang dựng cầu', 2],
    ['du', 'Không mục nào gọi', 2],
  ]);
  assert.deepEqual(titles(await readScales(db, await versionOf(app, 'draft'))), [
    ['cau', 'Thang viết lại', 3],
    ['du', 'Cũng viết lại', 2],
    ['moi', 'Thang mới', 2],
  ]);
});

test('a newer version names the new words of a scale even where nothing else of it has changed', async (t) => {
  const app = await testApp(t);
  await bring(app, [frameworkRow(), scale('cau', 'Thang dựng cầu'), ...PARTS]);
  const second = [frameworkRow({ version: '2' }), scale('cau', 'Thang viết lại', 3), ...PARTS];
  const counts = await bring(app, second);
  assert.deepEqual([counts.new, counts.changed], [0, 2]);
  const { db } = app.platform;
  const [old, now] = [await versionOf(app, 'superseded'), await versionOf(app, 'published')];
  assert.deepEqual(titles(await readScales(db, old)), [['cau', 'Thang dựng cầu', 2]]);
  assert.deepEqual(titles(await readScales(db, now)), [['cau', 'Thang viết lại', 3]]);
  const all = { after: 0, limit: 10 };
  for (const version of [old, now]) {
    const items = await readItems(db, version, all);
    assert.deepEqual(
      items.map(({ level, levels }) => [level, levels]),
      PARTS.flatMap((row) => (row.type === 'item' ? [[row.level, row.levels]] : [])),
    );
    const [role] = await readRoles(db, version, all);
    assert.deepEqual(role!.requirements[0]!.level, { scale: 'cau', level: 2 });
  }
  const again = await runImportOf(app.platform, app.commandLine, second);
  assert.deepEqual([again.counts.new, again.counts.changed, again.counts.removed], [0, 0, 0]);
});

test('a version that names the scale of another framework keeps the edition that it names', async (t) => {
  const app = await testApp(t);
  const other = (over: Partial<Parameters<typeof frameworkRow>[0]>, title: string) => [
    frameworkRow({ code: 'roads', ...over }),
    scale('cau', title),
    itemRow('road', { levels: [{ scale: 'cau', level: 1, texts: [] }] }),
  ];
  await bring(app, other({}, 'Thang chung'));
  await bring(app, [frameworkRow(), ...PARTS]);
  await bring(app, other({ version: '2' }, 'Thang chung viết lại'));
  const read = await readScales(app.platform.db, await versionOf(app, 'published'));
  assert.deepEqual(titles(read), [['cau', 'Thang chung', 2]]);
});
