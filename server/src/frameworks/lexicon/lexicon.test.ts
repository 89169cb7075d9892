import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { testApp } from '#src/testing/app.ts';
import { organisation } from '#src/testing/organisations.ts';
import { browserOf, memberOf } from '#src/testing/people.ts';
import type { FormsNow, LexiconCompetency, LexiconPage, LexiconSummary } from './contract.ts';

const LEXICON = '/api/frameworks/NHIP-DC/lexicon';

/** The framework in use, an editor of its owner, and a university's designer who meets new words. */
async function stage(t: TestContext) {
  const whole = await testApp(t);
  const editor = await memberOf(whole, { name: 'An', roles: ['framework-editor'] });
  const designer = await memberOf(whole, {
    ...{ name: 'Bình', roles: ['programme-designer'] },
    organisationId: await organisation(whole, 'Trường Đại học Cầu'),
  });
  const [java] = await editor.get<LexiconCompetency[]>(`${LEXICON}/competencies?q=pl.java`);
  const propose = async (form: string, competencyId = java!.id) => {
    const reply = await designer.post(LEXICON, {
      ...{ competencyId, form, language: 'vi' },
    });
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json<{ id: number }>().id;
  };
  const list = (query: string) => editor.get<LexiconPage>(`${LEXICON}?${query}`);
  const decide = (ids: number[], decision: string) =>
    editor.post(`${LEXICON}/decisions`, { ids, decision });
  return {
    ...whole,
    editor,
    designer,
    visitor: browserOf(whole.app),
    java: java!,
    propose,
    list,
    decide,
  };
}

test('Forms are found without accents, by their competency’s code, and page by page', async (t) => {
  const { list, propose } = await stage(t);
  await propose('Lập trình viên Gia-va');
  const found = await list('q=lap trinh vien gia-va');
  assert.deepEqual(
    found.items.map(({ form, status }) => [form, status]),
    [['Lập trình viên Gia-va', 'proposed']],
  );
  const all = await list('size=200');
  const first = await list('size=10&page=1');
  const second = await list('size=10&page=2');
  assert.equal(first.total, all.total);
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }) => id),
    all.items.slice(0, 20).map(({ id }) => id),
  );
  assert.ok(
    (await list('q=pl.java')).items.every(({ competency }) =>
      competency.code.startsWith('PL.JAVA'),
    ),
  );
  assert.equal((await list('q=100%25_')).total, 0);
});

test('Who proposed and who approved stands beside a form; other organisations are named without their people', async (t) => {
  const { list, propose, decide } = await stage(t);
  const id = await propose('Gia-va doanh nghiệp');
  const [before] = (await list('q=gia-va doanh')).items;
  assert.equal(before!.proposed!.by!.name, null);
  assert.equal(before!.proposed!.by!.organisation.vi, 'Trường Đại học Cầu');
  assert.equal(before!.approved, null);
  assert.equal((await decide([id], 'approve')).statusCode, 200);
  const [after] = (await list('q=gia-va doanh')).items;
  assert.equal(after!.status, 'approved');
  assert.equal(after!.approved!.by!.name, 'An');
  assert.ok(after!.approved!.at);
});

test('A visitor reads what is in force, and neither proposals nor names', async (t) => {
  const { visitor, designer, propose } = await stage(t);
  await propose('Gia-va');
  const seen = await visitor.get<LexiconPage>(`${LEXICON}?status=all&size=200`);
  assert.ok(seen.total > 0);
  assert.ok(seen.items.every(({ status }) => status === 'approved'));
  assert.ok(seen.items.every(({ approved }) => approved?.at && approved.by === null));
  const { may } = await visitor.get<LexiconSummary>(`${LEXICON}/summary`);
  assert.deepEqual(may, { propose: false, decide: false });
  const his = await designer.get<LexiconSummary>(`${LEXICON}/summary`);
  assert.deepEqual(his.may, { propose: true, decide: false });
  assert.equal(
    (await designer.post(`${LEXICON}/decisions`, { ids: [1], decision: 'end' })).statusCode,
    403,
  );
});

test('Several are decided at once: all of them or none', async (t) => {
  const { list, propose, decide } = await stage(t);
  const ids = [await propose('Một'), await propose('Hai')];
  const half = await decide([...ids, 2_000_000_000], 'approve');
  assert.equal(half.statusCode, 404);
  assert.equal((await list('status=proposed')).total, 2);
  assert.equal((await decide(ids, 'approve')).statusCode, 200);
  assert.equal((await list('status=proposed')).total, 0);
});

test('A decision is taken back; what was in force for a while keeps its row', async (t) => {
  const { editor, list, propose, decide } = await stage(t);
  const undo = async (ids: number[]) =>
    (await editor.post(`${LEXICON}/undo`, { ids })).json<FormsNow>().forms;
  const rejected = await propose('Bị từ chối');
  await decide([rejected], 'reject');
  assert.deepEqual(await undo([rejected]), [{ id: rejected, now: rejected, status: 'proposed' }]);
  const approved = await propose('Được duyệt');
  await decide([approved], 'approve');
  const [back] = await undo([approved]);
  assert.equal(back!.status, 'proposed');
  const rows = (await list('q=được duyệt&status=all')).items;
  assert.deepEqual(
    rows.map(({ id, status, proposed }) => [id, status, proposed!.by!.organisation.vi]),
    [
      [back!.now, 'proposed', 'Trường Đại học Cầu'],
      [approved, 'ended', 'Trường Đại học Cầu'],
    ],
  );
  const again = await editor.post(`${LEXICON}/undo`, { ids: [back!.now] });
  assert.equal(again.json<{ code: string }>().code, 'form-decided');
});

test('Who rejected a form, and when, stands beside it until the rejection is taken back', async (t) => {
  const { editor, designer, list, propose, decide } = await stage(t);
  const id = await propose('Bị từ chối');
  assert.equal((await decide([id], 'reject')).statusCode, 200);
  const read = async (browser = editor) =>
    (await browser.get<LexiconPage>(`${LEXICON}?q=bi tu choi&status=all`)).items[0]!;
  const { rejected, approved } = await read();
  assert.deepEqual([rejected!.by!.name, approved], ['An', null]);
  assert.ok(Date.now() - Date.parse(rejected!.at!) < 60_000);
  // to another organisation its people have no names
  const seen = (await read(designer)).rejected!.by!;
  assert.deepEqual([seen.name, seen.organisation.vi], [null, 'Đơn vị vận hành']);
  assert.equal((await editor.post(`${LEXICON}/undo`, { ids: [id] })).statusCode, 200);
  assert.equal((await list('q=bi tu choi')).items[0]!.rejected, null);
});

test('The forms of one competency are read by its id, also of one that stands in a draft alone', async (t) => {
  const { editor, designer, java, propose } = await stage(t);
  await propose('Gia-va');
  const own = await editor.get<LexiconPage>(`${LEXICON}?competencyId=${java.id}&size=200`);
  assert.ok(own.items.some(({ form }) => form === 'Gia-va'));
  assert.ok(own.items.every(({ competency }) => competency.id === java.id));
  const draft = '/api/frameworks/NHIP-DC/draft';
  assert.equal((await editor.post(draft, { version: '9' })).statusCode, 200);
  const added = await editor.post(`${draft}/items`, {
    ...{ code: 'MOI', kind: 'skill', parentId: null, beforeId: null },
    fields: { 'label vi': 'Mới' },
  });
  assert.equal(added.statusCode, 200, added.body);
  const { id } = added.json<{ part: { id: number } }>().part;
  const wanted = { competencyId: id, form: 'hoàn toàn mới', language: 'vi' };
  assert.equal((await designer.post(LEXICON, wanted)).statusCode, 404);
  assert.equal((await editor.post(LEXICON, wanted)).statusCode, 200);
  const page = await editor.get<LexiconPage>(`${LEXICON}?competencyId=${id}`);
  assert.deepEqual(
    page.items.map(({ form, competency }) => [form, competency.published]),
    [['hoàn toàn mới', false]],
  );
  assert.equal((await designer.get<LexiconPage>(`${LEXICON}?competencyId=${id}`)).total, 0);
});

test('Words that name two competencies are marked on both, and can be listed alone', async (t) => {
  const { editor, list, propose } = await stage(t);
  const [other] = await editor.get<LexiconCompetency[]>(`${LEXICON}/competencies?q=python`);
  await propose('Trùng Nhau');
  await propose('trùng nhau', other!.id);
  const { items } = await list('collisions=true&q=trùng nhau');
  assert.deepEqual(
    items
      .map(({ competency, collisions }) => [competency.code, collisions.map(({ code }) => code)])
      .sort(),
    [
      ['PL.JAVA', [other!.code]],
      [other!.code, ['PL.JAVA']],
    ].sort(),
  );
});

test('The list goes into a file with its names, accents and all', async (t) => {
  const { editor, propose, decide } = await stage(t);
  await propose('=Gia-va');
  await decide([await propose('Gờ-a-va')], 'reject');
  const rejected = await editor.inject(`${LEXICON}/export.csv?status=rejected&language=vi`);
  assert.match(rejected.body, /Người từ chối,Ngày từ chối/);
  assert.match(rejected.body, /Gờ-a-va,.*,An,\d{4}-\d\d-\d\d,/);
  const reply = await editor.inject(`${LEXICON}/export.csv?status=proposed&language=vi`);
  assert.match(reply.body, /Mã năng lực,Năng lực,Cách gọi/);
  assert.match(reply.body, /PL\.JAVA,Java,'=Gia-va,vi/);
  const book = await editor.inject(`${LEXICON}/export.xlsx?language=en`);
  assert.equal(book.rawPayload.subarray(0, 2).toString(), 'PK');
});

test('Thirty thousand forms are listed, searched and looked through for collisions', async (t) => {
  const { platform, list, java } = await stage(t);
  const before = (await list('size=1')).total;
  await sql`
    insert into lexicon_entry (competency_id, form, language, source, status, proposed_at)
    select ${java.id}, 'dạng ' || n, 'vi', 'thử', 'proposed', now() from generate_series(1, 30000) n`.execute(
    platform.db,
  );
  assert.equal((await list('size=1')).total, before + 30_000);
  const last = await list('source=thử&size=50&page=600');
  assert.equal(last.items.length, 50);
  assert.equal((await list('q=dang 29999')).total, 1);
  assert.equal((await list('collisions=true&source=thử')).total, 0);
});
