import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { testApp, testPlatform } from './app.ts';

test('a test gets an initialised installation of its own, and its files are gone afterwards', async (t) => {
  let folder = '';
  await t.test('an installation', async (inner) => {
    const { platform, administrator, database } = await testPlatform(inner);
    folder = platform.files.folder;
    await platform.files.store(Readable.from([Buffer.from('evidence')]), 100);
    const { rows } = await database.pool.query('select kind from installation');
    assert.deepEqual(rows, [{ kind: 'main' }]);
    assert.equal(administrator.kind, 'person');
    assert.ok(existsSync(folder));
  });
  assert.ok(!existsSync(folder));
});

test('a test asks the whole app as a browser on this machine does', async (t) => {
  const { get } = await testApp(t, { kind: 'demo' });
  const { kind } = await get<{ kind: string }>('/api/installation');
  assert.equal(kind, 'demo');
});
