import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp } from '#src/testing/app.ts';

const PAGE = '<!doctype html><title>Nhịp</title>';
const SCRIPT = 'export const n = 1;';
const HIDDEN = 'nobody reads this';

test('every address of a page is answered with the one page, never kept by the browser', async (t) => {
  const { inject } = await testApp(t, { webFolder: await builtWeb(t) });
  for (const url of [
    '/',
    '/demand',
    '/coverage/12?state=taught',
    '/a/b/c',
    '/index.html',
    '/api',
  ]) {
    const reply = await inject(url);
    assert.equal(reply.statusCode, 200, url);
    assert.equal(reply.body, PAGE);
    assert.match(reply.headers['content-type'] as string, /^text\/html; charset=utf-8/);
    assert.equal(reply.headers['cache-control'], 'no-cache');
    assert.match(reply.headers['content-security-policy'] as string, /script-src 'self'/);
  }
});

test('a named asset may be kept for ever, and travels compressed where the browser can read it', async (t) => {
  const { inject } = await testApp(t, { webFolder: await builtWeb(t) });
  const plain = await inject('/assets/a-1b2c.js');
  assert.equal(plain.body, SCRIPT);
  assert.match(plain.headers['content-type'] as string, /javascript/);
  assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  const packed = await inject({
    url: '/assets/a-1b2c.js',
    headers: { 'accept-encoding': 'gzip, br' },
  });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(packed.rawPayload).toString(), SCRIPT);
  const mark = await inject('/mark.svg');
  assert.equal(mark.headers['cache-control'], 'no-cache');
});

test('an asset or an address of the API that does not exist is a problem, not a page', async (t) => {
  const { inject } = await testApp(t, { webFolder: await builtWeb(t) });
  for (const url of ['/assets/gone.js', '/api/nothing', '/api/']) {
    const reply = await inject(url);
    assert.equal(reply.statusCode, 404, url);
    assert.equal(reply.json<ProblemBody>().code, 'not-found');
  }
});

test('nothing outside the built folder, and nothing that the build keeps for itself, can be read', async (t) => {
  const { inject } = await testApp(t, { webFolder: await builtWeb(t) });
  for (const url of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/.vite/manifest.json',
    '/.source-sha256',
  ]) {
    const reply = await inject(url);
    assert.ok(reply.body === PAGE || reply.statusCode >= 400, `${url} ${reply.body}`);
    assert.ok(!reply.body.includes(HIDDEN), url);
  }
});

async function builtWeb(t: TestContext): Promise<string> {
  const above = await mkdtemp(join(tmpdir(), 'nhip-web-'));
  t.after(() => rm(above, { recursive: true, force: true }));
  const folder = join(above, 'dist');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await mkdir(join(folder, '.vite'));
  await writeFile(join(above, 'secret.txt'), HIDDEN);
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'assets', 'a-1b2c.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'a-1b2c.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, '.vite', 'manifest.json'), HIDDEN);
  await writeFile(join(folder, '.source-sha256'), HIDDEN);
  return folder;
}
