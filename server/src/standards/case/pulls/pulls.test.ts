import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { otherServer, sendJson, type OtherServer } from '#src/testing/other-server.ts';
import { wholePackage } from '#src/testing/whole-package.ts';
import { importers } from '#src/importers.ts';
import { findRun } from '#src/imports/queries.ts';
import { confirmAndApply } from '#src/imports/run-import.ts';
import { stageImport } from '#src/imports/stage-import.ts';
import type { CFPackage } from '../wire.ts';
import type { RemoteDocuments, Subscription } from './contract.ts';
import { checkSubscription } from './keep-in-step.ts';
import { fileNameOf, fetchPackage } from './pull.ts';
import { listAddress, packageAddress } from './remote.ts';
import { seal, unseal } from './sealed-secret.ts';
import { findSubscription, takeDue } from './subscription-queries.ts';

const HOST = { host: 'localhost:5757' };

async function appBeside(t: TestContext, other: OtherServer, over: object = {}): Promise<TestApp> {
  return testApp(t, {
    config: { pullHosts: [other.host] },
    remote: { seconds: 5, idleSeconds: 1 },
    ...over,
  });
}

function post(app: TestApp, url: string, payload: object) {
  return app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...HOST, origin: 'http://localhost:5757' },
  });
}

test('a package is pulled from its server and waits for a preview, as a file would', async (t) => {
  const whole = wholePackage();
  const other = await otherServer(t, (_request, reply) => sendJson(reply, whole));
  const app = await appBeside(t, other);
  const url = `${other.origin}/ims/case/v1p0/CFDocuments/${whole.CFDocument.identifier}`;
  const reply = await post(app, '/api/frameworks/pulls', { url, version: '1.1' });
  assert.equal(reply.statusCode, 201, reply.body);
  assert.deepEqual(other.asked, [`GET /ims/case/v1p1/CFPackages/${whole.CFDocument.identifier}`]);
  const { id, format } = reply.json<{ id: string; format: string }>();
  assert.equal(format, 'case-package');
  await stageImport(app.platform, importers, id);
  const run = (await findRun(app.platform.db, id))!;
  assert.deepEqual([run.status, run.counts?.rejected], ['previewed', 0]);
  assert.ok((run.counts?.new ?? 0) > 8);
});

test('what is no package, is refused, or comes from inside a network makes no run', async (t) => {
  const other = await otherServer(t, (request, reply) => {
    if (request.url === '/page')
      reply.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    else if (request.url === '/none') reply.writeHead(404).end();
    else if (request.url === '/closed') reply.writeHead(403).end();
    else if (request.url === '/inside')
      reply.writeHead(302, { location: 'https://10.0.0.1/' }).end();
    else reply.writeHead(200, { 'content-type': 'application/json' }).write('{"CFDocument":{');
  });
  const app = await appBeside(t, other);
  const expected: [string, string, number][] = [
    ['/page', 'remote-answer-unexpected', 502],
    ['/none', 'remote-answer-unexpected', 502],
    ['/closed', 'remote-not-authorised', 502],
    ['/inside', 'remote-address-refused', 400],
    ['/stops', 'remote-too-slow', 504],
  ];
  for (const [path, code, status] of expected) {
    const reply = await post(app, '/api/frameworks/pulls', { url: `${other.origin}${path}` });
    assert.deepEqual([reply.statusCode, reply.json<{ code: string }>().code], [status, code], path);
  }
  const inside = await post(app, '/api/frameworks/pulls', { url: 'https://192.168.0.1/x' });
  assert.equal(inside.json<{ code: string }>().code, 'remote-address-refused');
  const runs = await app.platform.db.selectFrom('import_run').selectAll().execute();
  assert.deepEqual(runs, []);
});

const document = (at: number) => ({
  identifier: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  title: `Khung ${at}`,
  creator: 'Ai đó',
});

/** Lists documents in pages; what it says about itself may be wrong. */
function listing(
  count: number,
  lies: { total?: string; repeats?: boolean; ignores?: boolean; grows?: boolean },
) {
  let held = count;
  return (url: string, reply: ServerResponse) => {
    const query = new URL(url, 'http://x').searchParams;
    const [limit, offset] = [Number(query.get('limit')), Number(query.get('offset'))];
    const from = lies.repeats || lies.ignores ? 0 : offset;
    const page = Array.from({ length: held }, (_, at) => document(at)).slice(
      from,
      lies.ignores ? held : from + limit,
    );
    if (lies.grows) held += 1;
    const total = lies.total ?? String(count);
    sendJson(reply, { CFDocuments: page }, total === '' ? {} : { 'x-total-count': total });
  };
}

test('a list is read to its end whatever the server says about it', async (t) => {
  const cases: [string, Parameters<typeof listing>, number, boolean][] = [
    ['tells the truth', [250, {}], 250, true],
    ['says nothing of its total', [250, { total: '' }], 250, true],
    ['gives everything at once', [250, { ignores: true }], 250, true],
    ['says more than it has', [150, { total: '9999' }], 150, false],
    ['says less than it has', [250, { total: '120' }], 250, false],
    ['repeats its first page', [250, { repeats: true }], 100, false],
    ['repeats its first page and says nothing', [100, { repeats: true, total: '' }], 100, false],
    ['talks nonsense', [30, { total: 'many' }], 30, true],
    ['grows while it is read', [150, { grows: true, total: '' }], 151, true],
  ];
  for (const [what, [count, lies], found, complete] of cases) {
    const answer = listing(count, lies);
    const other = await otherServer(t, (request, reply) => answer(request.url!, reply));
    const app = await appBeside(t, other);
    const reply = await post(app, '/api/frameworks/pulls/documents', { url: other.origin });
    const list = reply.json<RemoteDocuments>();
    assert.equal(reply.statusCode, 200, reply.body);
    assert.deepEqual([list.documents.length, list.complete], [found, complete], what);
    assert.ok(other.asked.length <= 5, what);
    assert.equal(
      list.documents[1]!.packageUrl,
      `${other.origin}/ims/case/v1p1/CFPackages/${document(1).identifier}`,
    );
  }
});

test('an endless list ends', async (t) => {
  const other = await otherServer(t, (request, reply) => {
    const offset = Number(new URL(request.url!, 'http://x').searchParams.get('offset'));
    const page = Array.from({ length: 100 }, (_, at) => document(offset + at));
    sendJson(reply, { CFDocuments: page });
  });
  const app = await appBeside(t, other);
  const reply = await post(app, '/api/frameworks/pulls/documents', { url: other.origin });
  const list = reply.json<RemoteDocuments>();
  assert.deepEqual([list.documents.length, list.complete], [5000, false]);
});

test('addresses are understood as people copy them', () => {
  const at = 'https://x.example/ims/case/v1p0';
  assert.equal(packageAddress(`${at}/CFDocuments/abc`), `${at}/CFPackages/abc`);
  assert.equal(
    packageAddress(`${at}/CFPackages/abc`, '1.1'),
    'https://x.example/ims/case/v1p1/CFPackages/abc',
  );
  assert.equal(packageAddress('https://x.example/khung.json'), 'https://x.example/khung.json');
  for (const written of [at, `${at}/`, `${at}/CFDocuments?limit=3`, `${at}/CFPackages/abc`]) {
    assert.equal(listAddress(written), `${at}/CFDocuments`, written);
  }
  assert.equal(listAddress('https://x.example', '1.0'), `${at}/CFDocuments`);
  assert.equal(fileNameOf(`${at}/CFPackages/a%2f..%2fb`), 'x.example-a-2f..-2fb.json');
});

test('the command line fetches a package by its address', async (t) => {
  const whole = wholePackage();
  const other = await otherServer(t, (_request, reply) => sendJson(reply, whole));
  const { bytes, path } = await fetchPackage(`${other.origin}/CFPackages/x`, {
    trustedHosts: [other.host],
  });
  assert.equal(
    (JSON.parse(bytes.toString()) as CFPackage).CFDocument.title,
    whole.CFDocument.title,
  );
  assert.match(path, /^127\.0\.0\.1-\d+-x\.json$/);
});

interface Published {
  whole: CFPackage;
  etag: string | undefined;
}

async function following(t: TestContext, body: object = {}) {
  const state: Published = { whole: wholePackage(), etag: undefined };
  const other = await otherServer(t, (request, reply) => {
    if (request.url === '/token') {
      const isKnown =
        request.headers.authorization === `Basic ${btoa('nhip:b%C3%AD%20m%E1%BA%ADt')}`;
      if (isKnown) sendJson(reply, { access_token: 'tok', token_type: 'Bearer' });
      else reply.writeHead(401).end();
      return;
    }
    const { etag } = state;
    if (etag && request.headers['if-none-match'] === etag) reply.writeHead(304).end();
    else sendJson(reply, state.whole, etag ? { etag } : {});
  });
  const app = await appBeside(t, other);
  const added = await post(app, '/api/frameworks/subscriptions', {
    ...{ url: `${other.origin}/ims/case/v1p1/CFPackages/x`, everyHours: 24 },
    ...body,
  });
  assert.equal(added.statusCode, 201, added.body);
  const { id } = added.json<Subscription>();
  const check = async () => {
    const reply = await post(app, `/api/frameworks/subscriptions/${id}/check`, {});
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json<Subscription>();
  };
  return { state, other, app, id, check };
}

test('what a server publishes anew makes a run that waits for a yes; what stays makes none', async (t) => {
  const { state, app, check } = await following(t);
  const first = await check();
  assert.equal(first.result, 'run-made');
  assert.match(first.resultWords!.vi!, /đang chờ bạn xem/);
  assert.equal((await findRun(app.platform.db, first.importRunId!))!.status, 'previewed');
  // another timestamp and another order say nothing new
  state.whole = { ...wholePackage(), CFItems: wholePackage().CFItems!.toReversed() };
  state.whole.CFDocument.lastChangeDateTime = '2026-07-07T00:00:00Z';
  assert.equal((await check()).result, 'unchanged');
  state.whole.CFItems![0]!.fullStatement = 'Lưu trữ và bảo vệ dữ liệu';
  const changed = await check();
  assert.equal(changed.result, 'run-made');
  assert.notEqual(changed.importRunId, first.importRunId);
  assert.equal((await findRun(app.platform.db, first.importRunId!))!.status, 'discarded');
});

test('a server that knows what we have is not asked for it again', async (t) => {
  const { state, check } = await following(t);
  state.etag = '"1"';
  assert.equal((await check()).result, 'run-made');
  assert.equal((await check()).result, 'unchanged');
});

test('a server may give the package as a gzipped file', async (t) => {
  let label = 'Khung kỹ năng số mẫu';
  const other = await otherServer(t, (_request, reply) => {
    const whole = wholePackage();
    whole.CFDocument.title = label;
    reply.writeHead(200, { 'content-type': 'application/gzip' });
    reply.end(gzipSync(JSON.stringify(whole)));
  });
  const app = await appBeside(t, other);
  const added = await post(app, '/api/frameworks/subscriptions', {
    ...{ url: `${other.origin}/khung.json.gz`, everyHours: 24 },
  });
  const { id } = added.json<Subscription>();
  const check = async () =>
    (await post(app, `/api/frameworks/subscriptions/${id}/check`, {})).json<Subscription>();
  const first = await check();
  assert.equal(first.result, 'run-made', JSON.stringify(first.resultWords));
  assert.equal((await findRun(app.platform.db, first.importRunId!))!.counts?.rejected, 0);
  assert.equal((await check()).result, 'unchanged');
  label = 'Khung khác';
  assert.equal((await check()).result, 'run-made');
});

test('a framework that is not in use may follow by itself; one in use waits for a person', async (t) => {
  const { state, app, check } = await following(t, { appliesItself: true });
  const first = await check();
  assert.equal(first.result, 'applied', JSON.stringify(first));
  const draft = await app.platform.db
    .selectFrom('framework_version')
    .where('status', '=', 'draft')
    .selectAll()
    .executeTakeFirstOrThrow();
  await app.platform.db
    .updateTable('framework')
    .set({ in_use: true })
    .where('id', '=', draft.framework_id)
    .execute();
  state.whole.CFItems![1]!.notes = 'Ghi chú mới.';
  assert.equal((await check()).result, 'run-made');
});

test('what goes wrong at the other server is kept in words, and asked again when it is due', async (t) => {
  const { state, app, id, check } = await following(t);
  state.whole = { CFDocument: { title: 'no identifier' } } as never;
  // due at once, then only after its hours
  assert.equal((await takeDue(app.platform.db))?.id, id);
  assert.equal(await takeDue(app.platform.db), undefined);
  const broken = await check();
  assert.equal(broken.result, 'file-not-in-format');
  assert.match(broken.resultWords!.vi!, /CFDocument\.identifier/);
});

test('asked by hand it is asked again after its hours, counted from then; other hours count from the last time', async (t) => {
  const { app, id, check } = await following(t);
  const hours = ({ checkedAt, nextCheckAt }: Subscription) =>
    Math.round((Date.parse(nextCheckAt) - Date.parse(checkedAt!)) / 3_600_000);
  assert.equal(hours(await check()), 24);
  assert.equal(await takeDue(app.platform.db), undefined);
  const reply = await app.inject({
    ...{ method: 'PUT', url: `/api/frameworks/subscriptions/${id}` },
    payload: { everyHours: 168, appliesItself: false, enabled: true },
    headers: { ...HOST, origin: 'http://localhost:5757' },
  });
  assert.equal(hours(reply.json<Subscription>()), 168);
});

test('the secret for another server is sealed, used and never shown', async (t) => {
  const secret = 'bí mật';
  const other = await otherServer(t, (request, reply) => {
    const isToken = request.headers.authorization === 'Bearer tok';
    if (request.url === '/token') sendJson(reply, { access_token: 'tok' });
    else if (isToken) sendJson(reply, wholePackage());
    else reply.writeHead(401).end();
  });
  const app = await appBeside(t, other);
  const url = `${other.origin}/CFPackages/x`;
  const credentials = { tokenUrl: `${other.origin}/token`, clientId: 'nhip', clientSecret: secret };
  const added = await post(app, '/api/frameworks/subscriptions', {
    url,
    everyHours: 1,
    credentials,
  });
  assert.ok(!added.body.includes(secret));
  const { id, credentials: shown } = added.json<Subscription>();
  assert.deepEqual(shown, { tokenUrl: `${other.origin}/token`, clientId: 'nhip' });
  const row = (await findSubscription(app.platform.db, id))!;
  assert.ok(!JSON.stringify(row).includes(secret));
  assert.equal(unseal(row.sealed_secret!, app.platform.secret), secret);
  assert.equal(unseal(row.sealed_secret!, 'another installation'), undefined);
  assert.notEqual(seal(secret, 'x'), seal(secret, 'x'));
  const remote = { trustedHosts: [other.host] };
  const outcome = await checkSubscription(app.platform, importers, row, remote);
  assert.equal(outcome.result, 'run-made');
  assert.deepEqual(other.asked, ['POST /token', 'GET /CFPackages/x']);
});

test('other credentials take the place of those before; left out they stay, and none at all are forgotten', async (t) => {
  const first = { tokenUrl: 'https://x.example/token', clientId: 'nhip', clientSecret: 'một' };
  const { app, id } = await following(t, { credentials: first });
  const change = async (more: object) => {
    const reply = await app.inject({
      ...{ method: 'PUT', url: `/api/frameworks/subscriptions/${id}` },
      payload: { everyHours: 24, appliesItself: false, enabled: true, ...more },
      headers: { ...HOST, origin: 'http://localhost:5757' },
    });
    assert.equal(reply.statusCode, 200, reply.body);
    assert.ok(!reply.body.includes('một') && !reply.body.includes('hai'));
    const { sealed_secret: sealed } = (await findSubscription(app.platform.db, id))!;
    return [
      reply.json<Subscription>().credentials?.clientId,
      sealed && unseal(sealed, app.platform.secret),
    ];
  };
  assert.deepEqual(await change({}), ['nhip', 'một']);
  const second = { ...first, clientId: 'nhip-2', clientSecret: 'hai' };
  assert.deepEqual(await change({ credentials: second }), ['nhip-2', 'hai']);
  assert.deepEqual(await change({ credentials: null }), [undefined, null]);
});

test('what is followed is named once it is here, also where a person has applied it', async (t) => {
  const { app, id, check } = await following(t);
  const first = await check();
  assert.equal(first.framework, null);
  await confirmAndApply(app.platform, importers, app.administrator, first.importRunId!);
  const [listed] = await app.get<Subscription[]>('/api/frameworks/subscriptions');
  assert.match(listed!.resultWords!.vi!, /đã được xem và áp dụng/);
  assert.deepEqual(
    [listed!.id, listed!.framework?.title.vi, listed!.framework?.published],
    [id, wholePackage().CFDocument.title, false],
  );
});

test('an organisation follows an address once, and only its own are seen and changed', async (t) => {
  const { app, id, other } = await following(t);
  const again = await post(app, '/api/frameworks/subscriptions', {
    ...{ url: `${other.origin}/ims/case/v1p1/CFPackages/x`, everyHours: 5 },
  });
  assert.equal(again.statusCode, 409);
  const organisation = await app.platform.db
    .insertInto('organisation')
    .values({ kind: 'university', name_key: 'khác' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const change = (payload: object) =>
    app.inject({
      ...{ method: 'PUT', url: `/api/frameworks/subscriptions/${id}`, payload },
      headers: { ...HOST, origin: 'http://localhost:5757' },
    });
  const wanted = { everyHours: 12, appliesItself: false, enabled: false };
  const changed = await change(wanted);
  assert.deepEqual(
    [changed.json<Subscription>().everyHours, changed.json<Subscription>().enabled],
    [12, false],
  );
  assert.equal(await takeDue(app.platform.db), undefined);
  await app.platform.db
    .updateTable('case_subscription')
    .set({ owner_organisation_id: organisation.id })
    .execute();
  assert.equal((await change(wanted)).statusCode, 404);
  const list = await app.inject({ url: '/api/frameworks/subscriptions', headers: HOST });
  assert.deepEqual(list.json(), []);
});
