import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupView } from '@nhip/server/programmes/contract.ts';
import { groupRule, groupTitle, writtenRule } from './group-rule.ts';
import { groupTree, hasCourses } from './group-tree.ts';

const group = (part: Partial<GroupView>): GroupView => ({
  id: 1,
  parentId: null,
  code: 'V.2',
  heading: 'Các học phần tự chọn',
  kind: 'elective',
  chooseCredits: null,
  ofCredits: null,
  chooseCount: null,
  ofCount: null,
  ruleText: null,
  exposure: { low: 1, high: 1 },
  ...part,
});

test('an elective group says how many credits of how many', () => {
  assert.deepEqual(groupRule(group({ chooseCredits: 21, ofCredits: 99 })), {
    key: 'rule.electiveOf',
    values: { choose: 21, of: 99 },
  });
});

test('an elective group without a total says only what is chosen', () => {
  assert.deepEqual(groupRule(group({ chooseCredits: 21 })).key, 'rule.elective');
  assert.deepEqual(groupRule(group({})).key, 'rule.electiveOpen');
});

test('a choice says one of two', () => {
  assert.deepEqual(groupRule(group({ kind: 'choice', chooseCount: 1, ofCount: 2 })), {
    key: 'rule.choice',
    values: { choose: 1, of: 2 },
  });
});

test('a list without a rule of its own points to the group around it', () => {
  assert.equal(groupRule(group({ kind: 'info' })).key, 'rule.info');
});

test('the number of a group stands once before its heading', () => {
  assert.equal(groupTitle({ code: 'V.2', heading: 'Tự chọn' }), 'V.2. Tự chọn');
  assert.equal(groupTitle({ code: 'V.2', heading: 'V.2. Tự chọn' }), 'V.2. Tự chọn');
  assert.equal(groupTitle({ code: 'III', heading: 'iii. khối ngành' }), 'III. Khối ngành');
  assert.equal(groupTitle({ code: 'V.1#r1', heading: 'Chọn một' }), 'Chọn một');
});

test('the words of a rule are quoted only where they say more than the credits', () => {
  const quoted = (heading: string, ruleText: string | null) => writtenRule({ heading, ruleText });
  assert.equal(quoted('Tự chọn', 'Tổng số tín chỉ: 21/99'), null);
  assert.equal(quoted('Chọn 1 trong 2 học phần:', 'Chọn 1 trong 2 học phần:'), null);
  assert.equal(quoted('Bổ trợ', null), null);
  assert.equal(quoted('Bổ trợ', 'Học phần của ngành khác'), 'Học phần của ngành khác');
});

test('groups stand under their parents, and one whose parent is missing at the top', () => {
  const tree = groupTree(
    [
      group({ id: 1 }),
      group({ id: 2, parentId: 1 }),
      group({ id: 3, parentId: 2 }),
      group({ id: 4, parentId: 99 }),
    ],
    [],
  );
  assert.deepEqual(
    tree.map((node) => [node.group.id, node.children.map((child) => child.group.id)]),
    [
      [1, [2]],
      [4, []],
    ],
  );
  assert.equal(tree[0]?.children[0]?.children[0]?.depth, 2);
  assert.equal(tree.some(hasCourses), false);
});
