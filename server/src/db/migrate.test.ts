import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { isProblem } from '#src/testing/is-problem.ts';
import { bareDatabase } from '#src/testing/database.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

const first = '20260101_note__create';
const second = '20260102_note__words__add';

async function folderWith(t: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-migrations-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(files))
    await writeFile(join(folder, `${name}.sql`), sql);
  return folder;
}

test('a migration may hold many statements and is applied once', async (t) => {
  const { pool } = await bareDatabase(t);
  const folder = await folderWith(t, {
    [first]:
      'create table note (id int4); insert into note values (1); insert into note values (2);',
    [second]: `alter table note add words text not null default 'chưa ghi';`,
  });
  assert.deepEqual(await migrate(pool, folder), [first, second]);
  assert.deepEqual(await migrate(pool, folder), []);
  const { rows } = await pool.query('select id, words from note order by id');
  assert.deepEqual(rows, [
    { id: 1, words: 'chưa ghi' },
    { id: 2, words: 'chưa ghi' },
  ]);
});

test('of two programs that start at once, one migrates and the other waits for it', async (t) => {
  const { pool } = await bareDatabase(t);
  const folder = await folderWith(t, { [first]: 'select pg_sleep(0.2); create table note ();' });
  const both = await Promise.all([migrate(pool, folder), migrate(pool, folder)]);
  assert.deepEqual(both.flat(), [first]);
});

test('a migration that fails is undone whole and named, and those before it stay', async (t) => {
  const { pool } = await bareDatabase(t);
  const folder = await folderWith(t, {
    [first]: 'create table note (id int4)',
    [second]: 'alter table note add words text; select 1 / 0;',
  });
  await assert.rejects(migrate(pool, folder), new RegExp(second));
  await assert.rejects(pool.query('select words from note'), /column "words" does not exist/);
  await writeFile(join(folder, `${second}.sql`), 'alter table note add words text');
  assert.deepEqual(await migrate(pool, folder), [second]);
});

test('an older program refuses a database that a newer one has migrated', async (t) => {
  const { pool } = await bareDatabase(t);
  const folder = await folderWith(t, { [first]: 'select 1', [second]: 'select 1' });
  await migrate(pool, folder);
  await rm(join(folder, `${second}.sql`));
  await assert.rejects(migrate(pool, folder), isProblem('database-newer-than-program'));
});

test('an edited migration is refused, other line ends are not an edit', async (t) => {
  const { pool } = await bareDatabase(t);
  const folder = await folderWith(t, { [first]: 'select 1;\nselect 2;\n' });
  await migrate(pool, folder);
  await writeFile(join(folder, `${first}.sql`), 'select 1;\r\nselect 2;\r\n');
  assert.deepEqual(await migrate(pool, folder), []);
  await writeFile(join(folder, `${first}.sql`), 'select 1;\nselect 3;\n');
  await assert.rejects(migrate(pool, folder), isProblem('migration-changed'));
});

test('a file that is not named for its date and deed is no migration', async (t) => {
  const folder = await folderWith(t, { 'add-words': 'select 1' });
  await assert.rejects(readMigrations(folder), /add-words/);
});

test('the migrations of this program apply from nothing', async (t) => {
  const { pool } = await bareDatabase(t);
  const applied = await migrate(pool);
  assert.deepEqual(
    applied,
    (await readMigrations()).map(({ name }) => name),
  );
});
