import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { bareDatabase, testDatabase } from '#src/testing/database.ts';
import { startTestServer, type TestServer } from '#src/testing/database-server.ts';
import type { Database } from '../connect.ts';
import { backup } from './backup.ts';
import { listTables, quoted } from './catalogue.ts';
import { restore } from './restore.ts';

/** A server of the other kind, when the run is on one that NHIP_TEST_DATABASE_URL names. */
let embedded: TestServer | undefined;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhip-backup-'));
  if (process.env.NHIP_TEST_DATABASE_URL) embedded = await startTestServer();
});
after(async () => {
  await embedded?.stop();
  await rm(folder, { recursive: true });
});

const archive = (name = 'archive') => join(folder, `${name}.nhip`);
const noFiles = () => join(folder, 'none');

/** Every row of every table, as text. */
async function contents({ pool }: Database): Promise<Record<string, string[]>> {
  const client = await pool.connect();
  try {
    const all: Record<string, string[]> = {};
    for (const { name } of await listTables(client)) {
      const text = `select t::text as row from ${quoted(name)} t order by (t::text) collate "C"`;
      all[name] = (await client.query(text)).rows.map(({ row }) => row);
    }
    return all;
  } finally {
    client.release();
  }
}

async function seal(path: string): Promise<unknown> {
  return JSON.parse(execFileSync('tar', ['-xzOf', path, 'seal.json']).toString());
}

const text = fc.string({ unit: 'binary', maxLength: 40 }).map((raw) => raw.replaceAll('\0', ''));
const fact = fc.record({
  action: fc.oneof(text, fc.constantFrom('\\.', '\\N', '\t\n\r\\', 'Nguyễn Thị Hòa', '')),
  // jsonb knows no zero character.
  detail: fc.jsonValue().filter((value) => !JSON.stringify(value).includes('\\u0000')),
});
const region = fc.record({
  parent: fc.option(fc.nat({ max: 20 })),
  from: fc.option(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  ),
});
const world = fc.record({
  facts: fc.array(fact, { maxLength: 60 }),
  regions: fc.array(region, { maxLength: 60 }),
});

type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** Regions may name a parent that comes after them. */
async function populate({ pool }: Database, { facts, regions }: World) {
  const actor = await pool.query(`insert into actor (kind) values ('system') returning id`);
  for (const { action, detail } of facts) {
    await pool.query(
      `insert into audit_fact (actor_id, purpose, action, subject_kind, subject_id, detail)
       values ($1, 'test', $2, 'test', '1', $3)`,
      [actor.rows[0].id, action, JSON.stringify(detail)],
    );
  }
  for (const [index, { from }] of regions.entries()) {
    await pool.query('insert into region (code, kind, valid_from) values ($1, $2, $3)', [
      `R${index}`,
      'province',
      from?.toISOString().slice(0, 10) ?? null,
    ]);
  }
  for (const [index, { parent }] of regions.entries()) {
    await pool.query(
      `update region set parent_id = (select id from region where code = $2) where code = $1`,
      [`R${index}`, `R${parent}`],
    );
  }
}

test('a back-up restores every row, from either kind of database into the other and back', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (rows) => {
      const source = await testDatabase();
      await populate(source, rows);
      const expected = await contents(source);
      await backup(source, noFiles(), archive('first'));
      const other = await bareDatabase(undefined, embedded?.url);
      await restore(archive('first'), other, noFiles());
      assert.deepEqual(await contents(other), expected);
      await backup(other, noFiles(), archive('second'));
      const back = await bareDatabase();
      await restore(archive('second'), back, noFiles());
      assert.deepEqual(await contents(back), expected);
      assert.deepEqual(await seal(archive('second')), await seal(archive('first')));
      for (const database of [source, other, back]) await database.close();
    }),
    { numRuns: 3 },
  );
});

test('ids that were given once are not given again after a restore, even those of deleted rows', async (t) => {
  const source = await testDatabase(t);
  const insert = `insert into region (code, kind) values ('R' || random(), 'province') returning id`;
  await source.pool.query(insert);
  const last = (await source.pool.query(insert)).rows[0].id;
  await source.pool.query('delete from region');
  await backup(source, noFiles(), archive());
  const target = await bareDatabase(t);
  await restore(archive(), target, noFiles());
  assert.equal((await target.pool.query(insert)).rows[0].id, last + 1);
});
