import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inverted } from '../relation.ts';
import type { NamedItem } from './forms.ts';
import { proposePairs, type Proposal } from './propose-pairs.ts';

const item = (id: number, names: Record<string, string[]>, isGroup = false): NamedItem => ({
  ...{ id, isGroup },
  names: Object.entries(names).flatMap(([language, forms]) =>
    forms.map((form, at) => ({ form, language, isLabel: at === 0 })),
  ),
});
const propose = (from: NamedItem[], to: NamedItem[]): Proposal[] =>
  [...proposePairs(from, to)].flat();
const one = (from: NamedItem, to: NamedItem) => propose([from], [to])[0];

test('The same name is exact: case, plurals and British spelling aside, accents kept', () => {
  const exact = (a: string, b: string, language = 'en') =>
    one(item(1, { [language]: [a] }), item(2, { [language]: [b] }))?.relation === 'exact';
  assert.ok(exact('Data Analyses', 'data analyses'));
  assert.ok(exact('optimisation of APIs', 'Optimization of API'));
  assert.ok(exact('HÀN', 'hàn', 'vi'));
  assert.ok(!exact('hàn', 'hán', 'vi'));
});

test('Names of two languages are not compared', () => {
  assert.equal(one(item(1, { en: ['can'] }), item(2, { vi: ['can'] })), undefined);
});

test('The head of a name is its last word in English and its first in Vietnamese', () => {
  const relation = (a: string, b: string, language: string) =>
    one(item(1, { [language]: [a] }), item(2, { [language]: [b] }))?.relation;
  assert.equal(relation('embedded software developer', 'software developer', 'en'), 'narrower');
  assert.equal(relation('software developer', 'embedded software developer', 'en'), 'broader');
  assert.equal(relation('welding', 'welding of aluminium', 'en'), 'broader');
  assert.notEqual(relation('software', 'software developer', 'en'), 'broader');
  assert.equal(relation('lập trình', 'lập trình Python', 'vi'), 'broader');
  assert.notEqual(relation('Python', 'lập trình Python', 'vi'), 'broader');
});

test('Words in common count by how rare they are', () => {
  const common = ['manage teams', 'manage budgets', 'manage staff', 'manage projects'];
  const others = common.map((label, at) => item(10 + at, { en: [label] }));
  const found = propose(
    [item(1, { en: ['manage hydroponic lettuce'] })],
    [...others, item(20, { en: ['hydroponic lettuce monitoring'] })],
  );
  assert.deepEqual(
    found.map(({ to, relation }) => [to, relation]),
    [[20, 'related']],
  );
  assert.deepEqual(found[0]?.grounds.words, ['hydroponic', 'lettuce']);
});

test('A name that several items bear is less sure, and a label more than an alias', () => {
  const sure = (from: NamedItem[], to: NamedItem[]) => propose(from, to)[0]?.confidence;
  const welder = item(1, { en: ['welder', 'joiner'] });
  assert.equal(sure([welder], [item(2, { en: ['welders'] })]), 0.95);
  assert.equal(sure([welder], [item(2, { en: ['x1', 'welder'] })]), 0.95);
  assert.equal(sure([welder], [item(2, { en: ['x1', 'joiner'] })]), 0.85);
  const two = [item(2, { en: ['x1', 'joiner'] }), item(3, { en: ['x2', 'joiner'] })];
  assert.equal(sure([welder], two), 0.6);
});

test('Groups are compared with groups alone', () => {
  assert.equal(one(item(1, { en: ['metal'] }, true), item(2, { en: ['metal'] })), undefined);
  assert.equal(one(item(1, { en: ['metal'] }, true), item(2, { en: ['metal'] }, true))?.to, 2);
});

test('From the other side the same pairs come out inverted, unless an item has too many', () => {
  const word = fc.constantFrom('data', 'steel', 'weld', 'audit', 'night', 'of', 'river');
  const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const side = (start: number) =>
    fc
      .array(label, { minLength: 1, maxLength: 4 })
      .map((labels) => labels.map((text, at) => item(start + at, { en: [text] })));
  fc.assert(
    fc.property(side(1), side(100), (from, to) => {
      const there = propose(from, to).map(
        ({ from: a, to: b, relation, confidence }) => `${a} ${b} ${relation} ${confidence}`,
      );
      const back = propose(to, from).map(
        ({ from: b, to: a, relation, confidence }) =>
          `${a} ${b} ${inverted(relation)} ${confidence}`,
      );
      assert.deepEqual(there.sort(), back.sort());
    }),
  );
});
