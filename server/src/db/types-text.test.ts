import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Column } from './columns.ts';
import { allowedWords, typesText } from './types-text.ts';

const column = (part: Partial<Column>): Column => ({
  table: 'note',
  name: 'value',
  type: 'text',
  array: false,
  nullable: false,
  filled: 'by-us',
  checks: [],
  ...part,
});
const typeOf = (part: Partial<Column>) => / {2}value: (.*);/.exec(typesText([column(part)]))?.[1];

test('each column has the type that its values have in the program', () => {
  assert.equal(typeOf({}), 'string');
  assert.equal(typeOf({ type: 'int8', filled: 'always-by-database' }), 'GeneratedAlways<number>');
  assert.equal(typeOf({ type: 'timestamptz', filled: 'by-default' }), 'Generated<Timestamp>');
  assert.equal(typeOf({ type: 'numeric', nullable: true }), 'Numeric | null');
  assert.equal(typeOf({ type: 'date' }), 'string');
  assert.equal(typeOf({ type: 'text', array: true, nullable: true }), 'string[] | null');
  assert.equal(typeOf({ type: 'timestamptz', array: true }), 'Date[]');
});

test('a column that allows a list of words has these words as its type', () => {
  const checks = [`CHECK ((value = ANY (ARRAY['demo'::text, 'main'::text])))`];
  assert.equal(typeOf({ checks }), `'demo' | 'main'`);
  assert.equal(typeOf({ checks, nullable: true }), `'demo' | 'main' | null`);
  assert.deepEqual(allowedWords(`CHECK ((field = 'name'::text))`), ['name']);
});

test('any other check says nothing about the type', () => {
  assert.deepEqual(allowedWords(`CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))`), []);
  assert.deepEqual(allowedWords(`CHECK (((kind = 'a'::text) OR (level > 1)))`), []);
});
