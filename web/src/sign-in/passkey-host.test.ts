import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passkeysPossible } from './passkey-host.ts';

test('a passkey is offered only where browsers let it work', () => {
  assert.ok(passkeysPossible('nhip.example', 'nhip.example'));
  assert.ok(passkeysPossible('localhost', 'localhost'));
  assert.ok(passkeysPossible('www.nhip.example', 'nhip.example'));
  assert.ok(!passkeysPossible('127.0.0.1', '127.0.0.1'), 'never at an address in figures');
  assert.ok(!passkeysPossible('127.0.0.1', 'localhost'));
  assert.ok(!passkeysPossible('othernhip.example', 'nhip.example'));
});
