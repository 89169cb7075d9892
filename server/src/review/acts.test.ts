import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { LexiconPage } from '#src/frameworks/lexicon/contract.ts';
import type { ProblemBody } from '#src/http/contract.ts';
import { relinkTexts } from '#src/linking/relinking/relink-texts.ts';
import { advertisementsFile, type TestAdvertisement } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { importFile } from '#src/testing/import-file.ts';
import { memberOf, type Browser } from '#src/testing/people.ts';
import { textSources } from '#src/text-sources.ts';
import type { Decision, ReviewQueue } from './contract.ts';

const LONG =
  'Làm việc cùng nhóm phân tích trong nhiều năm, viết tài liệu rõ ràng và trình bày kết quả cho khách hàng trong nước.';
const ADVERTISEMENTS: TestAdvertisement[] = [
  {
    title: 'Kỹ sư nền tảng',
    employer: 'Công ty Sao Mai Giả Tưởng',
    tags: ['K8s', 'Sao Biển'],
    requirements: `Vận hành cụm máy chủ bằng công cụ Sao Biển hằng ngày. ${LONG}`,
  },
  {
    title: 'Kỹ sư vận hành',
    employer: 'Công ty Bến Sông Hư Cấu',
    tags: ['K8s'],
    requirements: `Đã dùng SAO BIỂN ít nhất một năm. ${LONG}`,
  },
  {
    title: 'Kỹ sư dữ liệu',
    employer: 'Công ty Đồi Thông Hư Cấu',
    tags: ['SQL'],
    requirements: `Yêu thích biển và sao trời. ${LONG}`,
  },
];

test('a phrase that means another competency is rejected here and accepted there, and one undo takes both back', async (t) => {
  const app = await filled(t);
  const wrong = await idOf(app, 'IN.KUBERNETES');
  const right = await idOf(app, 'DB.SQL');
  const replaced = await act(app, 'replacements', {
    ...{ normalised: 'k8s', competencyId: wrong, replacementId: right },
  });
  assert.deepEqual([replaced.act, replaced.relinking], ['replace', 2]);
  assert.deepEqual(await links(app, 'k8s', wrong), [
    ['exact', 'reject', false],
    ['exact', 'reject', false],
  ]);
  await relink(app);
  const there = [
    ['decision', 'accept', true],
    ['decision', 'accept', true],
  ];
  assert.deepEqual(await links(app, 'k8s', right), there);

  const decided = await queue(app, 'undecided=false');
  assert.deepEqual(
    decided.items.map(({ competency, decision }) => [
      ...[competency.code, decision?.verdict, decision?.replacement?.code ?? null],
    ]),
    [
      ['DB.SQL', 'accept', null],
      ['IN.KUBERNETES', 'reject', 'DB.SQL'],
    ],
  );
  await app.post(`/api/review/decisions/${replaced.id}/undo`);
  assert.deepEqual(
    await links(app, 'k8s', right),
    [],
    'what stood on that word alone is gone at once',
  );
  assert.deepEqual(
    (await links(app, 'k8s', wrong)).map(([, verdict]) => verdict),
    [null, null],
  );
  const state = [await links(app, 'k8s', right), await links(app, 'k8s', wrong)];
  await relink(app);
  assert.deepEqual([await links(app, 'k8s', right), await links(app, 'k8s', wrong)], state);
  const again = await app.post(`/api/review/decisions/${replaced.id}/undo`);
  assert.equal(again.json<ProblemBody>().code, 'decision-already-undone');
});

test('words that nobody linked are given to a competency and linked in every text that holds them', async (t) => {
  const app = await filled(t);
  const competencyId = await idOf(app, 'IN.KUBERNETES');
  const added = await act(app, 'additions', {
    ...{ kind: 'advertisement', id: await advertisement(app, 0), phrase: 'Sao Biển', competencyId },
  });
  assert.deepEqual([added.act, added.normalised, added.relinking], ['add', 'sao biển', 2]);
  await relink(app);
  const found = [
    ['decision', 'accept', true],
    ['decision', 'accept', true],
    ['decision', 'accept', true],
  ];
  assert.deepEqual(await links(app, 'sao biển', competencyId), found);
  await app.platform.db.updateTable('advertisement').set({ link_engine_id: null }).execute();
  await relink(app);
  assert.deepEqual(
    await links(app, 'sao biển', competencyId),
    found,
    'also when all is linked anew',
  );

  await app.post(`/api/review/decisions/${added.id}/undo`);
  assert.deepEqual(await links(app, 'sao biển', competencyId), []);
  await relink(app);
  assert.deepEqual(await links(app, 'sao biển', competencyId), []);
});

test('words that do not stand in the text, or name nothing that texts are linked to, cannot be added', async (t) => {
  const app = await filled(t);
  const [id, competencyId] = [await advertisement(app, 0), await idOf(app, 'IN.KUBERNETES')];
  const refused = async (wanted: object, code: string) => {
    const body = { kind: 'advertisement', id, phrase: 'Sao Biển', competencyId, ...wanted };
    const reply = await app.post('/api/review/additions', body);
    assert.equal(reply.json<ProblemBody>().code, code, reply.body);
  };
  await refused({ phrase: 'Sao Hỏa' }, 'phrase-not-in-text');
  await refused({ phrase: 'Biể' }, 'phrase-not-in-text');
  await refused({ phrase: '…' }, 'phrase-not-in-text');
  await refused({ id: 999_999 }, 'phrase-not-in-text');
  await refused({ kind: 'course' }, 'phrase-not-in-text');
  await refused({ competencyId: 999_999 }, 'not-found');
  const same = { normalised: 'k8s', competencyId, replacementId: competencyId };
  const reply = await app.post('/api/review/replacements', same);
  assert.equal(reply.json<ProblemBody>().code, 'same-competency');
});

test('a phrase that does not say which competency counts nowhere, stays so when linked anew, and can be undone', async (t) => {
  const app = await filled(t);
  const competencyId = await idOf(app, 'IN.KUBERNETES');
  const { id } = await act(app, 'decisions', {
    ...{ normalised: 'k8s', competencyId, verdict: 'ambiguous' },
  });
  const marked = [
    ['exact', 'ambiguous', false],
    ['exact', 'ambiguous', false],
  ];
  assert.deepEqual(await links(app, 'k8s', competencyId), marked);
  await app.platform.db.updateTable('advertisement').set({ link_engine_id: null }).execute();
  await relink(app);
  assert.deepEqual(await links(app, 'k8s', competencyId), marked);
  await app.post(`/api/review/decisions/${id}/undo`);
  assert.deepEqual(await links(app, 'k8s', competencyId), [
    ['exact', null, true],
    ['exact', null, true],
  ]);
});

test('whoever decides otherwise than somebody else just did is told once, and may then insist', async (t) => {
  const app = await filled(t);
  const other = await memberOf(app, { roles: ['reviewer'] });
  const competencyId = await idOf(app, 'IN.KUBERNETES');
  const say = (who: Browser, verdict: string, seen: number | null) =>
    who.post('/api/review/decisions', { normalised: 'k8s', competencyId, verdict, seen });
  const first = (await say(app, 'accept', null)).json<Decision>();
  const told = await say(other, 'reject', null);
  assert.equal(told.statusCode, 409);
  const { code, detail, words } = told.json<ProblemBody & { detail: Record<string, unknown> }>();
  assert.deepEqual([code, detail.decisionId], ['pair-decided-meanwhile', first.id]);
  assert.match(words.vi, /“k8s” \(chấp nhận\)/);
  assert.match(words.en, /“k8s” \(accepted\)/);
  assert.equal((await say(other, 'accept', null)).statusCode, 200, 'the same word is no conflict');
  assert.equal((await say(app, 'reject', null)).statusCode, 409);
  const last = (await queue(app, 'undecided=false')).items[0]!.decision!.id;
  assert.equal((await say(app, 'reject', last)).statusCode, 200);
});

test('accepted words that are no form of the competency are proposed to the lexicon once, with the texts that hold them', async (t) => {
  const app = await filled(t);
  const competencyId = await idOf(app, 'IN.KUBERNETES');
  const body = {
    ...{ kind: 'advertisement', id: await advertisement(app, 0), phrase: 'Sao Biển', competencyId },
  };
  const added = await act(app, 'additions', body);
  assert.equal(added.proposal?.status, 'proposed');
  const proposed = () => forms(app, added.proposal!.framework, 'proposed');
  assert.deepEqual(
    (await proposed()).map(({ form, language, source, texts }) => [form, language, source, texts]),
    [['Sao Biển', 'vi', 'review', 2]],
  );
  await act(app, 'additions', body);
  assert.equal((await proposed()).length, 1, 'not twice');
  const exact = { normalised: 'k8s', competencyId, verdict: 'accept' };
  assert.equal(
    (await act(app, 'decisions', exact)).proposal,
    null,
    'a listed form is not proposed',
  );
  assert.equal((await proposed()).length, 1);
});

test('an undo withdraws a proposal that nobody has decided; what an editor rejected stays rejected', async (t) => {
  const app = await filled(t);
  const competencyId = await idOf(app, 'IN.KUBERNETES');
  const body = {
    ...{ kind: 'advertisement', id: await advertisement(app, 0), phrase: 'Sao Biển', competencyId },
  };
  const first = await act(app, 'additions', body);
  const { framework } = first.proposal!;
  await app.post(`/api/review/decisions/${first.id}/undo`);
  assert.deepEqual(await forms(app, framework, 'proposed'), []);

  const second = await act(app, 'additions', body);
  const editor = await memberOf(app, { roles: ['framework-editor'] });
  const reply = await editor.post(`/api/frameworks/${framework}/lexicon/decisions`, {
    ...{ ids: [second.proposal!.id], decision: 'reject' },
  });
  assert.equal(reply.statusCode, 200, reply.body);
  await app.post(`/api/review/decisions/${second.id}/undo`);
  const third = await act(app, 'additions', body);
  assert.equal(third.proposal?.status, 'rejected');
  assert.deepEqual(await forms(app, framework, 'proposed'), []);
  assert.equal((await forms(app, framework, 'rejected')).length, 1);
});

test('every act leaves one fact under its own name, also one that says something of two pairs', async (t) => {
  const app = await filled(t);
  const [wrong, right] = [await idOf(app, 'IN.KUBERNETES'), await idOf(app, 'DB.SQL')];
  const { id } = await act(app, 'replacements', {
    ...{ normalised: 'k8s', competencyId: wrong, replacementId: right },
  });
  await app.post(`/api/review/decisions/${id}/undo`);
  const { rows } = await app.database.pool.query(
    `select action, (detail ->> 'replacementId')::int as replacement from audit_fact
      where subject_kind = 'decision' order by id`,
  );
  assert.deepEqual(rows, [
    { action: 'link-replace', replacement: right },
    { action: 'link-undo', replacement: right },
  ]);
});

test('the queue is narrowed by kind of text, language, band and framework, and says what each choice leaves', async (t) => {
  const app = await filled(t);
  const all = await queue(app);
  assert.ok(all.total > 0);
  const advertised = await queue(app, 'kind=advertisement');
  assert.equal(advertised.total, all.total);
  assert.equal((await queue(app, 'kind=course')).total, 0);
  assert.equal((await queue(app, 'language=unknown')).total, all.total);
  assert.equal((await queue(app, 'band=review')).total, 0);
  const [framework] = all.choices.framework;
  assert.equal(framework?.count, all.total);
  assert.equal((await queue(app, `framework=${framework!.value}`)).total, all.total);
  assert.equal((await queue(app, 'framework=none')).total, 0);
  assert.deepEqual(all.choices.band, [{ value: 'accepted', count: all.total }]);
});

test('a text linked while a phrase is being given is linked with the phrase after all', async (t) => {
  const app = await filled(t);
  const competencyId = await idOf(app, 'IN.KUBERNETES');
  await app.platform.db.updateTable('advertisement').set({ link_engine_id: null }).execute();
  const id = await advertisement(app, 0);
  let given = false;
  const sources = textSources.map((source) => ({
    ...source,
    list: async (...asked: Parameters<typeof source.list>) => {
      const owners = await source.list(...asked);
      // between the reading of the phrases and the writing of the links
      if (!given && owners.length > 0) {
        given = true;
        const body = { kind: 'advertisement', id, phrase: 'Sao Biển', competencyId };
        await act(app, 'additions', body);
      }
      return owners;
    },
  }));
  assert.equal(await relinkTexts(app.platform, sources), 'done');
  assert.equal((await links(app, 'sao biển', competencyId)).length, 3);
});

async function filled(t: TestContext): Promise<TestApp> {
  const app = await testApp(t);
  await importFile(app.platform, app.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile(ADVERTISEMENTS),
  });
  await app.platform.db.updateTable('advertisement').set({ status: 'counted' }).execute();
  await relink(app);
  return app;
}

async function relink(app: TestApp): Promise<void> {
  await relinkTexts(app.platform, textSources);
}

async function act(app: TestApp, what: string, body: object): Promise<Decision> {
  const reply = await app.post(`/api/review/${what}`, body);
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<Decision>();
}

function queue(app: TestApp, query = ''): Promise<ReviewQueue> {
  return app.get<ReviewQueue>(`/api/review/queue?size=200&${query}`);
}

async function forms(app: TestApp, framework: string, status: string) {
  const page = await app.get<LexiconPage>(
    `/api/frameworks/${framework}/lexicon?source=review&status=${status}`,
  );
  return page.items;
}

async function links({ platform }: TestApp, normalised: string, competencyId: number) {
  const rows = await platform.db
    .selectFrom('advertisement_link')
    .where('normalised', '=', normalised)
    .where('competency_id', '=', competencyId)
    .select(['method', 'verdict', 'counts'])
    .orderBy('advertisement_id')
    .orderBy('span_start')
    .execute();
  return rows.map(({ method, verdict, counts }) => [method, verdict, counts]);
}

async function idOf({ platform }: TestApp, code: string): Promise<number> {
  const { id } = await platform.db
    .selectFrom('competency')
    .where('code', '=', code)
    .select('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function advertisement({ platform }: TestApp, at: number): Promise<number> {
  const { id } = await platform.db
    .selectFrom('advertisement')
    .where('title', '=', ADVERTISEMENTS[at]!.title)
    .select('id')
    .executeTakeFirstOrThrow();
  return id;
}
