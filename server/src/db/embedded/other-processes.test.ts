import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isProblem } from '#src/testing/is-problem.ts';
import { connect } from '../connect.ts';
import { throwawayFolder } from '../throwaway.ts';
import { findPostmaster } from './postmaster.ts';

const connectUrl = import.meta.resolve('../connect.ts');
const isRoot = process.getuid?.() === 0;

let folder: string;
let remove: () => Promise<void>;

before(async () => {
  ({ folder, remove } = await throwawayFolder());
});
after(() => remove());

/** Another process that opens the database (as `database`), runs `work` and prints lines. */
function otherProcess(work: string, options: { uid?: number; gid?: number; folder?: string } = {}) {
  const code = `
    import { connect } from ${JSON.stringify(connectUrl)};
    const database = await connect({ kind: 'embedded', folder: ${JSON.stringify(options.folder ?? folder)} });
    ${work}
    await database.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, lines: createInterface(child.stdout!) };
}

async function untilGone(): Promise<void> {
  for (const end = Date.now() + 30_000; findPostmaster(join(folder, 'cluster')); await sleep(20)) {
    assert.ok(Date.now() < end, 'PostgreSQL is still running');
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

test('kill -9 of the only process leaves no PostgreSQL behind and loses no acknowledged row', async () => {
  for (let round = 1; round <= 3; round += 1) {
    const { child, lines } = otherProcess(
      `await database.pool.query('create table if not exists entry (id int4 primary key)');
       const { rows } = await database.pool.query('select coalesce(max(id), 0) as last from entry');
       for (let id = rows[0].last + 1; ; id += 1) {
         await database.pool.query('insert into entry values ($1)', [id]);
         process.stdout.write(id + '\\n');
       }`,
    );
    let acknowledged = 0;
    for await (const line of lines) {
      acknowledged = Number(line);
      if (acknowledged >= round * 100) child.kill('SIGKILL');
    }
    await ended(child);
    await untilGone();
    const database = await connect({ kind: 'embedded', folder });
    const { rows } = await database.pool.query('select max(id) as last, count(*) as n from entry');
    await database.close();
    assert.ok(rows[0].last >= acknowledged);
    assert.equal(rows[0].n, rows[0].last);
  }
});

test('kill -9 of the process that started the database does not touch the others', async (t) => {
  const { child, lines } = otherProcess(
    `console.log('open'); await new Promise(() => setInterval(() => {}, 1000));`,
  );
  await once(lines, 'line');
  const database = await connect({ kind: 'embedded', folder });
  t.after(database.close);
  const before = findPostmaster(join(folder, 'cluster'))!.pid;
  child.kill('SIGKILL');
  await ended(child);
  await database.pool.query('select from entry');
  await sleep(500);
  await database.pool.query('select from entry');
  assert.equal(findPostmaster(join(folder, 'cluster'))?.pid, before);
});

test('a database that is opened while its predecessor is stopping waits for it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { child, lines } = otherProcess(
      `console.log('open'); await new Promise(() => setInterval(() => {}, 1000));`,
    );
    await once(lines, 'line');
    child.kill('SIGKILL');
    const database = await connect({ kind: 'embedded', folder });
    await database.pool.query('select from entry');
    await database.close();
    await ended(child);
  }
});

test('an ordinary user runs the database as themselves, and root beside them leaves it theirs', async (t) => {
  if (!isRoot) return t.skip('needs root; the other tests run as an ordinary user then');
  const nobody = { uid: 65534, gid: 65534 };
  if (!canReach(nobody, fileURLToPath(connectUrl)))
    return t.skip('the checkout is closed to others');
  const own = await throwawayFolder();
  t.after(own.remove);
  chownSync(dirname(own.folder), nobody.uid, nobody.gid);
  const { child, lines } = otherProcess(`console.log('open');`, { ...nobody, folder: own.folder });
  await once(lines, 'line');
  await ended(child);
  assert.equal(child.exitCode, 0);
  const database = await connect({ kind: 'embedded', folder: own.folder });
  await database.close();
  assert.equal(statSync(join(own.folder, 'cluster', 'postmaster.opts')).uid, nobody.uid);
});

test('a strict umask closes the database to nobody who must read it', async (t) => {
  const { folder: own, remove } = await throwawayFolder();
  t.after(remove);
  const strict = process.umask(0o077);
  t.after(() => process.umask(strict));
  await (await connect({ kind: 'embedded', folder: join(own, 'main', 'postgres') })).close();
});

test('root’s PostgreSQL runs as an unprivileged user, and a folder closed to it is refused', async (t) => {
  if (!isRoot) return t.skip('needs root');
  const database = await connect({ kind: 'embedded', folder });
  const { pid } = findPostmaster(join(folder, 'cluster'))!;
  assert.equal(statSync(`/proc/${pid}`).uid, 65534);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  await database.close();
  const closed = join(dirname(folder), 'closed');
  mkdirSync(closed, { mode: 0o700 });
  await assert.rejects(
    connect({ kind: 'embedded', folder: join(closed, 'database') }),
    isProblem('data-folder-not-usable'),
  );
});

function canReach(user: { uid: number; gid: number }, file: string): boolean {
  try {
    execFileSync(process.execPath, ['--check', file], { ...user, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
