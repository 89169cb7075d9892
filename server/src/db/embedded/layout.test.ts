import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layoutOf } from './layout.ts';

test('the socket lies with the data where its address is short enough', () => {
  assert.equal(
    layoutOf('/var/lib/nhip/main/database', '/run').socket,
    '/var/lib/nhip/main/database/socket',
  );
  assert.equal(layoutOf('/home/hòa/số liệu', '/tmp').socket, '/home/hòa/số liệu/socket');
});

test('a folder with a long path or a comma in it has its socket in the runtime folder', () => {
  const long = `/srv/${'a'.repeat(120)}`;
  assert.match(layoutOf(long, '/run').socket, /^\/run\/nhip-[0-9a-f]{16}$/);
  assert.match(layoutOf('/srv/một, hai', '/tmp').socket, /^\/tmp\/nhip-[0-9a-f]{16}$/);
  assert.notEqual(layoutOf(long, '/run').socket, layoutOf(`${long}b`, '/run').socket);
});

test('the address of the socket never exceeds what an operating system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (name) => {
      const { socket } = layoutOf(`/srv/${name.replaceAll('/', '')}`, '/run');
      assert.ok(Buffer.byteLength(`${socket}/.s.PGSQL.5432`) <= 100);
    }),
  );
});
