import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { checkBothLanguages, comparedTables } from './both-languages.ts';
import { checkFormatting, checkTypes } from './commands.ts';
import { checkGeneratedTypes } from './generated-types.ts';
import { checkRoutes, unguardedRoutes } from './routes.ts';
import { importsOf, type Source } from './sources.ts';
import { brokenWalls, checkWalls } from './walls.ts';
import { brokenOwnership, checkWriters } from './writers.ts';

test('the house keeps its own rules', async () => {
  assert.deepEqual(await checkWalls(), []);
  assert.deepEqual(await checkWriters(), []);
  assert.deepEqual(await checkRoutes(), []);
  assert.deepEqual(await checkBothLanguages(), []);
});

test('every way of importing is seen, and what stands in a comment is not', () => {
  const text = `
    import a from 'a';
    import type { B } from "b";
    import {
      c,
    } from 'c';
    import 'd';
    export { e } from 'e';
    export * from 'f';
    const g = await import('g');
    // import h from 'h';
    /* export * from 'i'; */`;
  assert.deepEqual(importsOf(text).sort(), ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('a wall between rooms is broken by a relative path, by a room above, and by the ground knowing a room', () => {
  const broken = (path: string, specifier: string) =>
    brokenWalls([server(path, `import x from '${specifier}';`)], []).length;
  assert.equal(broken('demand/shares.ts', '../measures/random.ts'), 1);
  assert.equal(broken('demand/itviec/cells.ts', '../../measures/random.ts'), 1);
  assert.equal(broken('demand/shares.ts', '#src/command-line/print.ts'), 1);
  assert.equal(broken('demand/shares.ts', '#src/testing/app.ts'), 1);
  assert.equal(broken('demand/shares.ts', '#src/app.ts'), 1);
  assert.equal(broken('db/pool.ts', '#src/demand/shares.ts'), 1);
  assert.equal(broken('languages/plain.ts', '#src/demand/shares.ts'), 1);

  assert.equal(broken('demand/shares.ts', '#src/measures/random.ts'), 0);
  assert.equal(broken('demand/itviec/cells.ts', '../shares.ts'), 0);
  assert.equal(broken('demand/shares.test.ts', '#src/testing/app.ts'), 0);
  assert.equal(broken('command-line/serve.ts', '#src/app.ts'), 0);
  assert.equal(broken('db/pool.ts', '#src/errors.ts'), 0);
  assert.equal(broken('app.ts', './demand/routes.ts'), 0);
});

test('a contract that knows more than Zod and contracts is found', () => {
  const broken = (specifier: string) =>
    brokenWalls([server('gap/contract.ts', `export { x } from '${specifier}';`)], []).length;
  assert.equal(broken('./coverage.ts'), 1);
  assert.equal(broken('node:fs'), 1);
  assert.equal(broken('zod'), 0);
  assert.equal(broken('../demand/contract.ts'), 0);
});

test('rooms that import each other in a ring are found, however long it is', () => {
  const ring = [
    server('demand/a.ts', `import '#src/review/b.ts';`),
    server('review/b.ts', `import '#src/gap/c.ts';`),
    server('gap/c.ts', `import '#src/demand/a.ts';`),
  ];
  assert.deepEqual(brokenWalls(ring, []), [
    'rooms import each other in a ring: demand → review → gap',
  ]);
  assert.deepEqual(brokenWalls(ring.slice(0, 2), []), []);
  const throughContract = [
    ...ring.slice(0, 2),
    server('gap/c.ts', `import '#src/demand/contract.ts';`),
  ];
  assert.deepEqual(brokenWalls(throughContract, []), []);
});

test('the web that knows more of the server than contracts is found', () => {
  const broken = (specifier: string) =>
    brokenWalls([], [{ path: 'web/src/gap/x.ts', text: `import x from '${specifier}';` }]).length;
  assert.equal(broken('@nhip/server/gap/coverage.ts'), 1);
  assert.equal(broken('@nhip/server/messages.ts'), 1);
  assert.equal(broken('../../../server/src/gap/contract.ts'), 1);
  assert.equal(broken('@nhip/server/gap/contract.ts'), 0);
});

test('a table that two rooms write, or none, is found', () => {
  const tables = new Set(['vacancy', 'decision']);
  const demand = server('demand/queries.ts', `db.insertInto('vacancy').values({})`);
  const review = server('review/queries.ts', `db.updateTable('decision')`);
  const found = (...sources: Source[]) => brokenOwnership(sources, tables);
  assert.deepEqual(found(demand, review), []);
  assert.deepEqual(found(demand), ['decision has no writer']);
  for (const text of [
    `db.deleteFrom('vacancy')`,
    'sql`insert into vacancy (id) values (1)`',
    'sql`\n  UPDATE vacancy v SET title = 1`',
    'sql`update only "vacancy" set title = 1`',
    'sql`delete from vacancy`',
    'sql`truncate table vacancy`',
    '`copy vacancy from stdin`',
  ]) {
    assert.deepEqual(
      found(demand, review, server('gap/queries.ts', text)),
      ['vacancy is written by server/src/demand/queries.ts and server/src/gap/queries.ts'],
      text,
    );
  }
  const reading = 'sql`select * from vacancy for update`; // to update a vacancy set nothing aside';
  assert.deepEqual(found(demand, review, server('gap/queries.ts', reading)), []);
  const outside = server('testing/people.ts', `db.insertInto('vacancy')`);
  assert.deepEqual(found(demand, review, outside), []);
});

test('a route without an access rule is found', () => {
  const found = (text: string) => unguardedRoutes([server('gap/routes.ts', text)]);
  assert.deepEqual(
    found(
      `app.get('/a', { config: { access }, schema: {} }, () => 1);\n\napp.post('/b', () => 2);`,
    ),
    ['server/src/gap/routes.ts:3 a route without config.access'],
  );
  assert.deepEqual(found(`app.get('/a', { config: { access: mayRead } }, () => f(g(1)));`), []);
  assert.equal(found('').length, 1);
});

test('words that one language lacks, or that differ in their placeholders, are found', () => {
  const found = (table: unknown) => comparedTables('x/messages.ts', { table } as never).length;
  assert.equal(found({ vi: { a: 'một' }, en: { a: 'one' } }), 0);
  assert.equal(found({ vi: { a: 'một' }, en: {} }), 1);
  assert.equal(found({ vi: { a: 'một' }, en: { a: ' ' } }), 1);
  assert.equal(found({ vi: { a: { b: 'một' } }, en: { a: { c: 'one' } } }), 2);
  assert.equal(found({ vi: { a: '{n} tin' }, en: { a: '{m} ads' } }), 1);
  assert.equal(
    found({ vi: { a: '{{n}} tin' }, en: { a_one: '{{n}} ad', a_other: '{{n}} ads' } }),
    0,
  );
  assert.equal(found({ key: { vi: 'một', en: 'one' } }), 0);
  assert.equal(found({ key: { vi: 'một' } }), 1);
  assert.equal(found({ room: 'gap' }), 1);
});

test('a type that does not fit is found', async (t) => {
  const folder = await temporaryFolder(t);
  const compilerOptions = { strict: true, noEmit: true, types: [], lib: ['es2024'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  await writeFile(join(folder, 'a.ts'), 'export const n: number = 1;\n');
  assert.deepEqual(await checkTypes(folder), []);
  await writeFile(join(folder, 'a.ts'), "export const n: number = 'one';\n");
  assert.match((await checkTypes(folder)).join('\n'), /a\.ts.*TS2322/);
});

test('a file that is not formatted is found', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'a.ts'), 'export const n = 1;\n');
  assert.deepEqual(await checkFormatting(folder), []);
  await writeFile(join(folder, 'a.ts'), 'export const n   =1');
  assert.match((await checkFormatting(folder)).join('\n'), /a\.ts/);
});

test('generated types that differ from the migrations are found', async (t) => {
  const file = join(await temporaryFolder(t), 'types.ts');
  await writeFile(file, 'export interface DB {}\n');
  assert.equal((await checkGeneratedTypes(file)).length, 1);
});

function server(path: string, text: string): Source {
  return { path: `server/src/${path}`, text };
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-checks-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
