import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsAt } from './words-at.ts';

const line = '… Thành thạo Node.js, cơ sở dữ liệu (SQL) và C++.';
const at = (part: string) => [line.indexOf(part), line.indexOf(part) + part.length] as const;

test('a selection that begins or ends within a word takes the whole word', () => {
  assert.equal(wordsAt(line, ...at('ở dữ li')), 'sở dữ liệu');
  assert.equal(wordsAt(line, ...at('ode')), 'Node.js');
  assert.equal(wordsAt(line, ...at('C+')), 'C++');
});

test('signs and white space around the words are left out', () => {
  assert.equal(wordsAt(line, ...at(' (SQL) ')), 'SQL');
  assert.equal(wordsAt(line, ...at('Node.js, ')), 'Node.js');
});

test('where no word is touched, or two lines are, there is no phrase', () => {
  assert.equal(wordsAt(line, ...at('…')), '');
  assert.equal(wordsAt('một\nhai', 0, 7), '');
  assert.equal(wordsAt('một hai', 2, 2), 'một');
});
