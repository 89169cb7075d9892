import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { connect, type Database } from '#src/db/connect.ts';
import { csv, exampleFiles, skillCells, SKILLS } from '#src/frameworks/esco/example.ts';
import type { ImportRun } from '#src/imports/contract.ts';
import { commandLine, databaseUrl } from '#src/testing/command-line.ts';
import { otherServer, sendJson } from '#src/testing/other-server.ts';
import { wholePackage } from '#src/testing/whole-package.ts';
import { packFiles } from './pack-files.ts';

const onServer = await databaseUrl();
const nhip = await commandLine(onServer);
const base = join(nhip.home, '..');
const [small, large] = [join(base, 'esco_1_2_0'), join(base, 'esco_9_0_0')];
const SKILL_COUNT = 6_000;

/** Held open, so that the commands join a running database instead of starting one each. */
let database: Database;

before(async () => {
  await mkdir(small);
  await mkdir(large);
  for (const [name, text] of Object.entries(exampleFiles())) {
    await writeFile(join(small, `${name}.gz`), gzipSync(text));
    if (name !== 'skills_en.csv') await writeFile(join(large, name), text);
  }
  await writeFile(join(small, 'README.md'), '# not data');
  const skills = Array.from({ length: SKILL_COUNT }, (_, index) =>
    skillCells(index + 1_001, `skill number ${index}`),
  );
  await writeFile(join(large, 'skills_en.csv'), csv(SKILLS, ...skills));
  const made = await nhip.run(['init']);
  assert.equal(made.code, 0, made.stderr);
  database = await connect(
    onServer.DATABASE_URL === undefined
      ? { kind: 'embedded', folder: join(nhip.home, 'main', 'postgres') }
      : { kind: 'server', url: onServer.DATABASE_URL },
  );
});
after(() => database?.close());

test('a folder is one file, the same every time: looked at first, applied when confirmed, nothing new the second time', async () => {
  const looked = await nhip.run(['import', 'framework', small, '--lang', 'en']);
  assert.equal(looked.code, 1);
  assert.match(looked.stdout, /Preview of esco_1_2_0\.zip \(esco\): 13 new/);
  assert.match(looked.stderr, /^import-not-confirmed/);

  const done = await nhip.run(['import', 'framework', small, '--yes', '--json']);
  const first = (JSON.parse(done.stdout) as { import: ImportRun }).import;
  assert.deepEqual([first.status, first.format, first.counts.new], ['applied', 'esco', 13]);
  const again = await nhip.run(['import', 'framework', small, '--yes', '--json']);
  const second = (JSON.parse(again.stdout) as { import: ImportRun }).import;
  assert.deepEqual([second.fileSha256, second.counts.same], [first.fileSha256, 13]);
});

test('a package is fetched from the server that publishes it, where the operator allows its host', async (t) => {
  const other = await otherServer(t, (_request, reply) => sendJson(reply, wholePackage()));
  const args = ['import', 'framework', `${other.origin}/ims/case/v1p1/CFDocuments/x`];
  const refused = await nhip.run([...args, '--yes']);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /^remote-address-refused: .*PULL_HOSTS.*\n$/);
  assert.deepEqual(other.asked, []);

  const env = { PULL_HOSTS: `khung.example.vn, ${other.host}` };
  const looked = await nhip.run([...args, '--lang', 'en'], { env });
  assert.equal(looked.code, 1);
  assert.match(looked.stdout, /Preview of 127\.0\.0\.1-\d+-x\.json \(case-package\): 1\d new/);
  assert.match(looked.stderr, /^import-not-confirmed/);
  assert.deepEqual(other.asked, ['GET /ims/case/v1p1/CFPackages/x']);

  const done = await nhip.run([...args, '--yes', '--json'], { env });
  const first = (JSON.parse(done.stdout) as { import: ImportRun }).import;
  assert.deepEqual([first.status, first.format], ['applied', 'case-package']);
  const again = await nhip.run([...args, '--yes', '--json'], { env });
  const { counts } = (JSON.parse(again.stdout) as { import: ImportRun }).import;
  assert.deepEqual([counts.new, counts.changed, counts.same], [0, 0, first.counts.new]);
});

test('a package may be gzipped, as a file and at its server', async (t) => {
  const packed = gzipSync(JSON.stringify(wholePackage()));
  const file = join(base, 'khung.json.gz');
  await writeFile(file, packed);
  const other = await otherServer(t, (_request, reply) => {
    reply.writeHead(200, { 'content-type': 'application/gzip' }).end(packed);
  });
  for (const path of [file, `${other.origin}/khung.json.gz`]) {
    const said = await nhip.run(
      ['import', 'framework', path, '--format', 'case-package', '--yes', '--json'],
      { env: { PULL_HOSTS: other.host } },
    );
    const { counts, status } = (JSON.parse(said.stdout) as { import: ImportRun }).import;
    assert.deepEqual([status, counts.new, counts.rejected], ['applied', 0, 0], path);
    assert.ok(counts.same > 8);
  }
});

test('several files are bundled like their folder, whatever order they are named in', async () => {
  const names = Object.keys(exampleFiles()).map((name) => join(small, `${name}.gz`));
  const [folder, files] = [await packFiles([small]), await packFiles(names.reverse())];
  assert.deepEqual(files, folder);
  assert.deepEqual(await packFiles([names[0]!]), { path: names[0] });
});

test('a folder without data, a path that is not there and a second path to another kind are refused in a line', async () => {
  const empty = join(base, 'empty');
  await mkdir(empty);
  for (const [words, code] of [
    [['framework', empty], 'bundle-empty'],
    [['framework', join(base, 'nowhere')], 'file-not-readable'],
    [['framework', small, small], 'bundle-file-twice'],
    [['ads', small, small], 'option-invalid'],
    [['framework'], 'option-invalid'],
  ] as const) {
    const said = await nhip.run(['import', ...words]);
    assert.equal(said.code, 1);
    assert.match(said.stderr, new RegExp(`^${code}: .+\\n$`));
  }
});

test('An import that is killed while it reads, and again while it writes, is finished whole by the next call', async () => {
  const args = ['import', 'framework', large, '--yes', '--json'];
  const readSome = await killWhen(args, `staged_rows >= 1000 and status = 'staging'`);
  assert.ok(readSome.staged_rows < SKILL_COUNT);
  const applying = await killWhen(args, `status = 'applying'`);
  assert.equal(applying.id, readSome.id);
  const { rows: before } = await database.pool.query(
    `select from competency where source_id like 'skill/%5999'`,
  );
  assert.equal(before.length, 0);

  const done = await nhip.run(args);
  const run = (JSON.parse(done.stdout) as { import: ImportRun }).import;
  assert.deepEqual([run.id, run.status, run.counts.rejected], [readSome.id, 'applied', 0]);
  const { rows } = await database.pool.query<{ skills: number; versions: number }>(
    `select count(*)::int4 as skills, count(distinct v.framework_version_id)::int4 as versions
       from competency_version v
       join framework_version f on f.id = v.framework_version_id and f.version = '9.0.0'
      where v.kind <> 'area'`,
  );
  // and two that the other files of the example describe
  assert.deepEqual(rows, [{ skills: SKILL_COUNT + 2, versions: 1 }]);
});

/** Starts the command and kills it (as a power cut would) once its run is where it should be. */
async function killWhen(args: readonly string[], where: string) {
  const child = nhip.start(args);
  const ended = once(child, 'exit');
  for (let turn = 0; turn < 3_000; turn += 1) {
    const { rows } = await database.pool.query<{ id: string; staged_rows: number }>(
      `select id, staged_rows from import_run where file_name = 'esco_9_0_0.zip' and ${where}`,
    );
    if (rows[0]) {
      child.kill('SIGKILL');
      await ended;
      return rows[0];
    }
    await wait(5);
  }
  throw new Error(`the import was never at: ${where}`);
}
