import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProblem } from '#src/testing/is-problem.ts';
import { otherServer } from '#src/testing/other-server.ts';
import { guardedFetch, type Guard } from './guarded-fetch.ts';
import { isPublicAddress } from './public-address.ts';

const guard: Guard = { limitBytes: 1000, seconds: 3, idleSeconds: 1 };

async function read(address: string, over: Partial<Guard> = {}): Promise<string> {
  const { body } = await guardedFetch(address, { ...guard, ...over });
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString();
}

test('addresses of this machine, its network and its cloud are not public, in whatever form', () => {
  const closed = [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'ff02::1',
    ],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', 'localhost', ''],
  ];
  for (const address of closed) assert.equal(isPublicAddress(address), false, address);
  for (const address of [
    '1.1.1.1',
    '172.32.0.1',
    '203.162.0.1',
    '2606:4700::1111',
    '2405:4800::1',
  ]) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

test('only https and only public addresses are asked, however they are written', async () => {
  const refused = [
    ...[
      'http://example.org/',
      'ftp://example.org/',
      'file:///etc/passwd',
      'https://user:pw@example.org/',
    ],
    ...[
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://0177.0.0.1/',
      'https://127.1/',
    ],
    ...[
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://169.254.169.254/latest/meta-data/',
    ],
    ...['https://localhost/', 'not an address'],
  ];
  for (const address of refused) {
    await assert.rejects(read(address), isProblem('remote-address-refused'), address);
  }
});

test('a server that the operator trusts is asked over http; no other one of the network is', async (t) => {
  const other = await otherServer(t, (_request, reply) => reply.end('dữ liệu'));
  assert.equal(await read(other.origin, { trustedHosts: [other.host] }), 'dữ liệu');
  await assert.rejects(
    read(other.origin, { trustedHosts: ['127.0.0.1:1'] }),
    isProblem('remote-address-refused'),
  );
});

test('every redirect is checked as the first address was, and there are three at most', async (t) => {
  const other = await otherServer(t, (request, reply) => {
    const [, kind, count] = request.url!.split('/');
    const target = kind === 'inside' ? 'https://169.254.169.254/' : `/again/${Number(count) - 1}`;
    if (kind === 'again' && count === '0') reply.end('angekommen');
    else reply.writeHead(302, { location: target }).end();
  });
  const trusting = { trustedHosts: [other.host] };
  assert.equal(await read(`${other.origin}/again/3`, trusting), 'angekommen');
  await assert.rejects(read(`${other.origin}/again/4`, trusting), isProblem('remote-redirects'));
  await assert.rejects(
    read(`${other.origin}/inside/`, trusting),
    isProblem('remote-address-refused'),
  );
});

test('what authorises here does not follow a redirect to another place', async (t) => {
  const seen: (string | undefined)[] = [];
  const target = await otherServer(t, (request, reply) => {
    seen.push(request.headers.authorization);
    reply.end('x');
  });
  const other = await otherServer(t, (request, reply) => {
    seen.push(request.headers.authorization);
    reply.writeHead(307, { location: target.origin }).end();
  });
  const trusting = { ...guard, trustedHosts: [other.host, target.host] };
  const answer = await guardedFetch(other.origin, trusting, {
    headers: { authorization: 'Bearer s' },
  });
  answer.destroy();
  assert.deepEqual(seen, ['Bearer s', undefined]);
});

test('an answer that never begins, stops in the middle or never ends is cut off', async (t) => {
  const other = await otherServer(t, (request, reply) => {
    if (request.url === '/silent') return;
    if (request.url === '/long') {
      reply.writeHead(200, { 'content-length': '5000' });
      reply.write('x');
      return;
    }
    reply.write('begun');
    if (request.url === '/stops') return;
    const size = request.url === '/drips' ? 1 : 400;
    const timer = setInterval(() => reply.write('y'.repeat(size)), 100);
    reply.once('close', () => clearInterval(timer));
  });
  const trusting = { trustedHosts: [other.host] };
  const at = (path: string, over: Partial<Guard> = {}) =>
    read(`${other.origin}${path}`, { ...trusting, ...over });
  await assert.rejects(at('/silent'), isProblem('remote-too-slow'));
  await assert.rejects(at('/stops'), isProblem('remote-too-slow'));
  await assert.rejects(at('/drips', { seconds: 1 }), isProblem('remote-too-slow'));
  await assert.rejects(at('/endless'), isProblem('remote-too-large'));
  await assert.rejects(at('/long'), isProblem('remote-too-large'));
});

test('an answer that breaks off before it is whole is no answer', async (t) => {
  const other = await otherServer(t, (_request, reply) => {
    reply.writeHead(200, { 'content-length': '500' });
    reply.write('half');
    setTimeout(() => reply.destroy(), 50);
  });
  await assert.rejects(
    read(other.origin, { trustedHosts: [other.host] }),
    isProblem('remote-unreachable'),
  );
  await assert.rejects(
    read('http://127.0.0.1:9/', { trustedHosts: ['127.0.0.1:9'] }),
    isProblem('remote-unreachable'),
  );
});
