import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { inputRevisions } from '#src/measures/input-revision.ts';
import { organisation } from '#src/testing/organisations.ts';
import { memberOf } from '#src/testing/people.ts';
import { testApp } from '#src/testing/app.ts';
import type { Draft, DraftPart, LintReport } from '../drafting/contract.ts';
import type { FrameworkVersions, VersionChanges } from '../versions/contract.ts';
import type { Publication, Succession, Thread } from './contract.ts';

const BASE = '/api/frameworks/cau/draft';

/** Who drafts, who reviews, who publishes, and somebody whom it does not concern. */
async function parties(t: TestContext) {
  const whole = await testApp(t);
  const drafting = await organisation(whole, 'Trường Soạn Thảo');
  const reviewing = await organisation(whole, 'Trường Thẩm Định');
  const editor = await memberOf(whole, {
    ...{ name: 'An', organisationId: drafting, roles: ['framework-editor', 'reviewer'] },
  });
  const reviewer = await memberOf(whole, {
    ...{ name: 'Chi', organisationId: reviewing, roles: ['reviewer'] },
  });
  const secretariat = await memberOf(whole, { name: 'Thư ký', roles: ['secretariat'] });
  const stranger = await memberOf(whole, {
    organisationId: await organisation(whole, 'Trường Ngoài'),
    roles: ['reviewer', 'framework-editor'],
  });
  await editor.post('/api/frameworks', {
    code: 'cau',
    title: { vi: 'Khung dựng cầu', en: 'Bridge building' },
  });
  const add = async (code: string, label: string, parentId: number | null = null) => {
    const reply = await editor.post(`${BASE}/items`, {
      ...{ code, kind: 'skill', parentId, beforeId: null },
      fields: { 'label vi': label, 'label en': `Skill ${code}` },
    });
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json<{ part: DraftPart }>().part;
  };
  const submit = () => editor.post(`${BASE}/submit`, { organisationId: reviewing });
  const decide = (who: typeof editor, decision: string) =>
    who.post(`${BASE}/decision`, { decision, note: 'Lý do' });
  const publish = (who = secretariat) => who.post(`${BASE}/publish`, { reason: 'Đợt đầu' });
  return {
    ...whole,
    ...{
      drafting,
      reviewing,
      editor,
      reviewer,
      secretariat,
      stranger,
      add,
      submit,
      decide,
      publish,
    },
  };
}

const codeOf = (reply: { json: <T>() => T }) => reply.json<{ code: string }>().code;

test('A framework is drafted by one organisation, reviewed by another and published by the secretariat', async (t) => {
  const { editor, reviewer, secretariat, stranger, drafting, add, submit, decide, publish } =
    await parties(t);
  await add('A', 'Hàn dầm');
  const own = await editor.post(`${BASE}/submit`, { organisationId: drafting });
  assert.equal(codeOf(own), 'review-own-organisation');
  assert.equal((await reviewer.inject(BASE)).statusCode, 404);
  assert.equal((await submit()).statusCode, 200);
  assert.equal((await reviewer.get<Draft>(BASE)).may.decide, true);
  assert.equal((await stranger.inject(BASE)).statusCode, 404);
  assert.equal((await decide(editor, 'approved')).statusCode, 403);
  assert.equal((await decide(stranger, 'approved')).statusCode, 404);
  assert.equal(codeOf(await publish()), 'publish-not-approved');
  const edit = await editor.post(`${BASE}/items`, {
    ...{ code: 'B', kind: 'skill', parentId: null, beforeId: null },
  });
  assert.equal(codeOf(edit), 'framework-in-review');
  assert.equal((await decide(reviewer, 'approved')).statusCode, 200);
  assert.equal((await publish(editor)).statusCode, 403);
  const state = await secretariat.get<Publication>(`${BASE}/publication`);
  assert.deepEqual([state.ready, state.unmapped, state.lint.errors], [true, 0, 0]);
  assert.equal((await publish()).statusCode, 200);
  const { versions } = await stranger.get<FrameworkVersions>('/api/frameworks/cau/versions');
  assert.deepEqual(
    versions.map(({ version, status, reason, items }) => ({ version, status, reason, items })),
    [{ version: '1', status: 'published', reason: 'Đợt đầu', items: 1 }],
  );
  assert.equal((await editor.inject(BASE)).statusCode, 404);
});

test('An approval counts for what was approved alone: whoever takes the draft back and edits it submits it again', async (t) => {
  const { editor, reviewer, add, submit, decide, publish } = await parties(t);
  const { id, seen } = await add('A', 'Hàn dầm');
  await submit();
  await decide(reviewer, 'changes-requested');
  assert.equal((await editor.get<Draft>(BASE)).status, 'draft');
  assert.equal(codeOf(await decide(reviewer, 'approved')), 'review-not-open');
  await submit();
  await decide(reviewer, 'approved');
  assert.equal((await decide(editor, 'withdrawn')).statusCode, 200);
  const edited = await editor.send('PUT', `${BASE}/items/${id}`, {
    ...{ seen, change: { 'label vi': 'Hàn dầm thép' } },
  });
  assert.equal(edited.statusCode, 200, edited.body);
  assert.equal(codeOf(await publish()), 'publish-not-approved');
  await submit();
  assert.equal(codeOf(await publish()), 'publish-not-approved');
  await decide(reviewer, 'approved');
  assert.equal((await publish()).statusCode, 200);
});

test('A draft with an error is not published, and the check names it', async (t) => {
  const { editor, reviewer, secretariat, add, submit, decide, publish } = await parties(t);
  const { id, seen } = await add('A', 'Hàn dầm');
  await editor.send('PUT', `${BASE}/items/${id}`, {
    ...{ seen, change: { 'label vi': null, 'label en': null } },
  });
  await submit();
  await decide(reviewer, 'approved');
  const lint = await secretariat.get<LintReport>(`${BASE}/lint`);
  assert.deepEqual(
    lint.findings.map(({ code, partLabel }) => [code, partLabel]),
    [['framework-label-missing', 'A']],
  );
  assert.equal(codeOf(await publish()), 'publish-has-errors');
});

test('Threads on an item are answered, resolved and opened again by those whose affair the draft is', async (t) => {
  const { editor, reviewer, stranger, add, submit } = await parties(t);
  const { id } = await add('A', 'Hàn dầm');
  await submit();
  const threads = `${BASE}/threads`;
  const first = await reviewer.post(threads, { part: 'item', partId: id, body: 'Nên rõ hơn.' });
  assert.equal(first.statusCode, 200, first.body);
  const { threadId } = first.json<{ threadId: number }>();
  await editor.post(threads, { part: 'item', partId: id, threadId, body: 'Đã sửa.' });
  assert.equal((await stranger.post(threads, { part: 'whole', body: 'Chào' })).statusCode, 404);
  const wrong = await reviewer.post(threads, { part: 'item', partId: 999_999, body: 'x' });
  assert.equal(wrong.statusCode, 404);
  await editor.send('PUT', `${threads}/${threadId}`, { resolved: true });
  const [thread] = await editor.get<Thread[]>(threads);
  assert.deepEqual(
    thread!.comments.map(({ by, body }) => [by.name, by.organisation.vi, body]),
    [
      [null, 'Trường Thẩm Định', 'Nên rõ hơn.'],
      ['An', 'Trường Soạn Thảo', 'Đã sửa.'],
    ],
  );
  assert.notEqual(thread!.resolvedAt, null);
  await reviewer.post(threads, { part: 'item', partId: id, threadId, body: 'Chưa đủ.' });
  assert.equal((await editor.get<Thread[]>(threads))[0]!.resolvedAt, null);
  assert.equal((await editor.get<Draft>(BASE)).counts.openThreads, 1);
});

test('A new version is published once every competency of the one before is kept or mapped; its changes can be read', async (t) => {
  const whole = await parties(t);
  const { editor, reviewer, secretariat, stranger, add, submit, decide, publish } = whole;
  const area = await add('N', 'Nhóm');
  const kept = await add('A', 'Hàn dầm thép bằng tay', area.id);
  const gone = await add('B', 'Dựng giàn giáo thép', area.id);
  const last = await add('C', 'Đo đạc', area.id);
  await submit();
  await decide(reviewer, 'approved');
  assert.equal((await publish()).statusCode, 200);

  const begun = await editor.post(BASE, { version: '2', reason: 'Cập nhật' });
  assert.equal(begun.statusCode, 200, begun.body);
  assert.equal(codeOf(await editor.post(BASE, { version: '3' })), 'framework-draft-open');
  const seen = (await editor.get<Draft>(BASE)).revision;
  await editor.send('PUT', `${BASE}/items/${kept.id}`, {
    ...{ seen, change: { 'label vi': 'Hàn dầm thép bằng máy' } },
  });
  await editor.post(`${BASE}/items/${last.id}/place`, {
    ...{ seen, parentId: area.id, beforeId: kept.id },
  });
  await editor.post(`${BASE}/items/${gone.id}/remove`, { seen });
  const one = await add('B1', 'Dựng giàn giáo', area.id);
  const two = await add('B2', 'Kiểm tra giàn giáo', area.id);
  await submit();
  await decide(reviewer, 'approved');
  assert.equal(codeOf(await publish()), 'publish-unmapped');

  const succession = await secretariat.get<Succession>(`${BASE}/succession`);
  assert.equal(succession.kept, 3);
  const [entry] = succession.gone;
  assert.deepEqual([entry!.competency.code, entry!.kind], ['B', null]);
  assert.deepEqual(
    entry!.suggestions.map(({ code }) => code),
    ['B1'],
  );
  const map = (body: object) => secretariat.send('PUT', `${BASE}/succession/${gone.id}`, body);
  assert.equal(codeOf(await map({ kind: 'ended' })), 'succession-invalid');
  const heavy = [one, two].map(({ id }) => ({ id, weight: 0.7 }));
  assert.equal(codeOf(await map({ kind: 'split', to: heavy })), 'succession-invalid');
  const to = [
    { id: one.id, weight: 0.6 },
    { id: two.id, weight: 0.4 },
  ];
  assert.equal((await map({ kind: 'split', to, reason: 'Tách hai việc' })).statusCode, 200);
  assert.equal((await publish()).statusCode, 200);

  const changes = await stranger.get<VersionChanges>('/api/frameworks/cau/versions/2/changes');
  assert.deepEqual([changes.from, changes.to], ['1', '2']);
  assert.deepEqual(changes.counts, {
    ...{ added: 2, removed: 1, moved: 1, reworded: 1, levels: 0, relations: 0 },
  });
  assert.deepEqual(
    changes.groups.map((group) => [group.area?.code, group.changes.map(({ code }) => code)]),
    [['N', ['C', 'A', 'B1', 'B2', 'B']]],
  );
  const reworded = changes.groups[0]!.changes.find(({ code }) => code === 'A')!;
  assert.deepEqual(
    reworded.fields[0]!.pieces!.filter((piece) => piece.in !== 'both'),
    [
      { text: 'tay', in: 'before' },
      { text: 'máy', in: 'after' },
    ],
  );
  assert.deepEqual(
    changes.successions.map(({ from, to, kind }) => [from.code, to?.code, kind]),
    [
      ['B', 'B1', 'split'],
      ['B', 'B2', 'split'],
    ],
  );
  const { versions } = await stranger.get<FrameworkVersions>('/api/frameworks/cau/versions');
  assert.deepEqual(
    versions.map(({ version, status }) => [version, status]),
    [
      ['2', 'published'],
      ['1', 'superseded'],
    ],
  );
});

test('A framework in use is complete in both languages before it is published, and the figures follow', async (t) => {
  const { platform, editor, reviewer, secretariat, add, submit, decide, publish } =
    await parties(t);
  await platform.db
    .updateTable('framework')
    .set({ in_use: true })
    .where('code', '=', 'cau')
    .execute();
  const { id, seen } = await add('A', 'Hàn dầm');
  const lint = await editor.get<LintReport>(`${BASE}/lint`);
  assert.deepEqual(
    lint.findings.map(({ code, column }) => [code, column]),
    [
      ['framework-language-missing', 'definition vi'],
      ['framework-language-missing', 'definition en'],
    ],
  );
  assert.match(lint.findings[0]!.words.vi, /tiếng Việt/);
  await editor.send('PUT', `${BASE}/items/${id}`, {
    ...{ seen, change: { 'definition vi': 'Nối các dầm.', 'definition en': 'Joins girders.' } },
  });
  await submit();
  await decide(reviewer, 'approved');
  const before = await inputRevisions(platform.db);
  assert.equal((await publish()).statusCode, 200, 'published');
  const after = await inputRevisions(platform.db);
  assert.equal(after.frameworks, before.frameworks + 1);
  assert.equal((await secretariat.inject(BASE)).statusCode, 404);
});
