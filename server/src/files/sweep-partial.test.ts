import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sweepPartial } from './files.ts';

test('an upload that was left half-written a day ago is removed, and one under way is kept', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-files-'));
  t.after(() => rm(folder, { recursive: true }));
  assert.equal(await sweepPartial(folder), 0);
  const partial = join(folder, 'partial');
  await mkdir(partial);
  await writeFile(join(partial, 'old'), 'x');
  await writeFile(join(partial, 'new'), 'x');
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  await utimes(join(partial, 'old'), twoDaysAgo, twoDaysAgo);
  assert.equal(await sweepPartial(folder), 1);
  assert.deepEqual(await readdir(partial), ['new']);
});
