import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planMigrations } from './migration-plan.ts';

const known = ['a', 'b', 'c'].map((name) => ({ name, sha256: `hash of ${name}`, sql: '' }));
const mark = (name: string) => ({ name, sha256: `hash of ${name}` });
const pending = (...applied: string[]) => {
  const plan = planMigrations(known, applied.map(mark));
  return plan.kind === 'apply' ? plan.pending.map(({ name }) => name) : plan.kind;
};

test('a database gets the migrations that it does not have, in their order', () => {
  assert.deepEqual(pending(), ['a', 'b', 'c']);
  assert.deepEqual(pending('a', 'b'), ['c']);
  assert.deepEqual(pending('a', 'b', 'c'), []);
});

test('a migration that came from a branch with an earlier date is not forgotten', () => {
  assert.deepEqual(pending('a', 'c'), ['b']);
});

test('a migration that the program does not know means that the database is newer', () => {
  assert.deepEqual(planMigrations(known, [mark('a'), mark('z')]), { kind: 'newer', name: 'z' });
});

test('a migration that was edited after it had been applied is noticed', () => {
  const applied = [{ name: 'a', sha256: 'another hash' }];
  assert.deepEqual(planMigrations(known, applied), { kind: 'changed', name: 'a' });
});
