import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildHybridIndex } from './hybrid-index.ts';
import { readIndexFile, writeIndexFile } from './index-file.ts';
import { linkHybrid } from './link-hybrid.ts';
import { smallFramework } from './testing-framework.ts';

const { concepts, forms } = smallFramework();
const index = buildHybridIndex(concepts, forms);
const file = writeIndexFile(index);
const text = 'Thành thạo Kubernetes, managing projects\nphan tich du lieu';

test('an index read from its file is the same to the last bit', () => {
  const again = readIndexFile(file);
  assert.ok(typeof again !== 'string');
  assert.equal(again.hash, index.hash);
  assert.deepEqual(linkHybrid(again, text), linkHybrid(index, text));
  assert.ok(writeIndexFile(again).equals(file));
});

test('an index without an encoder comes back without one', () => {
  const bare = buildHybridIndex(concepts, forms, { encoder: false });
  const again = readIndexFile(writeIndexFile(bare));
  assert.ok(typeof again !== 'string' && again.encoder === undefined);
});

test('an index of another version is refused by name', () => {
  const other = Buffer.from(file.toString('latin1').replace('"hybrid-', '"hybrid-0'), 'latin1');
  assert.equal(readIndexFile(other), 'other-version');
});

test('what is no index is refused, and so is one that anything was done to', () => {
  for (const wrong of ['', '{}', 'null\n', '[]\n', '{"concepts":[],"forms":[]}\n', 'PK\n']) {
    assert.equal(readIndexFile(Buffer.from(wrong)), 'no-index', wrong);
  }
  assert.equal(readIndexFile(file.subarray(0, file.length - 4)), 'damaged');
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(file);
      changed[at] = changed[at]! ^ by;
      const read = readIndexFile(changed);
      assert.ok(typeof read === 'string' || read.hash === index.hash);
    }),
    { numRuns: 60 },
  );
});
