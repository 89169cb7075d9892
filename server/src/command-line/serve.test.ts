import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { test, type TestContext } from 'node:test';
import type { DemandTable } from '#src/demand/contract.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { commandLine, databaseUrl } from '#src/testing/command-line.ts';

const nhip = await commandLine(await databaseUrl());

test('one server opens an installation; commands work beside it, a second server does not', async (t) => {
  assert.equal((await nhip.run(['init'])).code, 0);
  const { server, url, setUp } = await serve(t);
  const visitor = await fetch(new URL('/api/demand', url));
  assert.equal(visitor.status, 401);
  const cookie = await becomeSecretariat(url, setUp);
  const answer = async (path: string) =>
    (await fetch(new URL(path, url), { headers: { cookie } })).json();
  assert.deepEqual(await answer('/readyz'), { status: 'ready' });
  const page = await fetch(url);
  assert.match(await page.text(), /<div id="root"/);

  const file = join(nhip.home, '..', 'ads.csv');
  const row = { title: 'Kỹ sư dữ liệu', employer: 'Công ty Hư Cấu', tags: ['SQL'] };
  await writeFile(file, advertisementsFile([row]));
  assert.equal((await nhip.run(['import', 'ads', file, '--yes'])).code, 0);
  const { base } = (await answer('/api/demand')) as DemandTable;
  assert.equal(base.vacancies, 1);

  const second = await nhip.run(['serve'], { env: { PORT: '0' } });
  assert.equal(second.code, 1);
  assert.match(second.stderr, /^server-already-running: /);
  assert.deepEqual(await answer('/readyz'), { status: 'ready' });

  server.kill('SIGTERM');
  const [code] = await once(server, 'close');
  assert.equal(code, 0);
  await assert.rejects(fetch(new URL('/readyz', url)));
});

test('a port that another program uses is named, with another one to try', async (t) => {
  const occupant = createServer().listen(0, '127.0.0.1');
  await once(occupant, 'listening');
  t.after(() => occupant.close());
  const { port } = occupant.address() as AddressInfo;
  const said = await nhip.run(['serve', '--lang', 'en'], { env: { PORT: String(port) } });
  assert.equal(said.code, 1);
  assert.match(said.stderr, new RegExp(`^port-taken: Port ${port} .*PORT=${port + 1} `));
});

async function serve(
  t: TestContext,
): Promise<{ server: ChildProcess; url: string; setUp: string }> {
  const server = nhip.start(['serve', '--json'], { PORT: '0' });
  t.after(() => server.kill('SIGKILL'));
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stdout! })) {
    said.push(line);
    if (line === '}') break;
  }
  const { ready } = JSON.parse(said.join('\n')) as {
    ready?: { kind: string; url: string; setUp: string };
  };
  assert.ok(ready, said.join('\n'));
  assert.equal(ready.kind, 'main');
  return { server, url: ready.url, setUp: ready.setUp };
}

/** With the link that a server without administrators prints; the cookie of the session. */
async function becomeSecretariat(url: string, setUp: string): Promise<string> {
  const reply = await fetch(new URL('/api/set-up', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({
      token: new URL(setUp).hash.slice(1),
      name: 'Người Thử',
      email: 'thu@minh-hoa.example',
      password: 'cầu treo bắc qua sông lớn',
    }),
  });
  assert.equal(reply.status, 200);
  return reply.headers.getSetCookie()[0]!.split(';')[0]!;
}
