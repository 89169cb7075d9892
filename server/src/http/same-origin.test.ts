import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSameOrigin, isLoopback } from './same-origin.ts';

const at = (
  host: string | undefined,
  rest: { origin?: string; site?: string; method?: string },
) => {
  const { origin, site, method = 'GET' } = rest;
  return { method, host, origin, site };
};
const allowed = (request: Parameters<typeof checkSameOrigin>[0], publicUrl?: string) => {
  try {
    checkSameOrigin(request, publicUrl === undefined ? undefined : new URL(publicUrl));
    return true;
  } catch (fault) {
    assert.equal((fault as { code: string }).code, 'origin-refused');
    return false;
  }
};

test('only addresses of this machine are loopback', () => {
  for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]']) {
    assert.ok(isLoopback(host), host);
  }
  for (const host of [
    '0.0.0.0',
    '::',
    '192.168.1.4',
    '10.0.0.1',
    'nhip.example',
    '127.0.0.1.evil',
  ]) {
    assert.ok(!isLoopback(host), host);
  }
});

test('a request must name a host of this machine, on any port', () => {
  for (const host of ['127.0.0.1:5757', 'localhost:5757', 'LOCALHOST', '[::1]:5757', '127.0.0.1']) {
    assert.ok(allowed(at(host, {})), host);
  }
  const refused = [
    undefined,
    '',
    'evil.example',
    'evil.example:5757',
    '127.0.0.1.evil.example',
    'localhost.evil.example:5757',
    'evil.example@127.0.0.1',
    '127.0.0.1/evil',
    '127.0.0.1 evil',
    ':5757',
    '192.168.1.4:5757',
  ];
  for (const host of refused) assert.ok(!allowed(at(host, {})), String(host));
});

test('a name that a stranger points at this machine is refused, so rebinding DNS gains nothing', () => {
  assert.ok(!allowed(at('rebound.example:5757', { origin: 'http://rebound.example:5757' })));
});

test('an origin must be the place that was asked, whatever the method', () => {
  const host = '127.0.0.1:5757';
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    assert.ok(allowed(at(host, { method, origin: 'http://127.0.0.1:5757' })));
    const refused = [
      'null',
      '',
      'https://evil.example',
      'http://127.0.0.1:3000',
      'http://localhost:5757',
      'http://127.0.0.1:5757.evil.example',
      'http://127.0.0.1:5757@evil.example',
      'file://',
      'not an origin',
    ];
    for (const origin of refused) assert.ok(!allowed(at(host, { method, origin })), origin);
  }
  assert.ok(allowed(at('[::1]:5757', { method: 'POST', origin: 'http://[::1]:5757' })));
});

test('the public address is a host and an origin beside those of this machine', () => {
  const publicUrl = 'https://nhip.example/';
  const post = { method: 'POST' };
  assert.ok(allowed(at('nhip.example', {}), publicUrl));
  assert.ok(allowed(at('nhip.example', { ...post, origin: 'https://nhip.example' }), publicUrl));
  // a proxy that passes the request on under its own Host
  assert.ok(allowed(at('127.0.0.1:5757', { ...post, origin: 'https://nhip.example' }), publicUrl));
  assert.ok(!allowed(at('nhip.example:8443', {}), publicUrl));
  assert.ok(!allowed(at('other.example', {}), publicUrl));
  assert.ok(!allowed(at('nhip.example', { ...post, origin: 'https://evil.example' }), publicUrl));
  assert.ok(!allowed(at('nhip.example', {})));
});

test('a change without an origin is refused when the browser says that another site asks', () => {
  const host = '127.0.0.1:5757';
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const site of ['cross-site', 'same-site']) {
      assert.ok(!allowed(at(host, { method, site })), `${method} ${site}`);
    }
    for (const site of ['same-origin', 'none', undefined]) {
      assert.ok(allowed(at(host, { method, site })), `${method} ${site}`);
    }
  }
  assert.ok(allowed(at(host, { method: 'GET', site: 'cross-site' })));
});
