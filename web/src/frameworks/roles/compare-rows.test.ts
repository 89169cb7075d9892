import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { compareRoles } from './compare-roles.ts';
import { comparedRows, highestLevel, sameScale } from './compare-rows.ts';

type Asked = [id: number, level: number | null, scale?: string];

const role = (...asked: Asked[]) =>
  ({
    requirements: asked.map(([id, level, scale = 'NHIP-8']) => ({
      item: { id, code: `X${id}`, kind: 'competency', label: {} },
      ...{ necessity: 'essential', weight: null, evidence: [] },
      level: level === null ? null : { scale, level, code: null, label: {} },
    })),
  }) as unknown as RoleDetail;

test('the picture begins with the widest step up and ends with what lies lower or is not known', () => {
  const found = compareRoles(
    role([1, 4], [2, 2], [3, 3], [4, null]),
    role([1, 3], [2, 5], [3, 3], [4, 2]),
  );
  assert.deepEqual(
    comparedRows(found).both.map(({ requirement, step }) => [requirement.item.id, step]),
    [
      [2, 3],
      [3, 0],
      [1, -1],
      [4, null],
    ],
  );
});

test('what one role asks for has no mark of the other, and the axis ends at the highest level', () => {
  const rows = comparedRows(compareRoles(role([1, 2]), role([2, 7])));
  assert.deepEqual([rows.from[0]!.to, rows.to[0]!.from], [undefined, undefined]);
  assert.equal(rows.to[0]!.to!.level, 7);
  assert.equal(highestLevel(rows), 7);
});

test('levels of two scales are not put into one picture', () => {
  assert.ok(sameScale(role([1, 2]), role([1, 3], [2, null])));
  assert.ok(!sameScale(role([1, 2]), role([1, 3, 'other'])));
});
