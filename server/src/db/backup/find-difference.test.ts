import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Manifest, Seal } from './archive.ts';
import { findDifference } from './find-difference.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const manifest = { tables: [{ name: 'note' }, { name: 'empty' }] } as Manifest;
const seal: Seal = {
  tables: [
    { name: 'note', rows: 2, sha256: sha256('1\n2\n') },
    { name: 'empty', rows: 0, sha256: sha256('') },
  ],
  sequences: [],
  files: { count: 1, bytes: 3, sha256: sha256('listing') },
};
const found = { tables: [seal.tables[0]!], files: seal.files };

test('an archive that holds what its seal says has no difference; an empty table needs no part', () => {
  assert.equal(findDifference(manifest, seal, found), undefined);
});

test('a table with other bytes, other rows, or none is named', () => {
  const other = (change: object) =>
    findDifference(manifest, seal, { ...found, tables: [{ ...found.tables[0]!, ...change }] });
  assert.equal(other({ rows: 1 }), 'database/note');
  assert.equal(other({ sha256: sha256('1\n3\n') }), 'database/note');
  assert.equal(findDifference(manifest, seal, { ...found, tables: [] }), 'database/note');
  assert.equal(findDifference(manifest, { ...seal, tables: [] }, found), 'database/note');
});

test('a missing or changed file shows', () => {
  const files = { ...seal.files, count: 0 };
  assert.equal(findDifference(manifest, seal, { ...found, files }), 'files');
});
