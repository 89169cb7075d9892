import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { officialJudge } from '#src/testing/case-schemas.ts';
import { forge, guild, idsOf, publishRows } from '#src/testing/crosswalk-frameworks.ts';
import { runImportOf } from '#src/testing/import-rows.ts';
import { memberOf } from '#src/testing/people.ts';
import { caseOf } from '#src/testing/served-case.ts';
import type { CrosswalkDecided, NewCrosswalkDecision } from '#src/crosswalks/contract.ts';
import type { AnyRow } from '#src/frameworks/importing/framework-row.ts';
import { casePackageImporter } from '../importer.ts';
import type { CaseVersion, CFAssociation, CFItem, CFPackage } from '../wire.ts';

const judge = officialJudge();

const uuidOf = (rows: readonly AnyRow[], sourceId?: string): string =>
  rows.flatMap((row) => {
    if (sourceId === undefined) return row.type === 'framework' ? [row.uuid] : [];
    return 'sourceId' in row && row.sourceId === sourceId ? [row.uuid] : [];
  })[0]!;

async function stage(t: TestContext) {
  const app = await testApp(t);
  await publishRows(app.platform, app.administrator, forge(), guild());
  const editor = await memberOf(app, { name: 'An', roles: ['framework-editor'] });
  const [own, other] = [await idsOf(app.platform, 'forge'), await idsOf(app.platform, 'guild')];
  const decide = async (from: number, to: number, relation: NewCrosswalkDecision['relation']) => {
    const wanted = { kind: 'competency', from, to, relation, seen: 0, note: 'Hội đồng ngày 3/6' };
    const reply = await editor.post('/api/crosswalks/decisions', wanted);
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json<CrosswalkDecided>();
  };
  return { app, editor, own, other, decide };
}

async function packageOf(app: TestApp, rows: readonly AnyRow[], version: CaseVersion = '1.1') {
  const served = await caseOf(app, version)(`CFPackages/${uuidOf(rows)}`);
  assert.equal(served.statusCode, 200);
  if (judge) assert.deepEqual(judge(version, 'CFPackage', served.json()), []);
  return { whole: served.json<CFPackage>(), etag: served.headers.etag, text: served.body };
}

const OF_TREE = new Set(['isChildOf', 'isTranslationOf']);

const between = ({ CFAssociations }: CFPackage): CFAssociation[] =>
  CFAssociations!.filter(({ associationType }) => !OF_TREE.has(associationType));

const said = (associations: readonly CFAssociation[]) =>
  associations
    .map(({ originNodeURI, associationType, destinationNodeURI }) =>
      [originNodeURI.title, associationType, destinationNodeURI.title].join(' '),
    )
    .sort();

test('accepted crosswalks leave with both frameworks, read from the item with which each begins', async (t) => {
  const { app, own, other, decide } = await stage(t);
  await decide(own.A1!, other.M1!, 'exact');
  await decide(own.A2!, other.M2!, 'broader');
  await decide(other.M3!, own.A3!, 'narrower');
  await decide(own.B2!, other.S2!, 'related');
  await decide(own.B1!, other.S1!, null);
  const expected = [
    'Hàn exactMatchOf Kỹ thuật hàn',
    'Hàn hồ quang ext:isBroaderThan laser welding',
    'Kiểm thử phần mềm nhúng isRelatedTo testing of embedded software',
    'Milling ext:isNarrowerThan Tiện',
  ];
  const [of, from] = [await packageOf(app, forge()), await packageOf(app, guild())];
  assert.deepEqual(said(between(of.whole)), expected);
  const ordered = (list: CFAssociation[]) => list.map((one) => JSON.stringify(one)).sort();
  assert.deepEqual(ordered(between(from.whole)), ordered(between(of.whole)));
  const [first] = between(of.whole).filter((one) => one.associationType === 'exactMatchOf');
  assert.equal(first!.notes, 'Hội đồng ngày 3/6');
  assert.deepEqual(first!.extensions, {
    nhip: { crosswalk: { relation: 'exact', source: 'person', confidence: null } },
  });
  const older = await packageOf(app, forge(), '1.0');
  assert.deepEqual(
    said(between(older.whole)),
    expected.map((one) => one.replace(/ext:\S+/, 'isRelatedTo')).sort(),
  );
});

test('each is found under its identifier, and at both of its ends', async (t) => {
  const { app, own, other, decide } = await stage(t);
  await decide(other.M2!, own.A1!, 'broader');
  const [inPackage] = between((await packageOf(app, forge())).whole);
  for (const version of ['1.0', '1.1'] as const) {
    const get = caseOf(app, version);
    const served = await get(`CFAssociations/${inPackage!.identifier}`);
    assert.equal(served.statusCode, 200, served.body);
    if (judge) assert.deepEqual(judge(version, 'CFAssociation', served.json()), []);
    // it belongs to the document with whose item it begins
    const { CFDocumentURI, ...one } = served.json<CFAssociation & { CFDocumentURI: CFItem }>();
    assert.equal(CFDocumentURI.identifier, uuidOf(guild()));
    if (version === '1.1') assert.deepEqual(one, inPackage);
    for (const end of [uuidOf(forge(), 'A1'), uuidOf(guild(), 'M2')]) {
      const at = await get(`CFItemAssociations/${end}`);
      if (judge) assert.deepEqual(judge(version, 'CFItemAssociations', at.json()), []);
      const { CFAssociations } = at.json<CFPackage>();
      assert.ok(CFAssociations!.some(({ identifier }) => identifier === inPackage!.identifier));
    }
  }
});

test('a package is another one once something was decided, taken back, or published at the other end', async (t) => {
  const { app, editor, own, other, decide } = await stage(t);
  const states = [(await packageOf(app, forge())).etag];
  const { batch } = await decide(own.A1!, other.M1!, 'exact');
  states.push((await packageOf(app, forge())).etag);
  assert.equal((await editor.post(`/api/crosswalks/decisions/${batch}/undo`)).statusCode, 200);
  const back = await packageOf(app, forge());
  assert.deepEqual(between(back.whole), []);
  await decide(own.A1!, other.M1!, 'exact');
  states.push((await packageOf(app, forge())).etag);
  const without = guild({ version: '2' }).filter(
    (row) => !('sourceId' in row) || row.sourceId !== 'M1',
  );
  await publishRows(app.platform, app.administrator, without);
  const last = await packageOf(app, forge());
  assert.deepEqual(between(last.whole), [], 'its other end is gone');
  states.push(last.etag);
  assert.equal(new Set(states).size, states.length);
  const same = await packageOf(app, forge());
  assert.equal(same.etag, last.etag);
});

test('proposals are no associations, and a superseded version has none', async (t) => {
  const { app, editor, own, other, decide } = await stage(t);
  const body = { kind: 'competency', from: own.A3, to: other.M3, relation: 'related' };
  assert.equal((await editor.post('/api/crosswalks/proposals', body)).statusCode, 200);
  const { id } = await app.platform.db
    .selectFrom('crosswalk')
    .select('uuid as id')
    .executeTakeFirstOrThrow();
  const get = caseOf(app, '1.1');
  assert.equal((await get(`CFAssociations/${id}`)).statusCode, 404);
  assert.deepEqual(between((await packageOf(app, forge())).whole), []);
  await decide(own.A1!, other.M1!, 'exact');
  await publishRows(app.platform, app.administrator, [
    ...forge({ version: '2' }).filter((row) => !('sourceId' in row) || row.sourceId !== 'B3'),
  ]);
  const { CFDocuments } = (await get('CFDocuments')).json<{
    CFDocuments: { identifier: string; adoptionStatus: string }[];
  }>();
  const [older] = CFDocuments.filter(({ adoptionStatus }) => adoptionStatus === 'Deprecated');
  const superseded = (await get(`CFPackages/${older!.identifier}`)).json<CFPackage>();
  assert.deepEqual(between(superseded), []);
  assert.equal(between((await packageOf(app, forge())).whole).length, 1);
});

test('what leaves with crosswalks comes back as the framework that it was', async (t) => {
  const { app, own, other, decide } = await stage(t);
  await decide(own.A1!, other.M1!, 'exact');
  const { text } = await packageOf(app, forge());
  const { counts } = await runImportOf(
    app.platform,
    app.administrator,
    Buffer.from(text),
    'p.json',
    casePackageImporter,
  );
  assert.deepEqual([counts.new, counts.changed, counts.removed, counts.rejected], [0, 0, 0, 0]);
});
