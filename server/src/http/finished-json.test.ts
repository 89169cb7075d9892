import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishedJson } from './finished-json.ts';

test('an answer is made once while what it depends on stands still', async () => {
  const finished = finishedJson(2);
  let made = 0;
  const make = () => Promise.resolve({ made: ++made });
  const [first, second] = await Promise.all([
    finished.get('a', '1', make),
    finished.get('a', '1', make),
  ]);
  assert.deepEqual([first, second], ['{"made":1}', '{"made":1}']);
  assert.equal(await finished.get('a', '2', make), '{"made":2}');
  assert.equal(await finished.get('a', '2', make), '{"made":2}');
});

test('the oldest answer makes room', async () => {
  const finished = finishedJson(2);
  let made = 0;
  const make = () => Promise.resolve(++made);
  for (const name of ['a', 'b', 'c']) await finished.get(name, '1', make);
  assert.equal(await finished.get('c', '1', make), '3');
  assert.equal(await finished.get('a', '1', make), '4');
});

test('a failure is told to everybody who waits, and not kept', async () => {
  const finished = finishedJson(2);
  const fail = () => Promise.reject(new Error('the database is away'));
  await assert.rejects(finished.get('a', '1', fail), /away/);
  assert.equal(await finished.get('a', '1', () => Promise.resolve(1)), '1');
});
