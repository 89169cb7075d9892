import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePostmaster } from './postmaster.ts';

const whole =
  '4711\n/data/cluster\n1795000000\n5432\n/data/socket\n\n  1234567   98304\nready   \n';

test('the file of a running PostgreSQL tells its process, socket and state', () => {
  assert.deepEqual(parsePostmaster(whole), {
    pid: 4711,
    port: 5432,
    socket: '/data/socket',
    status: 'ready',
  });
  assert.equal(parsePostmaster(whole.replace('ready', 'stopping'))?.status, 'stopping');
  assert.equal(parsePostmaster(whole.replace('ready', 'starting'))?.status, 'starting');
});

test('a file that PostgreSQL is still writing tells nothing yet', () => {
  assert.equal(parsePostmaster(''), undefined);
  assert.equal(parsePostmaster('4711\n/data/cluster\n'), undefined);
});
