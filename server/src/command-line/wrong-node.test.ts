import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../bin/nhip', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'nhip-node-'));
after(() => rm(folder, { recursive: true }));
// the entry asks process.versions alone, so a Node that says it is older stands for an older one
const older = join(folder, 'older.cjs');
await writeFile(
  older,
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });`,
);

const onOlderNode = (environment: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, ['--require', older, program, 'help', '--lang', 'en'], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });

test('on an older Node the one that comes with the packages is used', () => {
  const { status, stdout } = onOlderNode({ NHIP_REEXECUTED: '' });
  assert.equal(status, 0);
  assert.match(stdout, /nhip serve/);
});

test('where that one is missing, both languages say so with a code and a way out', () => {
  const { status, stderr } = onOlderNode({ NHIP_REEXECUTED: '1' });
  assert.equal(status, 1);
  assert.match(stderr, /node-too-old: Nhịp cần Node 24 .* Node 18\.20\.0.*npm install/);
  assert.match(stderr, /node-too-old: Nhịp needs Node 24 .* Node 18\.20\.0.*npm install/);
});
