import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AdvertisementDetail, DemandTable } from '#src/demand/contract.ts';
import type { ProblemBody } from '#src/http/contract.ts';
import { relinkTexts } from '#src/linking/relinking/relink-texts.ts';
import { advertisementsFile, type TestAdvertisement } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { exampleDocument } from '#src/testing/example-programme.ts';
import { importFile } from '#src/testing/import-file.ts';
import { textSources } from '#src/text-sources.ts';
import type { Decision, ReviewItem, ReviewQueue } from './contract.ts';
import { uncertaintyOf } from './uncertainty.ts';

const ADVERTISEMENTS: TestAdvertisement[] = [
  {
    title: 'Kỹ sư dữ liệu',
    employer: 'Công ty Sao Mai Giả Tưởng',
    tags: ['SQL'],
    requirements:
      'Viết SQL thành thạo trên cơ sở dữ liệu lớn. Đọc hiểu SQL của người khác và sửa cho nhanh hơn; làm việc cùng nhóm phân tích trong nhiều năm.',
  },
  { title: 'Kỹ sư vận hành', employer: 'Công ty Bến Sông Hư Cấu', tags: ['K8s', 'SQL'] },
  { title: 'Chuyên viên hạ tầng', employer: 'Công ty Đồi Thông Hư Cấu', tags: ['Kubernetes'] },
  { title: 'Trưởng nhóm hạ tầng', employer: 'Công ty Đồi Thông Hư Cấu', tags: ['K8s'] },
];

test('a rejected link counts nowhere, and undoing the rejection brings it back', async (t) => {
  const app = await filledApp(t);
  const before = await share(app, 'IN.KUBERNETES');
  assert.equal(before, 3 / 4);

  const rejection = await decide(app, 'k8s', 'IN.KUBERNETES', 'reject');
  assert.equal(await share(app, 'IN.KUBERNETES'), 1 / 4);
  assert.deepEqual(await verdicts(app, 'k8s'), ['reject', 'reject']);
  const shown = await app.get<AdvertisementDetail>(`/api/advertisements/${await idOf(app, 1)}`);
  const link = shown.links.find(({ normalised }) => normalised === 'k8s');
  assert.deepEqual([link?.verdict, link?.surface], ['reject', 'K8s']);
  assert.equal(shown.competencies, 1);

  const undone = await undo(app, rejection.id);
  assert.equal(undone.statusCode, 200);
  assert.equal(undone.json<Decision>().undoesId, rejection.id);
  assert.equal(await share(app, 'IN.KUBERNETES'), before);
  assert.deepEqual(await verdicts(app, 'k8s'), [null, null]);
});

test('undoing a decision restores the one before it, and no decision can be undone twice', async (t) => {
  const app = await filledApp(t);
  const first = await decide(app, 'k8s', 'IN.KUBERNETES', 'accept');
  const second = await decide(app, 'k8s', 'IN.KUBERNETES', 'reject');
  assert.deepEqual(await verdicts(app, 'k8s'), ['reject', 'reject']);
  await undo(app, second.id);
  assert.deepEqual(await verdicts(app, 'k8s'), ['accept', 'accept']);

  const twice = await undo(app, second.id);
  assert.equal(twice.statusCode, 409);
  assert.equal(twice.json<ProblemBody>().code, 'decision-already-undone');
  await undo(app, first.id);
  assert.deepEqual(await verdicts(app, 'k8s'), [null, null]);
  const { rows } = await app.database.pool.query('select verdict from decision order by id');
  assert.deepEqual(
    rows.map(({ verdict }) => verdict),
    ['accept', 'reject', 'undo', 'undo'],
    'nothing that was decided is ever erased',
  );
});

test('an older decision taken back leaves the latest one standing', async (t) => {
  const app = await filledApp(t);
  const first = await decide(app, 'k8s', 'IN.KUBERNETES', 'accept');
  await decide(app, 'k8s', 'IN.KUBERNETES', 'reject');
  await undo(app, first.id);
  assert.deepEqual(await verdicts(app, 'k8s'), ['reject', 'reject']);
});

test('a decision concerns one competency and one surface, and no other', async (t) => {
  const app = await filledApp(t);
  await decide(app, 'k8s', 'IN.KUBERNETES', 'reject');
  assert.deepEqual(await verdicts(app, 'kubernetes'), [null]);
  assert.deepEqual(new Set(await verdicts(app, 'sql')), new Set([null]));
});

test('what nobody wrote, or nobody lists, cannot be decided, and there is no such decision to undo', async (t) => {
  const app = await filledApp(t);
  const competencyId = await competencyIdOf(app, 'IN.KUBERNETES');
  for (const wanted of [
    { normalised: 'written nowhere', competencyId },
    { normalised: 'k8s', competencyId: await competencyIdOf(app, 'DB.SQL') },
    { normalised: 'k8s', competencyId: 999_999 },
  ]) {
    const reply = await app.post('/api/review/decisions', { ...wanted, verdict: 'reject' });
    assert.equal(reply.statusCode, 404, reply.body);
  }
  assert.equal((await undo(app, 999_999)).statusCode, 404);
  const { rows } = await app.database.pool.query('select from decision');
  assert.equal(rows.length, 0);
});

test('an undo cannot itself be undone: one decides anew', async (t) => {
  const app = await filledApp(t);
  const decision = await decide(app, 'k8s', 'IN.KUBERNETES', 'reject');
  const undone = (await undo(app, decision.id)).json<Decision>();
  assert.equal((await undo(app, undone.id)).statusCode, 404);
});

test('every decision and every undo leaves a fact, and makes older figures stale', async (t) => {
  const app = await filledApp(t);
  const revision = await reviewRevision(app);
  const { id } = await decide(app, 'k8s', 'IN.KUBERNETES', 'reject');
  await undo(app, id);
  assert.equal(await reviewRevision(app), revision + 2);
  const { rows } = await app.database.pool.query(
    `select action, actor_id, detail ->> 'normalised' as normalised
       from audit_fact where subject_kind = 'decision' order by id`,
  );
  assert.deepEqual(
    rows,
    ['link-reject', 'link-undo'].map((action) => ({
      action,
      actor_id: app.administrator.id,
      normalised: 'k8s',
    })),
  );
});

test('texts that come after a rejection bear it too, and get their link back when it is undone', async (t) => {
  const app = await filledApp(t);
  const { id } = await decide(app, 'k8s', 'IN.KUBERNETES', 'reject');
  await importFile(app.platform, app.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile([
      { title: 'Kỹ sư nền tảng', employer: 'Công ty Gió Mới Hư Cấu', tags: ['K8s'] },
    ]),
  });
  assert.deepEqual(await verdicts(app, 'k8s'), ['reject', 'reject', 'reject']);
  assert.equal(await share(app, 'IN.KUBERNETES'), 1 / 5);
  await undo(app, id);
  assert.equal(await share(app, 'IN.KUBERNETES'), 4 / 5);
});

test('decisions are carried over when every text is linked again', async (t) => {
  const app = await filledApp(t);
  await importProgramme(app);
  const rejected = await decide(app, 'k8s', 'IN.KUBERNETES', 'reject');
  const databases = (await queue(app)).items.find(({ courses }) => courses > 0)!;
  await decide(app, databases.normalised, databases.competency.code, 'accept');
  const before = await linkState(app);

  assert.equal(await relinkTexts(app.platform, textSources), 'done');
  assert.deepEqual(await linkState(app), before);
  await undo(app, rejected.id);
  assert.equal(await share(app, 'IN.KUBERNETES'), 3 / 4);
});

test('people who decide the same pair at once are taken one after the other, and the last word stands', async (t) => {
  const app = await filledApp(t);
  const competencyId = await competencyIdOf(app, 'IN.KUBERNETES');
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      app.post('/api/review/decisions', {
        normalised: 'k8s',
        competencyId,
        verdict: index % 2 === 0 ? 'accept' : 'reject',
      }),
    ),
  );
  const decisions = replies.map((reply) => reply.json<Decision>());
  const last = decisions.reduce((a, b) => (a.id > b.id ? a : b));
  assert.deepEqual(await verdicts(app, 'k8s'), [last.verdict, last.verdict]);

  const undos = await Promise.all(Array.from({ length: 4 }, () => undo(app, last.id)));
  assert.deepEqual(undos.map(({ statusCode }) => statusCode).sort(), [200, 409, 409, 409]);
});

test('the queue begins where most errors are expected: texts touched, weighted by how unsure the linker is', async (t) => {
  const app = await filledApp(t);
  const { items, total, decided } = await queue(app);
  assert.deepEqual([total, decided], [items.length, 0]);
  const weights = items.map(
    (item) =>
      (item.advertisements + item.outcomes + item.courses) *
      uncertaintyOf(item.probability, item.method),
  );
  assert.deepEqual(
    weights,
    weights.toSorted((a, b) => b - a),
  );
  const kubernetes = items.filter(({ competency }) => competency.code === 'IN.KUBERNETES');
  assert.deepEqual(
    kubernetes.map(({ normalised, advertisements }) => [normalised, advertisements]),
    [
      ['k8s', 2],
      ['kubernetes', 1],
    ],
  );
});

test('an example shows the words around the surface, each text once and a text before a tag', async (t) => {
  const app = await filledApp(t);
  await importProgramme(app);
  const { items } = await queue(app);
  for (const { examples, normalised, advertisements, outcomes, courses } of items) {
    assert.equal(examples.length, Math.min(3, advertisements + outcomes + courses), normalised);
    const texts = examples.map(({ kind, id }) => `${kind} ${id}`);
    assert.equal(new Set(texts).size, texts.length);
  }
  const sql = items.find(({ normalised }) => normalised === 'sql')!;
  const [first] = sql.examples;
  assert.equal(first!.text.slice(first!.start, first!.end), 'SQL');
  assert.match(first!.text, /thành thạo/);
  assert.equal(first!.ownerId, first!.id);
  const course = items.flatMap(({ examples }) => examples).find(({ kind }) => kind === 'course')!;
  const { rows } = await app.database.pool.query('select id from programme');
  assert.equal(course.ownerId, rows[0].id);
});

test('the queue shows what is decided apart from what is not, and can be asked for one competency', async (t) => {
  const app = await filledApp(t);
  const { total } = await queue(app);
  const { id } = await decide(app, 'k8s', 'IN.KUBERNETES', 'accept');
  const undecided = await queue(app, 'undecided=true');
  assert.deepEqual(
    [undecided.total, undecided.decided, undecided.items.length],
    [total, 1, total - 1],
  );
  const done = await queue(app, 'undecided=false');
  assert.deepEqual(
    done.items.map(({ normalised, decision }) => [normalised, decision?.id, decision?.verdict]),
    [['k8s', id, 'accept']],
  );
  const own = await queue(app, 'competency=IN.KUBERNETES');
  assert.deepEqual([own.total, own.decided], [2, 1]);
  assert.equal((await queue(app, 'competency=NO-SUCH')).total, 0);
  const second = await queue(app, 'page=2&size=1');
  assert.equal(second.items.length, 1);
});

test('what only a held advertisement or a superseded programme says waits in no queue', async (t) => {
  const app = await filledApp(t);
  await importProgramme(app);
  const courses = (list: ReviewItem[]) => list.filter((item) => item.courses > 0).length;
  assert.ok(courses((await queue(app)).items) > 0);
  const renamed = exampleDocument();
  for (const course of renamed.programmes[0]!.courses)
    [course.vi, course.en] = ['Môn học', 'Course'];
  await importFile(app.platform, app.commandLine, {
    kind: 'programme',
    institution: 'Trường Đại học Thử Nghiệm',
    content: JSON.stringify(renamed),
  });
  assert.equal(courses((await queue(app)).items), 0);

  const hidden = await idOf(app, 2);
  await app.post('/api/advertisements/admissions', { advertisementIds: [hidden], status: 'held' });
  assert.ok(!(await queue(app)).items.some(({ normalised }) => normalised === 'kubernetes'));
});

async function filledApp(t: Parameters<typeof testApp>[0]): Promise<TestApp> {
  const app = await testApp(t);
  await importFile(app.platform, app.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile(ADVERTISEMENTS),
  });
  return app;
}

async function importProgramme(app: TestApp): Promise<void> {
  await importFile(app.platform, app.commandLine, {
    kind: 'programme',
    institution: 'Trường Đại học Thử Nghiệm',
    content: JSON.stringify(exampleDocument()),
  });
}

async function queue(app: TestApp, query = ''): Promise<ReviewQueue> {
  return app.get<ReviewQueue>(
    `/api/review/queue?size=200&${query}`.replace(/size=200&(.*size=)/, '$1'),
  );
}

async function decide(
  app: TestApp,
  normalised: string,
  code: string,
  verdict: 'accept' | 'reject',
): Promise<Decision> {
  const competencyId = await competencyIdOf(app, code);
  const reply = await app.post('/api/review/decisions', { normalised, competencyId, verdict });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<Decision>();
}

function undo(app: TestApp, id: number) {
  return app.post(`/api/review/decisions/${id}/undo`);
}

async function share(app: TestApp, code: string): Promise<number | undefined> {
  const { rows } = await app.get<DemandTable>('/api/demand');
  return rows.find(({ competency }) => competency.code === code)?.share.value;
}

async function competencyIdOf({ platform }: TestApp, code: string): Promise<number> {
  const row = await platform.db
    .selectFrom('competency')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function idOf({ platform }: TestApp, index: number): Promise<number> {
  const row = await platform.db
    .selectFrom('advertisement')
    .select('id')
    .where('title', '=', ADVERTISEMENTS[index]!.title)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function verdicts({ platform }: TestApp, normalised: string) {
  const rows = await platform.db
    .selectFrom('advertisement_link')
    .select('verdict')
    .where('normalised', '=', normalised)
    .orderBy('id')
    .execute();
  return rows.map(({ verdict }) => verdict);
}

async function reviewRevision({ platform }: TestApp): Promise<number> {
  const row = await platform.db
    .selectFrom('input_revision')
    .select('revision')
    .where('input', '=', 'review')
    .executeTakeFirstOrThrow();
  return row.revision;
}

/** Every link without its id. */
async function linkState({ database }: TestApp): Promise<unknown[]> {
  const { rows } = await database.pool.query(`
    select 'advertisement' as kind, advertisement_id as owner, field, ordinal, span_start, normalised,
           competency_id, method, verdict from advertisement_link
    union all
    select 'outcome', learning_outcome_id, field, ordinal, span_start, normalised, competency_id, method, verdict
      from learning_outcome_link
    union all
    select 'course', course_id, field, ordinal, span_start, normalised, competency_id, method, verdict
      from course_link
    order by 1, 2, 3, 4, 5, 6, 7`);
  return rows;
}
