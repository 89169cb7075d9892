import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFault, faultLine, logOptions } from './log.ts';
import { testApp } from '#src/testing/app.ts';

test('a fault of the database is logged without the values that it quotes', () => {
  const fault = Object.assign(new Error('duplicate key: (email)=(nguoi.thu@minh-hoa.example)'), {
    severity: 'ERROR',
    code: '23505',
    detail: 'Key (email)=(nguoi.thu@minh-hoa.example) already exists.',
    constraint: 'account_email_key',
  });
  const described = JSON.stringify(describeFault(fault));
  assert.match(described, /23505.*account_email_key/);
  assert.doesNotMatch(described + faultLine(fault), /minh-hoa|Key/);
});

test('an address in any other message is masked', () => {
  const line = faultLine(new Error('cannot deliver to <nguoi.thu@minh-hoa.example>'));
  assert.match(line, /cannot deliver to <…@…>/);
});

test('a request is logged by method and path; what stands after the question mark is not', async (t) => {
  const lines: string[] = [];
  const logger = logOptions('info', { write: (line) => void lines.push(line) });
  const { inject } = await testApp(t, { logger });
  await inject('/api/organisations?search=Nguy%E1%BB%85n');
  const log = lines.join('');
  assert.match(log, /"method":"GET","path":"\/api\/organisations"/);
  assert.doesNotMatch(log, /search|remoteAddress|cookie/i);
});
