import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEntries, plain, type SearchEntry } from './search-entries.ts';

const entries: SearchEntry[] = [
  { kind: 'page', to: '/demand', title: 'Nhu cầu' },
  { kind: 'competency', to: '/c/1', title: 'Điện toán đám mây', subtitle: 'Cloud computing' },
  { kind: 'competency', to: '/c/2', title: 'Kubernetes' },
  { kind: 'competency', to: '/c/3', title: 'JavaScript' },
  { kind: 'competency', to: '/c/4', title: 'Java' },
  { kind: 'competency', to: '/c/5', title: 'C++' },
];
const found = (query: string) => findEntries(entries, query).map((entry) => entry.title);

test('a name is found without its accents', () => {
  assert.deepEqual(found('dien toan'), ['Điện toán đám mây']);
  assert.deepEqual(found('nhu cau'), ['Nhu cầu']);
});

test('a name is found by its other language', () => {
  assert.deepEqual(found('cloud'), ['Điện toán đám mây']);
});

test('the exact name stands before longer ones', () => {
  assert.deepEqual(found('java'), ['Java', 'JavaScript']);
});

test('one typing error is forgiven', () => {
  for (const typed of ['kubenetes', 'kubrenetes', 'kubernettes', 'kuberneres']) {
    assert.deepEqual(found(typed), ['Kubernetes'], typed);
  }
});

test('words may be typed in any order', () => {
  assert.deepEqual(found('may dien'), ['Điện toán đám mây']);
});

test('signs that belong to a name stay', () => {
  assert.equal(plain('C++ / C#'), 'c++ c#');
  assert.deepEqual(found('c++'), ['C++']);
});

test('nothing is found for what is nowhere', () => {
  assert.deepEqual(found('zzzz'), []);
});
