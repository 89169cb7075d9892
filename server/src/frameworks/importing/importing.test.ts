import { test } from 'node:test';
import assert from 'node:assert/strict';
import { listRows } from '#src/imports/row-queries.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { frameworkRow, itemRow, roleRow } from '#src/testing/framework-rows.ts';
import { testPlatform } from '#src/testing/app.ts';
import { readItems, readRoles } from '../read-version.ts';
import { findFramework, listVersions } from '../version-queries.ts';

const scale = {
  type: 'scale' as const,
  code: 'bridge-levels',
  kind: 'proficiency' as const,
  texts: [{ field: 'title' as const, language: 'en', value: 'Bridge levels' }],
  levels: [1, 2, 3].map((level) => ({
    ...{ level, code: `L${level}` },
    texts: [{ field: 'label' as const, language: 'en', value: `Level ${level}` }],
  })),
};

const content = () => [
  frameworkRow(),
  scale,
  itemRow('A', { kind: 'area' }),
  itemRow('A1', {
    parent: 'A',
    texts: [
      { field: 'label', language: 'en', value: 'Weld' },
      { field: 'label', language: 'vi', value: 'Hàn' },
      { field: 'definition', language: 'en', value: 'Joins steel.' },
    ],
    aliases: [{ form: 'welding', language: 'en' }],
    levels: [{ scale: 'bridge-levels', level: 2, texts: [{ language: 'en', value: 'Alone.' }] }],
  }),
  itemRow('A2', {
    parent: 'A',
    sequence: 2,
    level: { scale: 'bridge-levels', level: 3 },
    relations: [{ relation: 'related', to: 'A1' }],
  }),
  roleRow('R', { kind: 'group' }),
  roleRow('R1', {
    parent: 'R',
    titles: [{ title: 'Bridge builder', language: 'en' }],
    requirements: [
      {
        item: 'A1',
        necessity: 'essential',
        level: { scale: 'bridge-levels', level: 2 },
        weight: 0.5,
      },
      { item: 'A2', necessity: 'desirable' },
    ],
  }),
];

test('A framework comes in whole, and what stands is read back as the file said it', async (t) => {
  const { platform, administrator } = await testPlatform(t);
  const run = await runImportOf(platform, administrator, content());
  assert.deepEqual(run.counts, {
    new: 7,
    changed: 0,
    same: 0,
    removed: 0,
    rejected: 0,
    held: 0,
    warnings: 0,
  });
  await confirmAndApply(platform, administrator, run.id);
  const framework = (await findFramework(platform.db, frameworkRow()))!;
  const [version] = await listVersions(platform.db, framework.id);
  assert.equal(version?.status, 'published');
  const items = await readItems(platform.db, version.id, { after: 0, limit: 100 });
  const weld = items.find(({ sourceId }) => sourceId === 'A1')!;
  assert.equal(weld.parent, 'A');
  assert.deepEqual(weld.aliases, [{ form: 'welding', language: 'en' }]);
  assert.deepEqual(weld.levels, [
    { scale: 'bridge-levels', level: 2, texts: [{ language: 'en', value: 'Alone.' }] },
  ]);
  assert.equal(weld.texts.length, 3);
  const other = items.find(({ sourceId }) => sourceId === 'A2')!;
  assert.deepEqual(other.relations, [{ relation: 'related', to: 'A1' }]);
  assert.deepEqual(other.level, { scale: 'bridge-levels', level: 3 });
  const roles = await readRoles(platform.db, version.id, { after: 0, limit: 100 });
  assert.deepEqual(roles.find(({ sourceId }) => sourceId === 'R1')!.requirements, [
    {
      item: 'A1',
      necessity: 'essential',
      level: { scale: 'bridge-levels', level: 2 },
      weight: 0.5,
    },
    { item: 'A2', necessity: 'desirable' },
  ]);
});

test('The same file a second time changes nothing; a newer one shows exactly what changed, and leaves the old version as it was', async (t) => {
  const { platform, administrator } = await testPlatform(t);
  const first = await runImportOf(platform, administrator, content());
  await confirmAndApply(platform, administrator, first.id);
  const again = await runImportOf(platform, administrator, content(), 'again.json');
  assert.equal(again.counts.same, 7);
  await confirmAndApply(platform, administrator, again.id);
  const framework = (await findFramework(platform.db, frameworkRow()))!;
  assert.equal((await listVersions(platform.db, framework.id)).length, 1);

  const newer = content().filter((row) => !('sourceId' in row && row.sourceId === 'A2'));
  newer[0] = frameworkRow({ version: '2' });
  newer[3] = itemRow('A1', {
    parent: 'A',
    texts: [{ field: 'label', language: 'en', value: 'Weld steel' }],
  });
  newer.push(itemRow('A3', { parent: 'A' }));
  const third = await runImportOf(platform, administrator, newer);
  assert.deepEqual(
    { ...third.counts, warnings: 0 },
    { new: 1, changed: 2, same: 4, removed: 1, rejected: 0, held: 0, warnings: 0 },
  );
  const changed = await listRows(platform.db, third.id, { change: 'changed' }, { limit: 10 });
  const differences = await third.importer.differences(platform.db, third.run, changed);
  assert.deepEqual(differences.get(changed[0]!.rowNumber), [
    { field: 'version', before: '1', after: '2' },
  ]);
  assert.deepEqual(
    differences.get(changed[1]!.rowNumber)!.map(({ field }) => field),
    ['definition (en)', 'label (en)', 'label (vi)', 'aliases', 'bridge-levels 2 (en)'],
  );
  await confirmAndApply(platform, administrator, third.id);
  const [second, old] = await listVersions(platform.db, framework.id);
  assert.deepEqual(
    [second!.version, second!.status, old!.status],
    ['2', 'published', 'superseded'],
  );
  const before = await readItems(platform.db, old!.id, { after: 0, limit: 100 });
  assert.deepEqual(before.map(({ sourceId }) => sourceId).sort(), ['A', 'A1', 'A2']);
  assert.equal(
    before
      .find(({ sourceId }) => sourceId === 'A1')!
      .texts.find(({ field }) => field === 'definition')?.value,
    'Joins steel.',
  );
  const after = await readItems(platform.db, second!.id, { after: 0, limit: 100 });
  assert.deepEqual(after.map(({ sourceId }) => sourceId).sort(), ['A', 'A1', 'A3']);
  const roles = await readRoles(platform.db, second!.id, { after: 0, limit: 100 });
  assert.equal(roles.find(({ sourceId }) => sourceId === 'R1')!.requirements.length, 1);
});

test('Other content under a version that is published already becomes an edition of it', async (t) => {
  const { platform, administrator } = await testPlatform(t);
  await confirmAndApply(
    platform,
    administrator,
    (await runImportOf(platform, administrator, content())).id,
  );
  const other = [...content(), itemRow('B')];
  await confirmAndApply(
    platform,
    administrator,
    (await runImportOf(platform, administrator, other)).id,
  );
  const framework = (await findFramework(platform.db, frameworkRow()))!;
  assert.deepEqual(
    (await listVersions(platform.db, framework.id)).map(({ version }) => version),
    ['1+2', '1'],
  );
});

test('A ring of parents, an identifier that stands twice, a level beyond its scale and a dangling reference are named by row', async (t) => {
  const { platform, administrator } = await testPlatform(t);
  const { rows } = await runImportOf(platform, administrator, [
    frameworkRow(),
    scale,
    itemRow('X', { parent: 'Y' }),
    itemRow('Y', { parent: 'X' }),
    itemRow('Z'),
    itemRow('Z', { code: 'Z2' }),
    itemRow('W', { level: { scale: 'bridge-levels', level: 9 } }),
    itemRow('V', { parent: 'nowhere', relations: [{ relation: 'related', to: 'gone' }] }),
    itemRow('U', { texts: [] }),
    itemRow('T', { texts: [{ field: 'label', language: 'vi', value: 'Láº­p trÃ¬nh' }] }),
  ]);
  const codes = rows.map(({ problems }) => problems.map(({ code }) => code));
  assert.deepEqual(codes[2], ['framework-parent-cycle']);
  assert.deepEqual(codes[3], ['framework-parent-cycle']);
  assert.deepEqual(codes[5], ['framework-identifier-twice', 'framework-label-twice']);
  assert.deepEqual(codes[6], ['framework-level-unknown']);
  assert.deepEqual(codes[7], ['framework-parent-unknown', 'framework-reference-unknown']);
  assert.deepEqual(codes[8], ['framework-label-missing']);
  assert.deepEqual(codes[9], ['framework-mojibake']);
});

test('A copy that keeps the identifiers of its source gets its own, and the source stays as it was', async (t) => {
  const { platform, administrator } = await testPlatform(t);
  await confirmAndApply(
    platform,
    administrator,
    (await runImportOf(platform, administrator, content())).id,
  );
  const copy = [frameworkRow({ code: 'copy' }), itemRow('A1')];
  const run = await runImportOf(platform, administrator, copy);
  assert.equal(run.rows[1]!.problems[0]!.code, 'framework-uuid-elsewhere');
  await confirmAndApply(platform, administrator, run.id);
  const framework = (await findFramework(platform.db, frameworkRow({ code: 'copy' })))!;
  const [version] = await listVersions(platform.db, framework.id);
  const [item] = await readItems(platform.db, version!.id, { after: 0, limit: 10 });
  assert.notEqual(item!.uuid, itemRow('A1').uuid);
});
