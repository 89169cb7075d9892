import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { versionChanges } from './version-changes.ts';

function version(rows: [id: number, parent: number, code: string, label: string][]): VersionTree {
  return {
    ...{ framework: 'x', version: '1', kinds: ['skill'], languages: ['vi'] },
    id: rows.map(([id]) => id),
    parent: rows.map(([, parent]) => parent),
    kind: rows.map(() => 0),
    code: rows.map(([, , code]) => code),
    label: rows.map(([, , , label]) => label),
    lang: rows.map(() => 0),
    exemplarOf: [],
  };
}

test('what was added, removed, renamed and moved is told by the lasting identity, not by the code', () => {
  const before = version([
    [1, -1, 'A', 'Dữ liệu'],
    [2, 0, 'A.1', 'SQL'],
    [3, 0, 'A.2', 'Kho'],
    [4, -1, 'B', 'Đám mây'],
    [5, 3, 'B.1', 'Docker'],
  ]);
  const after = version([
    [1, -1, 'A', 'Dữ liệu'],
    [2, 0, 'A.9', 'SQL'],
    [4, -1, 'B', 'Đám mây'],
    [3, 2, 'A.2', 'Kho'],
    [6, 2, 'B.2', 'Kubernetes'],
  ]);
  const { changes, same } = versionChanges(before, after);
  assert.deepEqual(
    changes.map(({ id, what }) => [id, what]),
    [
      [2, 'renamed'],
      [3, 'moved'],
      [6, 'added'],
      [5, 'removed'],
    ],
  );
  assert.equal(same, 2);
  assert.deepEqual(changes[1]!.after, { code: 'A.2', label: 'Kho', under: 'Đám mây' });
});

test('a version beside itself has no changes', () => {
  const one = version([[1, -1, 'A', 'Dữ liệu']]);
  assert.deepEqual(versionChanges(one, one), { changes: [], same: 1 });
});
