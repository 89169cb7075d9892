import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProblem } from '#src/testing/is-problem.ts';
import { connect } from '../connect.ts';
import { databaseProblem } from '../database-problem.ts';

/** A disk of a few megabytes; undefined where mounting is not allowed. */
async function smallDisk(t: TestContext, size: string): Promise<string | undefined> {
  const disk = await mkdtemp(join(tmpdir(), 'nhip-disk-'));
  let mounted = false;
  t.after(async () => {
    if (mounted) execFileSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true });
  });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'nhip-test', disk], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  mounted = true;
  chmodSync(disk, 0o755);
  return disk;
}

/** Takes the room that is left, and gives back how to free it. */
function fill(disk: string): () => void {
  const ballast = join(disk, 'ballast');
  try {
    writeFileSync(ballast, Buffer.alloc(200 * 2 ** 20));
  } catch {
    // nothing more fits
  }
  return () => rmSync(ballast);
}

test('a disk too small for the first start is named, and nothing half-made blocks a larger one', async (t) => {
  const disk = await smallDisk(t, '20m');
  if (!disk) return t.skip('mounting a small disk is not allowed here');
  const open = () => connect({ kind: 'embedded', folder: join(disk, 'database') });
  await assert.rejects(open(), isProblem('disk-full'));
  execFileSync('mount', ['-o', 'remount,size=120m', disk]);
  await (await open()).close();
});

test('a disk that fills up is named and costs no acknowledged row, and with room the work goes on', async (t) => {
  const disk = await smallDisk(t, '120m');
  if (!disk) return t.skip('mounting a small disk is not allowed here');
  const open = () => connect({ kind: 'embedded', folder: join(disk, 'database') });
  const database = await open();
  await database.pool.query('create table note (id int4, words text)');
  const insert = (id: number) =>
    database.pool.query(`insert into note values ($1, repeat(md5($1::int4::text), 20000))`, [id]);

  const free = fill(disk);
  let acknowledged = 0;
  const refusal = await (async () => {
    for (;;) {
      try {
        await insert(acknowledged + 1);
        acknowledged += 1;
      } catch (fault) {
        return fault;
      }
    }
  })();
  assert.match(databaseProblem(refusal, 'note')!.code, /^(disk-full|database-unreachable)$/);

  free();
  for (let tries = 0; tries < 200; tries += 1) {
    const done = await insert(acknowledged + 1).then(
      () => true,
      () => false,
    );
    if (done) break;
    await sleep(50);
  }
  const count = 'select count(distinct id) as n from note';
  assert.equal((await database.pool.query(count)).rows[0].n, acknowledged + 1);
  await database.close();

  const freeAgain = fill(disk);
  await assert.rejects(open(), isProblem('disk-full'));
  freeAgain();
  const again = await open();
  t.after(again.close);
  assert.equal((await again.pool.query(count)).rows[0].n, acknowledged + 1);
});
