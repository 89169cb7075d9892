import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { openFiles } from './files.ts';

test('a file is kept under the hash of its content, once however often it comes', async (t) => {
  const files = openFiles(await temporaryFolder(t));
  const content = Buffer.from('đề cương học phần');
  const sha256 = createHash('sha256').update(content).digest('hex');
  for (const _ of [1, 2]) {
    const chunks = [content.subarray(0, 5), content.subarray(5)];
    assert.deepEqual(await files.store(Readable.from(chunks), 1000), {
      sha256,
      sizeBytes: content.byteLength,
    });
  }
  assert.deepEqual(await buffer(files.read(sha256)), content);
  assert.deepEqual(await namesIn(files.folder), [sha256]);
});

test('a file over the limit is refused as soon as the limit is passed, and leaves nothing behind', async (t) => {
  const files = openFiles(await temporaryFolder(t));
  let given = 0;
  const endless = async function* () {
    for (;;) {
      given += 2 ** 20;
      yield Buffer.alloc(2 ** 20);
    }
  };
  await assert.rejects(files.store(endless(), 4 * 2 ** 20), {
    code: 'file-too-large',
    detail: { limit: '4 MB' },
  });
  assert.ok(given < 8 * 2 ** 20);
  assert.deepEqual(await namesIn(files.folder), []);
});

test('an upload that breaks off leaves nothing behind', async (t) => {
  const files = openFiles(await temporaryFolder(t));
  const broken = async function* () {
    yield Buffer.from('the first half');
    throw new Error('the connection was lost');
  };
  await assert.rejects(files.store(broken(), 1000), /connection was lost/);
  assert.deepEqual(await namesIn(files.folder), []);
});

test('a folder that cannot be written to is named as the cause', async (t) => {
  const occupied = join(await temporaryFolder(t), 'files');
  await writeFile(occupied, 'a file stands where the folder should be');
  const files = openFiles(occupied);
  await assert.rejects(files.store(Readable.from([Buffer.from('x')]), 10), {
    code: 'data-folder-not-usable',
  });
  assert.equal(await readFile(occupied, 'utf8'), 'a file stands where the folder should be');
});

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-files-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
