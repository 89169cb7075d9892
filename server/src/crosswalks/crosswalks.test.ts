import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { organisation } from '#src/testing/organisations.ts';
import { memberOf, type Browser } from '#src/testing/people.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { forge, guild, idsOf, publishRows } from '#src/testing/crosswalk-frameworks.ts';
import type {
  BulkPreview,
  CrosswalkDecided,
  CrosswalkLink,
  CrosswalkOverview,
  CrosswalkPair,
  CrosswalkPairs,
  CrosswalkReport,
  CrosswalkUndone,
  NewCrosswalkDecision,
  SeekMethod,
} from './contract.ts';
import { seekCrosswalks } from './seek-crosswalks.ts';

const QUERY = 'from=forge&to=guild&kind=competency';

async function twoFrameworks(t: Parameters<typeof testApp>[0]) {
  const whole = await testApp(t);
  await publishRows(whole.platform, whole.administrator, forge(), guild());
  const editor = await memberOf(whole, { roles: ['framework-editor'] });
  const [own, other] = [await idsOf(whole.platform, 'forge'), await idsOf(whole.platform, 'guild')];
  return { whole, editor, own, other };
}

const decision = (
  from: number,
  to: number,
  relation: NewCrosswalkDecision['relation'],
  seen = 0,
): NewCrosswalkDecision => ({ kind: 'competency', from, to, relation, seen });

async function decide(browser: Browser, wanted: NewCrosswalkDecision): Promise<CrosswalkDecided> {
  const reply = await browser.post('/api/crosswalks/decisions', wanted);
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<CrosswalkDecided>();
}

async function pairs(browser: Browser): Promise<CrosswalkPair[]> {
  return (await browser.get<CrosswalkPairs>(`/api/crosswalks/pairs?${QUERY}`)).pairs;
}

async function seek(whole: TestApp, editor: Browser, method?: SeekMethod): Promise<void> {
  const reply = await editor.post('/api/crosswalks/runs', {
    ...{ from: 'forge', to: 'guild', kind: 'competency', method },
  });
  assert.equal(reply.statusCode, 200, reply.body);
  await seekCrosswalks(whole.platform, reply.json<{ id: number }>().id);
}

test('An accepted crosswalk is read as a sentence from either end, by anybody', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  await decide(editor, decision(own.A1!, other.M2!, 'broader'));
  const visitor = await whole.app.inject({ url: `/api/crosswalks?` });
  assert.equal(visitor.statusCode, 200);
  const uuids = await whole.platform.db.selectFrom('competency').select(['id', 'uuid']).execute();
  const of = async (id: number) => {
    const { uuid } = uuids.find((row) => row.id === id)!;
    const reply = await whole.app.inject({ url: `/api/crosswalks/of/${uuid}` });
    return reply.json<CrosswalkLink[]>();
  };
  const [fromForge] = await of(own.A1!);
  assert.equal(fromForge?.relation, 'broader');
  assert.equal(fromForge?.other.label.en, 'laser welding');
  const [fromGuild] = await of(other.M2!);
  assert.equal(fromGuild?.relation, 'narrower');
  assert.deepEqual(fromGuild?.other.label, { vi: 'Hàn', en: 'Welding' });
  assert.equal(fromGuild?.other.framework.code, 'forge');
});

test('What several sources say of the same two is one link; an end that left its framework says so', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  const { pair } = await decide(editor, decision(own.A1!, other.M2!, 'broader'));
  assert.equal(pair?.status, 'accepted');
  await sql`
    insert into crosswalk (from_competency_id, to_competency_id, relation, source, status,
                           owner_organisation_id, proposed_by_actor_id)
    select from_competency_id, to_competency_id, 'exact', 'a file', 'accepted',
           owner_organisation_id, proposed_by_actor_id from crosswalk`.execute(whole.platform.db);
  const { uuid } = await whole.platform.db
    .selectFrom('competency')
    .where('id', '=', own.A1!)
    .select('uuid')
    .executeTakeFirstOrThrow();
  const read = () => whole.get<CrosswalkLink[]>(`/api/crosswalks/of/${uuid}`);
  const [link, ...more] = await read();
  assert.deepEqual([link?.relation, link?.other.current, more.length], ['broader', true, 0]);
  assert.deepEqual([link?.other.framework.code, link?.other.framework.inUse], ['guild', false]);
  const without = guild({ version: '2' }).filter(
    (row) => !('sourceId' in row) || row.sourceId !== 'M2',
  );
  await publishRows(whole.platform, whole.administrator, without);
  const [gone] = await read();
  assert.equal(gone?.other.current, false);
});

test('Proposals are for those who decide; a viewer and a visitor see accepted crosswalks alone', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  const body = { kind: 'competency', from: own.A3, to: other.M3, relation: 'related' };
  assert.equal((await editor.post('/api/crosswalks/proposals', body)).statusCode, 200);
  const again = await editor.post('/api/crosswalks/proposals', body);
  assert.equal(again.json<{ code: string }>().code, 'crosswalk-known');
  const viewer = await memberOf(whole, { roles: ['viewer'] });
  const url = `/api/crosswalks/export.csv?${QUERY}`;
  assert.equal((await viewer.inject(`${url}&all=true`)).statusCode, 403);
  assert.doesNotMatch((await viewer.inject(url)).body, /Milling/);
  assert.match((await editor.inject(`${url}&all=true`)).body, /Milling/);
  const { pairs: seen } = await viewer.get<CrosswalkOverview>('/api/crosswalks');
  assert.deepEqual(seen, []);
  const { pairs: own_ } = await editor.get<CrosswalkOverview>('/api/crosswalks');
  assert.deepEqual(own_, [
    { from: 'forge', to: 'guild', kind: 'competency', accepted: 0, waiting: 1, rejected: 0 },
  ]);
  assert.equal((await viewer.inject(`/api/crosswalks/pairs?${QUERY}`)).statusCode, 403);
});

test('Of two reviewers at once the second is told, and what the first decided stands', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  await seek(whole, editor);
  const colleague = await memberOf(whole, { roles: ['framework-editor'] });
  const [seen] = (await pairs(editor)).filter(({ from }) => from === own.A1);
  const wanted = decision(seen!.from, seen!.to, 'exact', seen!.revision);
  const replies = await Promise.all([
    editor.post('/api/crosswalks/decisions', wanted),
    colleague.post('/api/crosswalks/decisions', { ...wanted, relation: null }),
  ]);
  assert.deepEqual(replies.map(({ statusCode }) => statusCode).sort(), [200, 409]);
  const refused = replies.find(({ statusCode }) => statusCode === 409)!;
  assert.equal(refused.json<{ code: string }>().code, 'crosswalk-decided-meanwhile');
  assert.equal(other.M1, seen!.to);
});

test('An undo brings back what stood; a pair that began with the decision is gone', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  await seek(whole, editor);
  const before = await pairs(editor);
  const [proposed] = before;
  const taken = await decide(
    editor,
    decision(proposed!.from, proposed!.to, 'related', proposed!.revision),
  );
  assert.equal(taken.pair?.status, 'accepted');
  const undo = (batch: string) => editor.post(`/api/crosswalks/decisions/${batch}/undo`);
  const undone = (await undo(taken.batch)).json<CrosswalkUndone>();
  assert.equal(undone.undone, 1);
  const plain = (list: CrosswalkPair[]) => list.map((pair) => ({ ...pair, revision: 0 }));
  assert.deepEqual(plain(await pairs(editor)), plain(before));
  const made = await decide(editor, decision(own.A3!, other.M3!, 'related'));
  assert.equal((await pairs(editor)).length, before.length + 1);
  const gone = (await undo(made.batch)).json<CrosswalkUndone>();
  assert.equal(gone.pairs[0]?.pair, null);
  assert.equal((await pairs(editor)).length, before.length);
  assert.equal((await undo(made.batch)).statusCode, 404);
});

test('A decision that somebody has taken again meanwhile cannot be taken back, nor that of another', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  const first = await decide(editor, decision(own.A1!, other.M1!, 'exact'));
  const colleague = await memberOf(whole, { roles: ['framework-editor'] });
  const foreign = await colleague.post(`/api/crosswalks/decisions/${first.batch}/undo`);
  assert.equal(foreign.statusCode, 403);
  await decide(colleague, decision(own.A1!, other.M1!, 'related', first.pair!.revision));
  const late = await editor.post(`/api/crosswalks/decisions/${first.batch}/undo`);
  assert.equal(late.json<{ code: string }>().code, 'crosswalk-decided-meanwhile');
});

test('The search by words proposes with its grounds, and never again what a person has decided', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  await seek(whole, editor);
  const found = await pairs(editor);
  const between = (from: number, to: number) =>
    found.find((pair) => pair.from === from && pair.to === to);
  const weld = between(own.A1!, other.M1!);
  assert.equal(weld?.relation, 'exact');
  assert.equal(weld?.confidence, 0.95);
  assert.deepEqual(weld?.grounds, {
    ...{
      code: 'alias-equals-label',
      form: 'weld joints',
      otherForm: 'weld joints',
      language: 'en',
    },
  });
  assert.equal(between(own.B1!, other.S1!)?.relation, 'broader', 'lập trình ⊃ lập trình Python');
  assert.equal(between(own.B3!, other.S3!)?.relation, 'exact', 'case aside');
  await decide(editor, decision(own.A1!, other.M1!, null, weld!.revision));
  await seek(whole, editor);
  const again = (await pairs(editor)).find((pair) => pair.to === other.M1);
  assert.equal(again?.status, 'rejected');
  assert.equal((await pairs(editor)).length, found.length);
});

test('Asked for from the other side the search finds the same pairs, the relations inverted', async (t) => {
  const { whole, editor } = await twoFrameworks(t);
  await seek(whole, editor);
  const seen = (list: CrosswalkPair[]) =>
    list.map(({ from, to, relation }) => `${from} ${to} ${relation}`).sort();
  const before = seen(await pairs(editor));
  const reply = await editor.post('/api/crosswalks/runs', {
    ...{ from: 'guild', to: 'forge', kind: 'competency' },
  });
  await seekCrosswalks(whole.platform, reply.json<{ id: number }>().id);
  assert.deepEqual(seen(await pairs(editor)), before);
});

test('The engine proposes beside the search by names, with its own reasons, and decisions stand', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  await decide(editor, decision(own.A1!, other.M2!, null));
  await seek(whole, editor, 'engine');
  const found = await pairs(editor);
  const proposed = found.filter(({ status }) => status === 'proposed');
  assert.ok(proposed.length > 0);
  assert.ok(proposed.every(({ source, grounds }) => source === 'engine-1' && grounds !== null));
  assert.ok(proposed.every(({ confidence }) => confidence! >= 0.2 && confidence! <= 1));
  assert.equal(
    found.find(({ from, to }) => from === own.A1 && to === other.M2)?.status,
    'rejected',
  );
  await seek(whole, editor);
  const both = await whole.platform.db
    .selectFrom('crosswalk')
    .select(['source', 'from_competency_id', 'to_competency_id'])
    .where('status', '=', 'proposed')
    .execute();
  assert.deepEqual([...new Set(both.map(({ source }) => source))].sort(), [
    'engine-1',
    'lexical-1',
  ]);
  await seek(whole, editor, 'engine');
  const again = (await pairs(editor)).filter(({ source }) => source === 'engine-1');
  assert.ok(again.length <= proposed.length);
});

test('A bulk takes what stands above a confidence as previewed, leaves conflicts to people, and is taken back whole', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  await seek(whole, editor);
  const before = await pairs(editor);
  const url = `/api/crosswalks/bulk?${QUERY}&above=0.9`;
  const preview = await editor.get<BulkPreview>(url);
  const sure = before.filter(({ confidence }) => (confidence ?? 0) >= 0.9).length;
  assert.ok(sure > 0);
  assert.equal(preview.pairs + preview.conflicting, sure);
  const body = { from: 'forge', to: 'guild', kind: 'competency', above: 0.9 };
  await decide(editor, decision(own.A1!, other.M3!, 'exact'));
  const late = await editor.post('/api/crosswalks/bulk', {
    ...body,
    fingerprint: preview.fingerprint,
  });
  assert.equal(late.json<{ code: string }>().code, 'crosswalk-preview-outdated');
  const fresh = await editor.get<BulkPreview>(url);
  assert.equal(fresh.conflicting, preview.conflicting + 1, 'A1 has an exact match already');
  const reply = await editor.post('/api/crosswalks/bulk', {
    ...body,
    fingerprint: fresh.fingerprint,
  });
  const { accepted, batch } = reply.json<{ accepted: number; batch: string }>();
  assert.equal(accepted, fresh.pairs);
  const undone = await editor.post(`/api/crosswalks/decisions/${batch}/undo`);
  assert.equal(undone.json<CrosswalkUndone>().undone, accepted);
  const waiting = (await pairs(editor)).filter(({ status }) => status === 'proposed');
  assert.equal(waiting.length, before.length);
});

test('The report counts what is reached by area, and each conflict names its items', async (t) => {
  const { whole, editor, own, other } = await twoFrameworks(t);
  await decide(editor, decision(own.A1!, other.M1!, 'exact'));
  await decide(editor, decision(own.A1!, other.M2!, 'exact'));
  await decide(editor, decision(own.A3!, other.M3!, 'related'));
  await decide(editor, decision(own.B1!, other.S1!, 'broader'));
  const report = await editor.get<CrosswalkReport>(`/api/crosswalks/report?${QUERY}`);
  assert.deepEqual(
    { items: report.from.items, reached: report.from.reached, only: report.from.relatedOnly },
    { items: 6, reached: 2, only: 1 },
  );
  const metal = report.from.areas.find(({ code }) => code === 'A');
  assert.deepEqual([metal?.items, metal?.reached, metal?.exact, metal?.relatedOnly], [3, 1, 1, 1]);
  assert.deepEqual(
    report.conflicts.map(({ code, items }) => [code, ...items.map((item) => item.code)]),
    [['two-exact', 'A1', 'M1', 'M2']],
  );
  // a later version without M1: the accepted crosswalk leads nowhere
  const later = guild({ version: '2' }).filter((row) => !('code' in row) || row.code !== 'M1');
  await publishRows(whole.platform, whole.administrator, later);
  const after = await editor.get<CrosswalkReport>(`/api/crosswalks/report?${QUERY}`);
  assert.deepEqual(
    after.conflicts.map(({ code, items }) => [code, ...items.map((item) => item.code)]),
    [['gone', 'A1', 'M1']],
  );
  const xlsx = await editor.inject(`/api/crosswalks/report.xlsx?${QUERY}&language=en`);
  assert.equal(xlsx.statusCode, 200);
  assert.match(
    (await editor.inject(`/api/crosswalks/report.csv?${QUERY}&language=en`)).body,
    /Metal work/,
  );
});

test('A framework that stands in a draft alone is no more there for others than one that is not', async (t) => {
  const { whole, editor, own } = await twoFrameworks(t);
  const { db } = whole.platform;
  await db
    .updateTable('framework_version')
    .set({ status: 'draft' })
    .where('framework_id', '=', (eb) =>
      eb.selectFrom('framework').select('id').where('code', '=', 'guild'),
    )
    .execute();
  const stranger = await memberOf(whole, {
    roles: ['framework-editor'],
    organisationId: await organisation(whole, 'Trường Thử'),
  });
  const url = `/api/crosswalks/pairs?${QUERY}`;
  assert.equal((await stranger.inject(url)).statusCode, 404);
  assert.equal((await editor.inject(url)).statusCode, 200, 'the owner compares its own draft');
  const { M1 } = await idsOf(whole.platform, 'guild');
  const refused = await stranger.post('/api/crosswalks/decisions', decision(own.A1!, M1!, 'exact'));
  assert.equal(refused.statusCode, 404);
});

test('Two items of one framework are not crosswalked', async (t) => {
  const { editor, own } = await twoFrameworks(t);
  const reply = await editor.post(
    '/api/crosswalks/decisions',
    decision(own.A1!, own.A2!, 'broader'),
  );
  assert.equal(reply.json<{ code: string }>().code, 'crosswalk-one-framework');
});
