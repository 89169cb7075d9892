import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { compareRoles } from './compare-roles.ts';

type Asked = [
  id: number,
  level: number | null,
  necessity?: 'essential' | 'desirable',
  scale?: string,
];

function role(...asked: Asked[]): RoleDetail {
  return {
    requirements: asked.map(([id, level, necessity = 'essential', scale = 'NHIP-8']) => ({
      item: { id, code: `X${id}`, kind: 'competency', label: {} },
      ...{ necessity, weight: null, evidence: [] },
      level: level === null ? null : { scale, level, code: null, label: {} },
    })),
  } as unknown as RoleDetail;
}

test('what both roles ask for is told with how far their levels lie apart', () => {
  const { both } = compareRoles(role([1, 3], [2, 5], [3, 4]), role([1, 5], [2, 4], [3, 4]));
  assert.deepEqual(
    both.map(({ to, step }) => [to.item.id, step]),
    [
      [1, 2],
      [2, -1],
      [3, 0],
    ],
  );
});

test('who goes from one role to another keeps, raises, adds and leaves competencies', () => {
  const { steps, onlyFrom, onlyTo } = compareRoles(
    role([1, 3], [2, 5], [9, 2]),
    role([1, 5], [2, 4], [4, 3], [5, 2, 'desirable']),
  );
  assert.deepEqual(steps, { kept: 1, raised: 1, added: 2, essential: 1, dropped: 1 });
  assert.deepEqual(
    [onlyFrom.map(({ item }) => item.id), onlyTo.map(({ item }) => item.id)],
    [[9], [4, 5]],
  );
});

test('levels of two scales, and a level that nobody stated, have no difference', () => {
  const { both, steps } = compareRoles(
    role([1, 3], [2, null]),
    role([1, 5, 'essential', 'other'], [2, 4]),
  );
  assert.deepEqual(
    both.map(({ step }) => step),
    [null, null],
  );
  assert.equal(steps.raised, 0);
});
