import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RouteOptions } from 'fastify';
import { openPool } from '#src/db/pool.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import type { ProblemBody } from './contract.ts';

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, { responses: object }>>;
}

test('a fault says what happened in both languages, as problem+json', async (t) => {
  const { inject } = await testApp(t);
  const reply = await inject('/api/competencies/NO-SUCH-CODE');
  assert.equal(reply.statusCode, 404);
  assert.match(reply.headers['content-type'] as string, /^application\/problem\+json/);
  assert.deepEqual(reply.json(), {
    type: 'urn:nhip:problem:not-found',
    title: 'Not Found',
    code: 'not-found',
    status: 404,
    detail: { what: 'NO-SUCH-CODE' },
    words: {
      vi: 'Không tìm thấy NO-SUCH-CODE. Có thể đường dẫn đã cũ; hãy quay lại danh sách và chọn lại.',
      en: 'NO-SUCH-CODE was not found. The link may be old; go back to the list and choose again.',
    },
  });
});

test('a request that is not valid is told which fields to correct, in each language', async (t) => {
  const { inject, post } = await testApp(t);
  const { words, code } = (
    await inject('/api/advertisements?page=0&size=many&status=gone&q=' + 'x'.repeat(300))
  ).json<ProblemBody>();
  assert.equal(code, 'invalid-request');
  for (const reason of [
    'page must be at least 1',
    'size must be of type number',
    'q must have a length of at most 200',
    'status must be one of: counted, held, excluded',
  ]) {
    assert.ok(words.en.includes(reason), words.en);
  }
  assert.ok(words.vi.includes('page phải từ 1 trở lên'), words.vi);
  assert.ok(!/expected|received|invalid/i.test(words.vi), words.vi);

  const nested = await post('/api/advertisements/admissions', { advertisementIds: ['one'] });
  assert.match(nested.json<ProblemBody>().words.en, /advertisementIds\.0 must be of type/);
  const empty = await post('/api/review/decisions');
  assert.match(empty.json<ProblemBody>().words.en, /body must be of type object/);
});

test('whatever a stranger writes into a request is refused as his mistake, not ours', async (t) => {
  const { inject, post } = await testApp(t);
  const decision = { normalised: 'sql', competencyId: 1, verdict: 'accept' };
  const json = { 'content-type': 'application/json' };
  const replies = [
    await inject('/api/advertisements?q=%00'),
    await inject('/api/advertisements/1.5'),
    await inject('/api/advertisements/99999999999999999999'),
    await inject('/api/%zz'),
    await post('/api/review/decisions', { ...decision, competencyId: 1e12 }),
    await post('/api/review/decisions', { ...decision, normalised: 'a\u0000' }),
    await inject({ method: 'POST', url: '/api/review/decisions', headers: json, payload: '{' }),
    await inject({ method: 'POST', url: '/api/review/decisions', headers: json, payload: '' }),
    await inject({
      method: 'POST',
      url: '/api/review/decisions',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'verdict=accept',
    }),
  ];
  for (const reply of replies) {
    assert.equal(reply.statusCode, 400, reply.body);
    assert.equal(reply.json<ProblemBody>().code, 'invalid-request');
  }
  const large = await post('/api/review/decisions', { ...decision, note: 'x'.repeat(2 ** 21) });
  assert.equal(large.json<ProblemBody>().code, 'file-too-large');
});

test('an unexpected fault gives a reference and nothing of what is inside', async (t) => {
  const { inject, database } = await testApp(t);
  await database.owner.query('alter table region rename to region_elsewhere');
  const reply = await inject('/api/regions');
  assert.equal(reply.statusCode, 500);
  const { code, detail } = reply.json<ProblemBody>();
  assert.equal(code, 'unexpected-fault');
  assert.match(String(detail.reference), /^[0-9a-f]{8}$/);
  assert.ok(!/region|relation|select|\.ts|stack/i.test(reply.body.replace('/api/regions', '')));
});

test('while the database is away every answer is 503 with a way out; the program itself is healthy', async (t) => {
  const whole = await testApp(t);
  assert.deepEqual(await whole.get('/readyz'), { status: 'ready' });
  await dropDatabaseOf(whole);
  for (const url of ['/readyz', '/api/regions', '/api/demand', '/api/installation']) {
    const reply = await whole.inject(url);
    assert.equal(reply.statusCode, 503, `${url} ${reply.body}`);
    assert.equal(reply.json<ProblemBody>().code, 'database-unreachable');
  }
  assert.deepEqual(await whole.get('/healthz'), { status: 'ok' });
});

test('every answer carries the headers that keep other sites and scripts out', async (t) => {
  const { inject } = await testApp(t);
  const replies = [
    await inject('/healthz'),
    await inject('/api/regions'),
    await inject('/nowhere'),
    await inject({ url: '/healthz', headers: { host: 'evil.example' } }),
  ];
  for (const { headers } of replies) {
    const policy = headers['content-security-policy'] as string;
    assert.match(policy, /default-src 'self'/);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    assert.equal(headers['access-control-allow-origin'], undefined);
  }
});

test('another host or origin is refused before anything is looked up', async (t) => {
  const { inject, database } = await testApp(t, {
    config: { publicUrl: new URL('https://nhip.example') },
  });
  const ask = (headers: Record<string, string>, url = '/api/installation') =>
    inject({ url, headers }).then(({ statusCode }) => statusCode);
  assert.equal(await ask({ host: 'nhip.example', origin: 'https://nhip.example' }), 200);
  assert.equal(await ask({ host: 'evil.example' }), 403);
  assert.equal(await ask({ host: 'evil.example' }, '/nowhere'), 403);
  assert.equal(await ask({ origin: 'null' }), 403);
  const change = await inject({
    method: 'POST',
    url: '/api/review/decisions',
    headers: { origin: 'https://evil.example' },
    payload: { normalised: 'sql', competencyId: 1, verdict: 'reject' },
  });
  assert.equal(change.json<ProblemBody>().code, 'origin-refused');
  const { rows } = await database.pool.query('select from decision');
  assert.equal(rows.length, 0);
});

test('a change that the browser says another site asks for is refused even without an origin', async (t) => {
  const { inject } = await testApp(t);
  const reply = await inject({
    method: 'POST',
    url: '/api/review/decisions',
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { normalised: 'sql', competencyId: 1, verdict: 'reject' },
  });
  assert.equal(reply.json<ProblemBody>().code, 'origin-refused');
});

test('what does not exist is a problem in the API', async (t) => {
  const { inject } = await testApp(t);
  for (const request of ['/api/nothing', { method: 'DELETE' as const, url: '/api/regions' }]) {
    const reply = await inject(request);
    assert.equal(reply.statusCode, 404);
    assert.equal(reply.json<ProblemBody>().code, 'not-found');
  }
});

test('a route without an access rule keeps the app from starting', async (t) => {
  const { app } = await testApp(t);
  assert.throws(() => app.get('/api/open-door', () => 'welcome'), /no access rule/);
});

test('the description of the API names every route of it', async (t) => {
  const routes: RouteOptions[] = [];
  const { get } = await testApp(t, { onRoute: (route) => routes.push(route) });
  const { openapi, paths } = await get<OpenApi>('/api/openapi.json');
  assert.match(openapi, /^3\./);
  const described = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  const mounted = routes
    .filter(({ method, url }) => method !== 'HEAD' && url !== '/api/openapi.json')
    .map(({ method, url }) => `${String(method)} ${url.replace(/:(\w+)|(\*)/g, '{$1$2}')}`);
  assert.deepEqual(described.sort(), mounted.sort());
});

async function dropDatabaseOf({ database }: TestApp): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name');
  const url = new URL(database.pool.options.connectionString!);
  url.pathname = '/postgres';
  const other = openPool({ connectionString: url.href, max: 1 });
  await other.query(`drop database ${rows[0]!.name} with (force)`);
  await other.end();
}
