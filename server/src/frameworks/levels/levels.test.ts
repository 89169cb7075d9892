import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { testApp } from '#src/testing/app.ts';
import { organisation } from '#src/testing/organisations.ts';
import { browserOf, memberOf, type Browser } from '#src/testing/people.ts';
import type { AtLevel, FrameworkLevels } from './contract.ts';

const LEVELS = '/api/frameworks/NHIP-DC/levels';
const DRAFT = '/api/frameworks/NHIP-DC/draft';

const scale = (code: string, levels: number, kind = 'proficiency') => ({
  ...{ code, kind, texts: [{ field: 'title', language: 'vi', value: `Thang ${code}` }] },
  levels: Array.from({ length: levels }, (_, place) => ({
    ...{ level: place + 1, code: null },
    texts: [{ field: 'label', language: 'vi', value: `Mức ${place + 1}` }],
  })),
});

/** The framework in use with an open draft, an editor of its owner, a visitor and a stranger. */
async function stage(t: TestContext) {
  const whole = await testApp(t);
  const editor = await memberOf(whole, { name: 'An', roles: ['framework-editor'] });
  const stranger = await memberOf(whole, {
    organisationId: await organisation(whole, 'Trường Khác'),
    roles: ['framework-editor'],
  });
  const begun = await editor.post(DRAFT, { version: 'thử' });
  assert.equal(begun.statusCode, 200, begun.body);
  const save = async (wanted: object) => {
    const reply = await editor.send('PUT', `${DRAFT}/scales`, wanted);
    assert.equal(reply.statusCode, 200, reply.body);
  };
  const equate = (wanted: object) =>
    editor.post('/api/frameworks/NHIP-DC/equatings', {
      ...{ relation: 'equated', method: 'hội đồng', confidence: 0.8, source: 'Biên bản 3' },
      ...{ validFrom: '2026-02-01', ...wanted },
    });
  return { ...whole, editor, stranger, visitor: browserOf(whole.app), save, equate };
}

/** Some competency of the draft says what somebody at level 3 of T-5 can do. */
async function describeAt(editor: Browser): Promise<{ id: number; code: string }> {
  const { entries } = await editor.get<{ entries: { id: number; kind: string; code: string }[] }>(
    `${DRAFT}/items`,
  );
  const item = entries.find(({ kind }) => kind !== 'area')!;
  const { seen } = await editor.get<{ seen: number }>(`${DRAFT}/items/${item.id}`);
  const changed = await editor.send('PUT', `${DRAFT}/items/${item.id}`, {
    seen,
    change: { 'level T-5 3': true, 'descriptor T-5 3 vi': 'Tự làm được' },
  });
  assert.equal(changed.statusCode, 200, changed.body);
  return item;
}

const codes = ({ scales }: FrameworkLevels) => scales.map(({ code }) => code);

test('A scale that only a draft has is seen by its editors and by nobody else', async (t) => {
  const { editor, stranger, visitor, save } = await stage(t);
  await save(scale('T-5', 5));
  const draft = await editor.get<FrameworkLevels>(`${LEVELS}?of=draft`);
  assert.ok(codes(draft).includes('T-5'));
  assert.deepEqual(draft.may, { equate: true, editScales: true });
  const published = await visitor.get<FrameworkLevels>(LEVELS);
  assert.ok(!codes(published).includes('T-5'));
  assert.deepEqual(published.has, { published: true, draft: false });
  assert.deepEqual(published.may, { equate: false, editScales: false });
  for (const other of [stranger, visitor]) {
    assert.equal((await other.inject(`${LEVELS}?of=draft`)).statusCode, 404);
  }
});

test('What competencies say at a level is counted, and the count opens', async (t) => {
  const { editor, save } = await stage(t);
  await save(scale('T-5', 5));
  const item = await describeAt(editor);
  const { scales } = await editor.get<FrameworkLevels>(`${LEVELS}?of=draft`);
  const ladder = scales.find(({ code }) => code === 'T-5')!;
  assert.deepEqual(
    ladder.levels.map(({ described }) => described),
    [0, 0, 1, 0, 0],
  );
  const opened = await editor.get<AtLevel>(`${LEVELS}/T-5/3?of=draft`);
  assert.equal(opened.total, 1);
  assert.deepEqual(opened.items[0]!.says, { vi: 'Tự làm được' });
  assert.equal(opened.items[0]!.code, item.code);
  assert.equal((await editor.get<AtLevel>(`${LEVELS}/T-5/4?of=draft`)).total, 0);
});

test('An equating is read by everybody, with its author’s name for colleagues alone; an ended one stays as history', async (t) => {
  const { editor, visitor, save, equate } = await stage(t);
  await save(scale('T-5', 5));
  await save(scale('Q-3', 3, 'qualification'));
  const between = {
    from: { scale: 'T-5', lowest: 2, highest: 3 },
    to: { scale: 'Q-3', lowest: 1, highest: 1 },
  };
  const never = await equate(between);
  assert.equal(never.json<{ code: string }>().code, 'equating-invalid');
  assert.equal((await equate({ ...between, relation: 'typical' })).statusCode, 200);
  const before = await visitor.get<FrameworkLevels>(LEVELS);
  const [row] = before.equatings;
  assert.deepEqual(
    [row!.from.lowest, row!.from.highest, row!.to.scale, row!.relation, row!.by.name],
    [2, 3, 'Q-3', 'typical', null],
  );
  assert.deepEqual(
    codes(before).filter((code) => ['T-5', 'Q-3'].includes(code)),
    ['Q-3', 'T-5'],
  );
  const ended = await editor.post(`/api/frameworks/NHIP-DC/equatings/${row!.id}/end`, {
    validTo: '2026-06-30',
  });
  assert.equal(ended.statusCode, 200, ended.body);
  const after = await editor.get<FrameworkLevels>(LEVELS);
  assert.deepEqual(
    after.equatings.map(({ validFrom, validTo, by }) => [validFrom, validTo, by.name]),
    [['2026-02-01', '2026-06-30', 'An']],
  );
});

test('Words that an equating has seen stay: the next ones are a new edition, and the row says which it meant', async (t) => {
  const { editor, save, equate } = await stage(t);
  await save(scale('T-5', 5));
  await save(scale('T-3', 3));
  const made = await equate({
    from: { scale: 'T-5', lowest: 5, highest: 5 },
    to: { scale: 'T-3', lowest: 3, highest: 3 },
  });
  assert.equal(made.statusCode, 200, made.body);
  await describeAt(editor);
  const before = await editor.get<FrameworkLevels>(`${LEVELS}?of=draft`);
  assert.equal(before.scales.find(({ code }) => code === 'T-5')!.kept, true);
  await save(scale('T-5', 6));
  const after = await editor.get<FrameworkLevels>(`${LEVELS}?of=draft`);
  const ladder = after.scales.find(({ code }) => code === 'T-5')!;
  assert.deepEqual([ladder.edition, ladder.levels.length], [2, 6]);
  assert.equal(ladder.levels[2]!.described, 1);
  assert.equal(after.equatings[0]!.from.edition, 1);
});
