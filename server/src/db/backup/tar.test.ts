import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTar, tarEnd, tarHeader, tarPadding, TarFault } from './tar.ts';

interface Entry {
  path: string;
  body: Buffer;
}

function pack(entries: Entry[]): Buffer {
  const parts = entries.flatMap(({ path, body }) => [
    tarHeader(path, body.length, new Date(0)),
    body,
    tarPadding(body.length),
  ]);
  return Buffer.concat([...parts, tarEnd]);
}

async function unpack(tar: Buffer, step: number): Promise<Entry[]> {
  async function* chunks() {
    for (let at = 0; at < tar.length; at += step) yield tar.subarray(at, at + step);
  }
  const entries: Entry[] = [];
  for await (const { path, body } of readTar(chunks())) {
    const parts: Buffer[] = [];
    for await (const part of body) parts.push(part);
    entries.push({ path, body: Buffer.concat(parts) });
  }
  return entries;
}

const name = fc.stringMatching(/^[a-z0-9_.]{1,60}$/).filter((part) => !/^\.+$/.test(part));
const entry = fc
  .record(
    {
      path: fc
        .array(name, { minLength: 1, maxLength: 3 })
        .map((parts) => parts.join('/').slice(0, 150)),
      body: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    },
    { noNullPrototype: true },
  )
  .filter(({ path }) => !path.endsWith('/'));

test('what is packed comes out the same, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry), fc.integer({ min: 1, max: 3000 }), async (entries, step) => {
      assert.deepEqual(await unpack(pack(entries), step), entries);
    }),
  );
});

test('the tar of the operating system opens it', () => {
  const long = `database/${'a'.repeat(63)}/000001.copy`;
  const list = execFileSync('tar', ['-t'], {
    input: pack([{ path: long, body: Buffer.from('1\n') }]),
  });
  assert.equal(list.toString(), `${long}\n`);
});

test('a tar that ends before its end is no tar', async () => {
  const whole = pack([{ path: 'a', body: Buffer.alloc(600) }]);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - tarEnd.length }), async (length) => {
      await assert.rejects(unpack(whole.subarray(0, length), 100), TarFault);
    }),
  );
});
