import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bareDatabase, testDatabase } from '#src/testing/database.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhip-backup-'));
});
after(() => rm(folder, { recursive: true }));

const archive = (name = 'archive') => join(folder, `${name}.nhip`);
const noFiles = () => join(folder, 'none');

test('files come along, unfinished ones do not, and a file that is there already stays', async (t) => {
  const files = join(folder, 'files');
  const stored = await Promise.all(
    ['một', 'hai', 'x'.repeat(3_000_000)].map((body) => store(files, body)),
  );
  await mkdir(join(files, 'partial'), { recursive: true });
  await writeFile(join(files, 'partial', 'unfinished'), 'half');
  const summary = await backup(await testDatabase(t), files, archive());
  assert.equal(summary.files, 3);

  const other = join(folder, 'other-files');
  const there = await store(other, 'hai');
  const untouched = (await stat(there)).ino;
  await restore(archive(), await bareDatabase(t), other);
  for (const path of stored) {
    assert.deepEqual(await readFile(path.replace(files, other)), await readFile(path));
  }
  assert.equal((await stat(there)).ino, untouched);
  assert.deepEqual(await readdir(join(other, 'partial')), []);
});

test('an archive is readable by its owner alone, replaces an older one whole, and leaves no half file', async (t) => {
  const source = await testDatabase(t);
  const place = join(folder, 'place');
  await mkdir(place);
  const path = join(place, 'nightly.nhip');
  await writeFile(path, 'an older back-up');
  const summary = await backup(source, noFiles(), path);
  assert.deepEqual(await readdir(place), ['nightly.nhip']);
  const { mode, size } = await stat(path);
  assert.equal(mode & 0o777, 0o600);
  assert.equal(summary.bytes, size);
  await assert.rejects(
    backup(source, noFiles(), join(folder, 'missing', 'a.nhip')),
    isProblem('file-not-writable'),
  );
});

test('a back-up onto a full disk is named so, and an older one there stays', async (t) => {
  if (process.getuid?.() !== 0 || process.platform !== 'linux')
    return t.skip('needs root to mount a small disk');
  const disk = join(folder, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'nhip-test', disk]);
  } catch {
    return t.skip('mounting is not allowed here');
  }
  t.after(() => execFileSync('umount', [disk]));
  const files = join(folder, 'large-files');
  await store(
    files,
    Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * 7919) % 251)).toString('latin1'),
  );
  await store(
    files,
    createHash('shake256', { outputLength: 900_000 }).update('seed').digest('base64'),
  );
  const path = join(disk, 'nightly.nhip');
  await writeFile(path, 'an older back-up');
  await assert.rejects(backup(await testDatabase(t), files, path), isProblem('disk-full'));
  assert.deepEqual(await readdir(disk), ['nightly.nhip']);
  assert.equal(await readFile(path, 'utf8'), 'an older back-up');
});

async function store(files: string, body: string): Promise<string> {
  const sha256 = createHash('sha256').update(body).digest('hex');
  await mkdir(join(files, sha256.slice(0, 2)), { recursive: true });
  const path = join(files, sha256.slice(0, 2), sha256);
  await writeFile(path, body);
  return path;
}
