import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { organisation } from '#src/testing/organisations.ts';
import { memberOf } from '#src/testing/people.ts';
import { testApp } from '#src/testing/app.ts';
import { contentHash } from '../importing/framework-row.ts';
import { readItems } from '../read-version.ts';
import type { FrameworkLevels } from '../levels/contract.ts';
import type { Conflict, Draft, DraftPart, DraftTree, Edit, LintReport } from './contract.ts';

const BASE = '/api/frameworks/cau/draft';

/** A ministry with two editors, at work on a framework of bridges. */
async function ministry(t: TestContext) {
  const whole = await testApp(t);
  const organisationId = await organisation(whole, 'Bộ Cầu Đường');
  const editor = await memberOf(whole, { name: 'An', organisationId, roles: ['framework-editor'] });
  const second = await memberOf(whole, {
    name: 'Bình',
    organisationId,
    roles: ['framework-editor'],
  });
  const made = await editor.post('/api/frameworks', {
    code: 'cau',
    title: { vi: 'Khung dựng cầu', en: 'Bridge building' },
  });
  assert.equal(made.statusCode, 200, made.body);
  const add = async (code: string, over: object = {}) => {
    const reply = await editor.post(`${BASE}/items`, {
      ...{ code, kind: 'skill', parentId: null, beforeId: null },
      ...{ fields: { 'label vi': `Kỹ năng ${code}` } },
      ...over,
    });
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json<{ revision: number; part: DraftPart }>().part;
  };
  const item = (id: number) => editor.get<DraftPart>(`${BASE}/items/${id}`);
  const tree = async () =>
    (await editor.get<DraftTree>(`${BASE}/items`)).entries.map(({ code, parentId }) => [
      code,
      parentId,
    ]);
  return { ...whole, organisationId, editor, second, add, item, tree };
}

test('A framework is created with a draft that its organisation, and nobody else, sees', async (t) => {
  const whole = await ministry(t);
  const { editor } = whole;
  const draft = await editor.get<Draft>(BASE);
  assert.equal(draft.status, 'draft');
  assert.equal(draft.inUse, false);
  assert.equal(draft.may.edit, true);
  const taken = await editor.post('/api/frameworks', { code: 'cau', title: { vi: 'x', en: 'y' } });
  assert.equal(taken.json<{ code: string }>().code, 'framework-code-taken');
  const stranger = await memberOf(whole, {
    organisationId: await organisation(whole, 'Trường Khác'),
    roles: ['framework-editor'],
  });
  assert.equal((await stranger.inject(BASE)).statusCode, 404);
  assert.equal((await stranger.inject('/api/frameworks/cau/versions')).statusCode, 404);
  const secretariat = await memberOf(whole, { roles: ['secretariat'] });
  const seen = await secretariat.get<Draft>(BASE);
  assert.equal(seen.may.edit, false);
  const refused = await secretariat.send('DELETE', BASE);
  assert.equal(refused.statusCode, 403);
});

test('Edits of different fields of one item merge by themselves', async (t) => {
  const { editor, second, add, item } = await ministry(t);
  const { id, seen } = await add('A');
  const first = await editor.send('PUT', `${BASE}/items/${id}`, {
    seen,
    change: { 'label vi': 'Hàn dầm' },
  });
  assert.equal(first.statusCode, 200, first.body);
  const other = await second.send('PUT', `${BASE}/items/${id}`, {
    seen,
    change: { 'label en': 'Weld girders' },
  });
  assert.equal(other.statusCode, 200, other.body);
  const { fields } = await item(id);
  assert.equal(fields['label vi'], 'Hàn dầm');
  assert.equal(fields['label en'], 'Weld girders');
});

test('Two people who change the same text: the second is shown both wordings and who wrote the other; nothing is lost', async (t) => {
  const { editor, second, add, item } = await ministry(t);
  const { id, seen } = await add('A');
  const url = `${BASE}/items/${id}`;
  await editor.send('PUT', url, { seen, change: { 'label vi': 'Hàn dầm thép' } });
  const refused = await second.send('PUT', url, { seen, change: { 'label vi': 'Hàn dầm cầu' } });
  assert.equal(refused.statusCode, 409);
  const body = refused.json<{ code: string; conflicts: Conflict[]; revision: number }>();
  assert.equal(body.code, 'draft-edit-conflict');
  const [conflict] = body.conflicts;
  assert.equal(conflict!.field, 'label vi');
  assert.equal(conflict!.base, 'Kỹ năng A');
  assert.equal(conflict!.theirs, 'Hàn dầm thép');
  assert.equal(conflict!.yours, 'Hàn dầm cầu');
  assert.equal(conflict!.by.name, 'An');
  assert.equal((await item(id)).fields['label vi'], 'Hàn dầm thép');
  const decided = await second.send('PUT', url, {
    ...{ seen: body.revision, change: { 'label vi': 'Hàn dầm cầu thép' } },
  });
  assert.equal(decided.statusCode, 200);
  assert.equal((await item(id)).fields['label vi'], 'Hàn dầm cầu thép');
});

test('Two people who write at the same moment come one after the other', async (t) => {
  const { editor, second, add, item } = await ministry(t);
  const { id, seen } = await add('A');
  const put = (who: typeof editor, change: object) =>
    who.send('PUT', `${BASE}/items/${id}`, { seen, change });
  const replies = await Promise.all([
    put(editor, { 'definition vi': 'Một' }),
    put(second, { 'definition vi': 'Hai' }),
    put(editor, { 'label en': 'One' }),
    put(second, { 'note vi': 'Ghi chú' }),
  ]);
  const statuses = replies.map(({ statusCode }) => statusCode).sort();
  assert.deepEqual(statuses, [200, 200, 200, 409]);
  const { fields } = await item(id);
  assert.equal(fields['label en'], 'One');
  assert.equal(fields['note vi'], 'Ghi chú');
});

test('Every edit has its line in the history, with what was and what is; the hash of an item is the one that an import would have', async (t) => {
  const { platform, editor, add } = await ministry(t);
  const { id, seen } = await add('A');
  await editor.send('PUT', `${BASE}/items/${id}`, { seen, change: { 'label vi': 'Hàn' } });
  const history = await editor.get<Edit[]>(`${BASE}/items/${id}/history`);
  assert.deepEqual(
    history.map(({ action, before, after }) => [action, before?.['label vi'], after?.['label vi']]),
    [
      ['changed', 'Kỹ năng A', 'Hàn'],
      ['created', undefined, 'Kỹ năng A'],
    ],
  );
  assert.equal(history[0]!.by.name, 'An');
  const version = await platform.db
    .selectFrom('framework_version')
    .where('status', '=', 'draft')
    .select('id')
    .executeTakeFirstOrThrow();
  const [row] = await readItems(platform.db, version.id, { ids: [id] });
  const { id: _, contentSha256, revision: __, ...said } = row!;
  assert.equal(contentSha256, contentHash(said));
});

test('Items move under other parents and among their siblings; the numbers of siblings stay dense', async (t) => {
  const { platform, editor, add, tree } = await ministry(t);
  const area = await add('A', { kind: 'area' });
  const one = await add('A1', { parentId: area.id });
  const two = await add('A2', { parentId: area.id });
  const three = await add('A3', { parentId: area.id, beforeId: two.id });
  assert.deepEqual(await tree(), [
    ['A', null],
    ['A1', area.id],
    ['A3', area.id],
    ['A2', area.id],
  ]);
  const place = (id: number, body: object) =>
    editor.post(`${BASE}/items/${id}/place`, { seen: three.seen, ...body });
  assert.equal((await place(two.id, { parentId: area.id, beforeId: one.id })).statusCode, 200);
  assert.equal((await place(one.id, { parentId: three.id, beforeId: null })).statusCode, 200);
  assert.deepEqual(await tree(), [
    ['A', null],
    ['A1', three.id],
    ['A2', area.id],
    ['A3', area.id],
  ]);
  const under = await place(area.id, { parentId: one.id, beforeId: null });
  assert.equal(under.json<{ code: string }>().code, 'draft-place-invalid');
  const numbers = await platform.db
    .selectFrom('competency_version')
    .where('parent_competency_id', '=', area.id)
    .select('sequence')
    .orderBy('sequence')
    .execute();
  assert.deepEqual(
    numbers.map(({ sequence }) => sequence),
    [1, 2],
  );
});

test('Removing takes what stands below and what points there; one undo brings all of it back, another takes it away again', async (t) => {
  const { editor, add, item, tree } = await ministry(t);
  const area = await add('A', { kind: 'area' });
  const child = await add('A1', { parentId: area.id });
  const other = await add('B', { fields: { 'label vi': 'B', 'relation part-of A1': {} } });
  const before = await tree();
  const gone = await editor.post(`${BASE}/items/${area.id}/remove`, { seen: other.seen });
  assert.equal(gone.statusCode, 200, gone.body);
  const { revision } = gone.json<{ revision: number }>();
  assert.deepEqual(await tree(), [['B', null]]);
  assert.equal((await item(other.id)).fields['relation part-of A1'], undefined);
  const edit = await editor.send('PUT', `${BASE}/items/${child.id}`, {
    seen: revision,
    change: { 'label vi': 'x' },
  });
  assert.equal(edit.json<{ code: string }>().code, 'draft-part-removed');
  const undone = await editor.post(`${BASE}/undo`, { revision });
  assert.equal(undone.statusCode, 200, undone.body);
  assert.deepEqual(await tree(), before);
  assert.deepEqual((await item(other.id)).fields['relation part-of A1'], {});
  assert.equal((await item(child.id)).fields['label vi'], 'Kỹ năng A1');
  const redone = await editor.post(`${BASE}/undo`, {
    revision: undone.json<{ revision: number }>().revision,
  });
  assert.equal(redone.statusCode, 200, redone.body);
  assert.deepEqual(await tree(), [['B', null]]);
});

test('What was changed again afterwards is not undone over the heads of others', async (t) => {
  const { editor, second, add, item } = await ministry(t);
  const { id, seen } = await add('A');
  const put = async (who: typeof editor, value: string, from: number) =>
    (
      await who.send('PUT', `${BASE}/items/${id}`, { seen: from, change: { 'label vi': value } })
    ).json<{ revision: number }>().revision;
  const first = await put(editor, 'Một', seen);
  const later = await put(second, 'Hai', first);
  const refused = await editor.post(`${BASE}/undo`, { revision: first });
  assert.equal(refused.json<{ code: string }>().code, 'draft-undo-overtaken');
  assert.equal((await second.post(`${BASE}/undo`, { revision: later })).statusCode, 200);
  assert.equal((await item(id)).fields['label vi'], 'Một');
});

test('Levels, descriptors, roles and requirements are kept field by field, and a level in use is not lost', async (t) => {
  const { editor, add, item } = await ministry(t);
  const scale = (levels: number[]) => ({
    ...{ code: 'cau-muc', kind: 'proficiency' },
    texts: [{ field: 'title', language: 'vi', value: 'Mức dựng cầu' }],
    levels: levels.map((level) => ({
      ...{ level, code: null },
      texts: [{ field: 'label', language: 'vi', value: `Mức ${level}` }],
    })),
  });
  assert.equal((await editor.send('PUT', `${BASE}/scales`, scale([1, 2, 3]))).statusCode, 200);
  const { id, seen } = await add('A');
  const put = await editor.send('PUT', `${BASE}/items/${id}`, {
    ...{ seen, change: { 'descriptor cau-muc 2 vi': 'Tự làm được.' } },
  });
  assert.equal(put.statusCode, 200, put.body);
  assert.equal((await item(id)).fields['level cau-muc 2'], true);
  const lost = await editor.send('PUT', `${BASE}/scales`, scale([1, 3]));
  assert.equal(lost.json<{ code: string }>().code, 'level-in-use');
  const role = await editor.post(`${BASE}/roles`, {
    ...{ code: 'R1', kind: 'work-role', parentId: null, beforeId: null },
    fields: {
      'label vi': 'Thợ hàn',
      'title en Welder': true,
      'requirement A': {
        necessity: 'essential',
        level: { scale: 'cau-muc', level: 2 },
        weight: 0.5,
      },
    },
  });
  assert.equal(role.statusCode, 200, role.body);
  const { part } = role.json<{ part: DraftPart }>();
  assert.deepEqual(part.fields['requirement A'], {
    necessity: 'essential',
    level: { scale: 'cau-muc', level: 2 },
    weight: 0.5,
  });
  const unknown = await editor.send('PUT', `${BASE}/roles/${part.id}`, {
    ...{ seen: part.seen, change: { 'requirement ZZ': { necessity: 'essential' } } },
  });
  assert.equal(unknown.json<{ code: string }>().code, 'draft-field-invalid');
  const gone = await editor.send('PUT', `${BASE}/items/${id}`, {
    ...{ seen: part.seen, change: { 'level cau-muc 2': null } },
  });
  assert.equal(gone.statusCode, 200);
  assert.equal((await item(id)).fields['descriptor cau-muc 2 vi'], undefined);
});

test('A text that a machine drafted is an error of the draft until a person has reviewed it', async (t) => {
  const { platform, editor, add } = await ministry(t);
  const { id, seen } = await add('A', {
    fields: { 'label vi': 'Hàn', 'label en': 'Weld', 'origin label en': 'machine-draft' },
  });
  const lint = () => editor.get<LintReport>(`${BASE}/lint`);
  assert.deepEqual(
    (await lint()).findings.map(({ code, partLabel, column }) => [code, partLabel, column]),
    [['framework-machine-draft', 'A', 'label en']],
  );
  await editor.send('PUT', `${BASE}/items/${id}`, {
    seen,
    change: { 'origin label en': 'person' },
  });
  assert.equal((await lint()).errors, 0);
  const text = await platform.db
    .selectFrom('competency_text')
    .where('competency_id', '=', id)
    .where('language', '=', 'en')
    .select(['origin', 'reviewer_actor_id as reviewer'])
    .executeTakeFirstOrThrow();
  assert.deepEqual(text, { origin: 'person', reviewer: editor.actor.id });
  const { seen: later } = await editor.get<DraftPart>(`${BASE}/items/${id}`);
  await editor.send('PUT', `${BASE}/items/${id}`, { seen: later, change: { 'note vi': 'x' } });
  const kept = await platform.db
    .selectFrom('competency_text')
    .where('competency_id', '=', id)
    .where('language', '=', 'en')
    .select('reviewer_actor_id as reviewer')
    .executeTakeFirstOrThrow();
  assert.equal(kept.reviewer, editor.actor.id);
});

test('A proposed form is in force once an editor approves it, and out of it once it is ended', async (t) => {
  const whole = await ministry(t);
  const { platform, editor, add } = whole;
  const { id } = await add('A');
  const forms = '/api/frameworks/cau/lexicon';
  const inForce = async () =>
    (
      await platform.db
        .selectFrom('lexicon_entry')
        .where('competency_id', '=', id)
        .where('status', '=', 'approved')
        .where('removed_in_revision_id', 'is', null)
        .select('form')
        .execute()
    ).map(({ form }) => form);
  const proposed = await editor.post(forms, {
    competencyId: id,
    form: 'hàn hồ quang',
    language: 'vi',
  });
  assert.equal(proposed.statusCode, 200, proposed.body);
  const again = await editor.post(forms, {
    competencyId: id,
    form: 'hàn hồ quang',
    language: 'vi',
  });
  assert.equal(again.json<{ code: string }>().code, 'form-in-force');
  assert.deepEqual(await inForce(), []);
  const decide = (decision: string) =>
    editor.post(`${forms}/decisions`, { ids: [proposed.json<{ id: number }>().id], decision });
  assert.equal((await decide('approve')).statusCode, 200);
  assert.deepEqual(await inForce(), ['hàn hồ quang']);
  assert.equal((await decide('reject')).json<{ code: string }>().code, 'form-decided');
  assert.equal((await decide('end')).statusCode, 200);
  assert.deepEqual(await inForce(), []);
  const stranger = await memberOf(whole, {
    organisationId: await organisation(whole, 'Trường Khác'),
    roles: ['framework-editor'],
  });
  const hidden = await stranger.post(forms, { competencyId: id, form: 'x', language: 'vi' });
  assert.equal(hidden.statusCode, 404);
});

test('A proficiency scale is typical of a qualification scale and never equated with it; an equating ends and is not rewritten', async (t) => {
  const { editor } = await ministry(t);
  for (const [code, kind] of [
    ['cau-muc', 'proficiency'],
    ['cau-bac', 'qualification'],
  ]) {
    const made = await editor.send('PUT', `${BASE}/scales`, {
      ...{ code, kind, texts: [] },
      levels: [1, 2, 3].map((level) => ({ level, code: null, texts: [] })),
    });
    assert.equal(made.statusCode, 200, made.body);
  }
  const equatings = '/api/frameworks/cau/equatings';
  const wanted = {
    from: { scale: 'cau-bac', lowest: 2, highest: 2 },
    to: { scale: 'cau-muc', lowest: 1, highest: 2 },
    ...{
      method: 'Hội thảo chuyên gia',
      confidence: 0.6,
      source: 'Biên bản 12',
      validFrom: '2026-01-01',
    },
  };
  const equated = await editor.post(equatings, { ...wanted, relation: 'equated' });
  assert.equal(equated.json<{ code: string }>().code, 'equating-invalid');
  assert.equal((await editor.post(equatings, { ...wanted, relation: 'typical' })).statusCode, 200);
  const read = async () =>
    (await editor.get<FrameworkLevels>('/api/frameworks/cau/levels?of=draft')).equatings[0]!;
  const standing = await read();
  assert.deepEqual(
    [standing.from, standing.relation, standing.by.name],
    [{ ...wanted.from, edition: 1 }, 'typical', 'An'],
  );
  const end = (validTo: string) => editor.post(`${equatings}/${standing.id}/end`, { validTo });
  assert.equal((await end('2025-01-01')).json<{ code: string }>().code, 'equating-ended');
  assert.equal((await end('2026-06-30')).statusCode, 200);
  assert.equal((await end('2026-07-30')).json<{ code: string }>().code, 'equating-ended');
  assert.equal((await read()).validTo, '2026-06-30');
});

test('A discarded draft leaves nothing behind, and its code is free again', async (t) => {
  const { platform, editor, add } = await ministry(t);
  await add('A');
  assert.equal((await editor.send('DELETE', BASE)).statusCode, 200);
  const left = await platform.db
    .selectFrom('competency')
    .where('source_id', '=', 'A')
    .selectAll()
    .execute();
  assert.deepEqual(left, []);
  const again = await editor.post('/api/frameworks', {
    code: 'cau',
    title: { vi: 'Lại', en: 'Again' },
  });
  assert.equal(again.statusCode, 200, again.body);
});
