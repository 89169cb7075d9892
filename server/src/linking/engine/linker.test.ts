import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { testPlatform, type TestPlatform } from '#src/testing/app.ts';
import { importSmallFramework, PARAPHRASES, SMALL } from '#src/testing/linking-framework.ts';
import { readIndexSet } from '../index-set.ts';
import { linkTexts, type TextToLink } from '../link-texts.ts';
import { openLinker, type Engine, type Linker } from './linker.ts';

const text = (text: string, tier: TextToLink['tier'] = 'hybrid'): TextToLink => ({
  ...{ text, tier, field: 'text', documentType: 'advertisement' },
});

async function smallInstallation(t: TestContext, linkingThreads = 1) {
  const whole = await testPlatform(t, { linkingThreads });
  await importSmallFramework(whole);
  const { db, linker } = whole.platform;
  const set = await readIndexSet(db);
  return { ...whole, ...whole.platform, set, engine: () => linker.getEngine(db, set) };
}

/** Another program on the same installation and the same folder of indexes. */
function another(t: TestContext, { index }: Engine, threads = 1): Linker {
  const linker = openLinker({ folder: dirname(index!.path), threads });
  t.after(() => linker.close());
  return linker;
}

async function methodsOf(platform: TestPlatform['platform']) {
  const { texts } = await linkTexts(platform, [text(PARAPHRASES)]);
  return new Set(texts[0]!.links.map(({ method }) => method));
}

test('the dictionary serves until the index is built, then both tiers do', async (t) => {
  const { platform, engine, linker, set } = await smallInstallation(t);
  const first = await linkTexts(platform, [text(PARAPHRASES)]);
  assert.equal(first.engine, undefined);
  assert.equal(first.hybrid, 'building');
  assert.ok(first.texts[0]!.links.every(({ method }) => method !== 'hybrid'));
  await engine();
  assert.equal(linker.status(set), 'ready');
  assert.ok((await methodsOf(platform)).has('hybrid'));
});

test('an index is built once for its frameworks and kept as a file that others find', async (t) => {
  const { db, set, engine } = await smallInstallation(t);
  const [built, same] = await Promise.all([engine(), engine()]);
  assert.equal(built.id, same.id);
  const { path, hash } = built.index!;
  assert.equal(path, join(dirname(path), `${built.key}.index`));
  const written = await readFile(path);
  const found = await another(t, built).findEngine(db, set);
  assert.deepEqual(found?.index, { path, hash });
  assert.ok((await readFile(path)).equals(written));
});

test('another version of a framework, and an approved form, ask for another index', async (t) => {
  const whole = await smallInstallation(t);
  const first = await whole.engine();
  await importSmallFramework(whole, { version: '2', without: ['Docker'] });
  const set = await readIndexSet(whole.db);
  assert.notEqual(set.key, whole.set.key);
  assert.equal(await whole.linker.findEngine(whole.db, set), undefined);
  const second = await whole.linker.getEngine(whole.db, set);
  assert.notEqual(second.index!.hash, first.index!.hash);
  await whole.database.owner.query(`
    with revision as (
      insert into lexicon_revision (actor_id, reason) values (${whole.system.id}, 'a test') returning id)
    insert into lexicon_entry (competency_id, form, language, source, status, added_in_revision_id)
    select (select min(competency_id) from competency_version
             where framework_version_id = ${set.versions[0]!.id}), 'k-eight-s', 'en', 'test', 'approved', id
      from revision`);
  assert.notEqual((await readIndexSet(whole.db)).key, set.key);
});

test('an index of another version of the framework under the right name is refused and built anew', async (t) => {
  const whole = await smallInstallation(t);
  const { platform, db, linker } = whole;
  const first = await whole.engine();
  await importSmallFramework(whole, { version: '2', without: ['Docker'] });
  const set = await readIndexSet(db);
  const second = await linker.getEngine(db, set);
  await copyFile(first.index!.path, second.index!.path);
  const refused = await linkTexts(platform, [text(PARAPHRASES)]);
  assert.equal(refused.engine, undefined, 'the dictionary serves meanwhile');
  assert.ok(refused.texts[0]!.links.every(({ method }) => method !== 'hybrid'));
  await linker.getEngine(db, set);
  assert.ok((await methodsOf(platform)).has('hybrid'));
});

test('an index that is damaged, of another linker, or gone is built anew', async (t) => {
  const { platform, db, set, engine } = await smallInstallation(t);
  const built = await engine();
  const { path } = built.index!;
  const whole = await readFile(path);
  const damages: [string, () => Promise<void>][] = [
    ['cut off', () => writeFile(path, whole.subarray(0, whole.length - 8))],
    ['nothing', () => writeFile(path, '')],
    [
      'another version',
      () => writeFile(path, whole.toString('latin1').replace('"hybrid-', '"hybrid-0'), 'latin1'),
    ],
    ['gone', () => rm(path)],
  ];
  for (const [name, damage] of damages) {
    await damage();
    const linker = another(t, built);
    await linkTexts({ ...platform, linker }, [text(PARAPHRASES)]);
    await linker.getEngine(db, set);
    assert.ok((await methodsOf({ ...platform, linker })).has('hybrid'), name);
    assert.ok((await readFile(path)).equals(whole), name);
  }
});

test('the same bytes come out of one thread and of several, in whatever portions', async (t) => {
  const { platform, engine } = await smallInstallation(t);
  const built = await engine();
  const texts = Array.from({ length: 70 }, (_, at) =>
    text(`${PARAPHRASES}\nKubernetes ${at}\n${PARAPHRASES.split('\n')[at % 10]}`),
  );
  const outcomes: string[] = [];
  for (const threads of [1, 3]) {
    const linker = another(t, built, threads);
    const together = await linkTexts({ ...platform, linker }, texts, { wait: true });
    outcomes.push(JSON.stringify(together.texts));
    const apart = [];
    for (const one of texts.slice(0, 5)) {
      apart.push(...(await linkTexts({ ...platform, linker }, [one])).texts);
    }
    assert.equal(JSON.stringify(apart), JSON.stringify(together.texts.slice(0, 5)));
  }
  assert.equal(outcomes[0], outcomes[1]);
});

test('a framework without competencies, and no framework at all, give no links and a clear answer', async (t) => {
  const whole = await testPlatform(t, { linkingThreads: 1 });
  const { platform, database } = whole;
  await importSmallFramework(whole, { without: [...ALL] });
  for (const inUse of [true, false]) {
    await database.owner.query(`update framework set in_use = ${inUse} where code = '${SMALL}'`);
    await database.owner.query(
      `update input_revision set revision = revision + 1 where input = 'frameworks'`,
    );
    const set = await readIndexSet(platform.db);
    assert.equal(set.versions.length, inUse ? 1 : 0);
    await platform.linker.getEngine(platform.db, set);
    const { texts, engine } = await linkTexts(platform, [text(`${PARAPHRASES} Kubernetes SQL`)]);
    assert.ok(engine?.index);
    assert.deepEqual(texts[0]!.links, []);
  }
});

const ALL = [
  ...['Kubernetes', 'Docker', 'Java', 'Python', 'Go', 'manage software projects'],
  ...['product management', 'work in teams', 'relational databases', 'phân tích dữ liệu'],
  ...['thiết kế đồ họa', 'cơ sở dữ liệu'],
];

test('a form that two competencies share links both, and neither is guessed away', async (t) => {
  const { platform, engine } = await smallInstallation(t);
  await engine();
  const { texts } = await linkTexts(platform, [text('experience as PM')]);
  const shared = texts[0]!.links.filter(({ surface }) => surface === 'PM');
  assert.equal(new Set(shared.map(({ competencyId }) => competencyId)).size, 2);
  assert.equal(new Set(shared.map(({ start }) => start)).size, 1);
});

test('with no threads the dictionary links alone, and that is an engine too', async (t) => {
  const { platform, linker, set, engine } = await smallInstallation(t, 0);
  assert.equal(linker.status(set), 'off');
  const { index, linkerVersion } = await engine();
  assert.deepEqual([index, linkerVersion], [undefined, 'dictionary-2']);
  assert.ok(!(await methodsOf(platform)).has('hybrid'));
});

test('the folder keeps the indexes that were used last, and forgets what was left half-written', async (t) => {
  const whole = await smallInstallation(t);
  const { db, linker, set } = whole;
  const built = await whole.engine();
  const folder = dirname(built.index!.path);
  const old = new Date(Date.now() - 7_200_000);
  for (let at = 0; at < 8; at += 1) {
    const path = join(folder, `${String(at).repeat(64)}.index`);
    await writeFile(path, 'x');
    await utimes(path, old, new Date(old.getTime() + at * 1000));
  }
  const partial = join(folder, `${'a'.repeat(64)}.index.1.partial`);
  await writeFile(partial, 'x');
  await utimes(partial, old, old);
  await importSmallFramework(whole, { version: '2' });
  await linker.getEngine(db, await readIndexSet(db));
  const names = await readdir(folder);
  assert.equal(names.length, 6);
  assert.ok(
    names.includes(`${built.key}.index`) && !names.some((name) => name.includes('partial')),
  );
  assert.equal(linker.status(set), 'ready');
});

test('a folder of indexes that cannot be written to fails the index, and the dictionary goes on', async (t) => {
  const whole = await smallInstallation(t);
  const occupied = join(await mkdtemp(join(tmpdir(), 'nhip-linking-')), 'linking');
  t.after(() => rm(dirname(occupied), { recursive: true }));
  await writeFile(occupied, 'a file stands where the folder should be');
  const linker = openLinker({ folder: occupied, threads: 1 });
  t.after(() => linker.close());
  const { db, set } = whole;
  await assert.rejects(linker.getEngine(db, set));
  assert.equal(linker.status(set), 'failed');
  const { texts } = await linkTexts({ db, linker }, [text('Thành thạo k8s')]);
  assert.equal(texts[0]!.links[0]?.surface, 'k8s');
});
