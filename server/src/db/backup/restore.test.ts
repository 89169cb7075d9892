import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { ProblemCode } from '#src/errors.ts';
import { bareDatabase, testDatabase } from '#src/testing/database.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { migrate } from '../migrate.ts';
import { readMigrations } from '../migration-files.ts';
import { backup } from './backup.ts';
import { isBare } from './catalogue.ts';
import { restore } from './restore.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhip-backup-'));
});
after(() => rm(folder, { recursive: true }));

const archive = (name = 'archive') => join(folder, `${name}.nhip`);
const noFiles = () => join(folder, 'none');

const oneFact = `
  with system as (insert into actor (kind) values ('system') returning id)
  insert into audit_fact (actor_id, purpose, action, subject_kind, subject_id)
  select id, 'test', 'Xin chào', 'test', '1' from system`;

test('an archive of an older program is brought to the state of this one', async (t) => {
  const migrations = await readMigrations();
  const old = join(folder, 'migrations');
  await mkdir(old);
  for (const { name, sql } of migrations.slice(0, 2))
    await writeFile(join(old, `${name}.sql`), sql);
  const source = await bareDatabase(t);
  await migrate(source.pool, old);
  await source.pool.query(oneFact);
  await backup(source, noFiles(), archive());
  const target = await bareDatabase(t);
  const { migrated } = await restore(archive(), target, noFiles());
  assert.deepEqual(
    migrated,
    migrations.slice(2).map(({ name }) => name),
  );
  assert.deepEqual(await migrate(target.pool), []);
  assert.equal(
    (await target.pool.query('select action from audit_fact')).rows[0].action,
    'Xin chào',
  );
});

test('an archive of a newer program is refused', async (t) => {
  const source = await testDatabase(t);
  await source.owner.query(
    `insert into schema_migration (name, sha256) values ('29991231_future__come', '')`,
  );
  await backup(source, noFiles(), archive());
  await refused(t, archive(), 'archive-newer-than-program');
});

test('a database that has anything in it is no target, and keeps what it has', async (t) => {
  const source = await testDatabase(t);
  await source.pool.query(oneFact);
  await backup(source, noFiles(), archive());
  await assert.rejects(
    restore(archive(), source, noFiles()),
    isProblem('restore-target-not-empty'),
  );
  assert.equal((await source.pool.query('select from audit_fact')).rowCount, 1);
});

test('a damaged or shortened archive is refused wherever the damage is, and leaves nothing behind', async (t) => {
  const source = await testDatabase(t);
  await source.pool.query(oneFact);
  const files = join(folder, 'damaged-source');
  await mkdir(join(files, 'ab'), { recursive: true });
  await writeFile(join(files, 'ab', 'ab'.repeat(32)), 'một tệp');
  await backup(source, files, archive());
  const whole = await readFile(archive());
  const target = await bareDatabase(t);
  const targetFiles = join(folder, 'damaged-target');
  // The first ten bytes of a gzip hold a time and a name of an operating system, which nothing reads.
  const position = fc.integer({ min: 10, max: whole.length - 1 });
  await fc.assert(
    fc.asyncProperty(
      position,
      fc.boolean(),
      fc.integer({ min: 1, max: 255 }),
      async (at, cut, change) => {
        const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) damaged[at]! ^= change;
        await writeFile(archive('damaged'), damaged);
        await assert.rejects(
          restore(archive('damaged'), target, targetFiles),
          isProblem('archive-invalid'),
        );
        const client = await target.pool.connect();
        assert.ok(await isBare(client));
        client.release();
      },
    ),
    { numRuns: 25 },
  );
  const left = existsSync(targetFiles)
    ? await readdir(targetFiles, { recursive: true, withFileTypes: true })
    : [];
  assert.deepEqual(
    left.filter((entry) => entry.isFile()),
    [],
  );
});

test('a file that is no archive, or is not there, is named', async (t) => {
  await writeFile(archive('note'), 'Đây không phải bản sao lưu.');
  await refused(t, archive('note'), 'archive-invalid');
  await refused(t, archive('nowhere'), 'file-not-readable');
});

async function refused(t: TestContext, path: string, code: ProblemCode): Promise<void> {
  await assert.rejects(restore(path, await bareDatabase(t), noFiles()), isProblem(code));
}
