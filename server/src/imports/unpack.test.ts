import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Problem } from '#src/errors.ts';
import { unpack, unpackHead } from './unpack.ts';

const inChunks = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    ),
    { objectMode: true },
  );

async function read(stored: Readable, limit?: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of unpack(stored, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const problem =
  (code: string, detail: object = {}) =>
  (fault: unknown) => {
    assert.ok(fault instanceof Problem);
    assert.equal(fault.code, code);
    for (const [key, value] of Object.entries(detail)) assert.equal(fault.detail[key], value);
    return true;
  };

test('A text comes out of storage as it went in, packed or not, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (text, size, packed) => {
        const bytes = Buffer.from(text, 'utf8');
        const out = await read(inChunks(packed ? gzipSync(bytes) : bytes, size));
        assert.equal(out.toString('utf8'), text);
      },
    ),
    { numRuns: 100 },
  );
});

test('The first byte that is not UTF-8 is named, also across chunks', async () => {
  const bytes = Buffer.concat([Buffer.from('Tuyển '), Buffer.from([0xc3, 0x28]), Buffer.from('x')]);
  for (const size of [1, 3, 64]) {
    await assert.rejects(read(inChunks(bytes, size)), problem('encoding-not-utf8', { offset: 8 }));
  }
});

test('A file that ends inside a character is not UTF-8', async () => {
  const bytes = Buffer.from('Hòa').subarray(0, 2);
  await assert.rejects(read(inChunks(bytes, 8)), problem('encoding-not-utf8', { offset: 1 }));
});

test('A small archive that would unpack without end stops at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(8 * 2 ** 20, 0x41));
  assert.ok(bomb.length < 20_000);
  await assert.rejects(
    read(inChunks(bomb, 1024), 2 ** 20),
    problem('file-too-large', { limit: '1 MB' }),
  );
});

test('A damaged archive is refused in words', async () => {
  const archive = gzipSync(Buffer.from('job_names,company_names\n'.repeat(500)));
  await assert.rejects(read(inChunks(archive.subarray(0, 40), 16)), problem('archive-damaged'));
});

test('The head of a file can be read without reading the rest', async () => {
  const bytes = Buffer.from('job_names,'.repeat(100_000));
  const head = await unpackHead(inChunks(gzipSync(bytes), 4096), 1000);
  assert.equal(head.toString(), 'job_names,'.repeat(100));
});
