import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CertificateDetail, CertificateEntry } from '#src/certificates/contract.ts';
import type { CrosswalkLink } from '#src/crosswalks/contract.ts';
import type { ItemDetail, RoleDetail, FrameworkDetail } from '#src/frameworks/reading/contract.ts';
import { relinkTexts } from '#src/linking/relinking/relink-texts.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { importFile } from '#src/testing/import-file.ts';
import { browserOf, signedIn } from '#src/testing/people.ts';
import { textSources } from '#src/text-sources.ts';
import type { ReferenceStanding } from './contract.ts';
import { crosswalkRows } from './crosswalk-rows.ts';
import { loadWhole, publishReference } from './publish-reference.ts';
import { readReference, toReference, type Reference } from './read-reference.ts';
import { readStanding } from './read-standing.ts';
import { filesWith } from './testing-files.ts';

const BRIDGES = 'competencies/bridges.yaml';
const small = toReference(filesWith());

async function load({ platform, system }: TestApp, reference: Reference): Promise<void> {
  await platform.db.transaction().execute((trx) => loadWhole(trx, system, reference));
}

async function publish({ platform, system }: TestApp, reference: Reference): Promise<void> {
  const { db } = platform;
  await db.transaction().execute((trx) => publishReference(trx, system, reference));
}

test('a competency is loaded with its parent, its levels on the national scale and its tools', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  const design = await whole.get<ItemDetail>('/api/frameworks/TEST/items/BR.DESIGN');
  assert.deepEqual(
    design.levels.filter(({ says }) => Object.keys(says).length > 0).map(({ level }) => level),
    [2, 4, 6],
  );
  assert.equal(design.levels[0]!.scale, 'NHIP-8');
  assert.deepEqual(
    design.relations.map(({ relation, direction, item }) => [relation, direction, item.code]),
    [['exemplar-of', 'to', 'BR.SPANCALC']],
  );
  assert.deepEqual(design.range, { scale: 'NHIP-8', lowest: 2, highest: 6 });
  assert.deepEqual(
    design.children.list.map(({ code }) => code),
    ['BR.SUSPENSION'],
  );
  const suspension = await whole.get<ItemDetail>('/api/frameworks/TEST/items/BR.SUSPENSION');
  assert.deepEqual(
    suspension.path.map(({ code }) => code),
    ['BR', 'BR.DESIGN'],
  );
  const { areaCode } = await whole.get<{ areaCode: string }>('/api/competencies/BR.SUSPENSION');
  assert.equal(areaCode, 'BR');
});

test('the national scale stands in both languages, with autonomy, complexity and responsibility', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  const { scales } = await whole.get<FrameworkDetail>('/api/frameworks/TEST');
  const scale = scales.find(({ code }) => code === 'NHIP-8')!;
  assert.equal(scale.levels.length, 8);
  const { complexity } = small.scale.levels[3]!;
  assert.ok(scale.levels[3]!.descriptor.vi!.includes(complexity.vi));
  assert.ok(scale.levels[3]!.descriptor.en!.includes(complexity.en));
});

test('a role is loaded with its titles, its codes and the sources of what it asks for', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  const role = await whole.get<RoleDetail>('/api/frameworks/TEST/roles/ROLE.BRIDGE-ENGINEER');
  assert.deepEqual(
    role.path.map(({ code, kind }) => [code, kind]),
    [['ROLES.WORKS', 'group']],
  );
  assert.equal(role.titles.length, 2);
  assert.deepEqual(role.codes, { isco: ['2142'], onet: [] });
  assert.deepEqual(role.qualification, { lowest: 6, highest: 7, note: {} });
  assert.deepEqual(
    role.requirements.map(({ item, necessity, level, weight }) => [
      ...[item.code, necessity, level?.level, weight],
    ]),
    [
      ['BR.DESIGN', 'essential', 4, 1],
      ['BR.SUSPENSION', 'desirable', 3, null],
    ],
  );
  assert.deepEqual(role.requirements[1]!.evidence, [
    { source: 'advertisements', from: 'fictional', share: 0.4, n: 10, asOf: '2026-10-31' },
    { source: 'onet', from: '17-2051.00', share: null, n: null, asOf: '2026-11-22' },
  ]);
});

test('a certificate says its level, validity, domains with weights and what its holder can do', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  const visitor = browserOf(whole.app, '');
  const [entry] = await visitor.get<CertificateEntry[]>('/api/certificates?competency=BR.DESIGN');
  assert.deepEqual(
    [entry!.issuer.code, entry!.code, entry!.level, entry!.validityMonths, entry!.asOf],
    ['BOARD', 'BB-1', 'associate', 36, '2026-11-22'],
  );
  assert.deepEqual([entry!.domains, entry!.competencies, entry!.proposed], [2, 1, 0]);
  const detail = await visitor.get<CertificateDetail>('/api/certificates/board/bb-1');
  assert.deepEqual(
    detail.domains.map(({ name, weight, competencies }) => [
      ...[name, weight?.lowest, competencies.map(({ code }) => code).join()],
    ]),
    [
      ['Loads', 60, 'BR.DESIGN'],
      ['Cables', 40, 'BR.SUSPENSION'],
    ],
  );
  assert.deepEqual(detail.competencies[0]!.level, { scale: 'NHIP-8', lowest: 3, highest: 4 });
  assert.equal((await visitor.inject('/api/certificates/BOARD/none')).statusCode, 404);
  assert.equal((await visitor.inject('/api/certificates?competency=none')).statusCode, 404);
});

test('a certificate that leaves the catalogue is withdrawn and can still be read; one that returns is back', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  const listed = async () =>
    (await whole.get<CertificateEntry[]>('/api/certificates')).map(({ code }) => code);
  await load(whole, { ...small, issuers: [] });
  assert.deepEqual(await listed(), []);
  const gone = await whole.get<CertificateDetail>('/api/certificates/BOARD/BB-1');
  assert.equal(gone.withdrawn, true);
  await load(whole, small);
  assert.deepEqual(await listed(), ['BB-1']);
});

test('a newer version supersedes the older one, what points at its competencies stays, and texts are linked anew', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  const { db } = whole.platform;
  const idsOf = () =>
    db.selectFrom('competency').select(['id', 'uuid', 'code']).orderBy('id').execute();
  const before = await idsOf();
  const newer = toReference(
    filesWith(
      ['framework.yaml', "'2.0'", "'2.10'"],
      [BRIDGES, 'en: Suspension spans', 'en: Spans on cables'],
    ),
  );
  assert.deepEqual(
    (({ here, offered }) => [here, offered?.version])(await readStanding(db, whole.system, newer)),
    ['2.0', '2.10'],
  );
  await publish(whole, newer);
  assert.deepEqual(await idsOf(), before);
  const { label, versions } = await whole.get<ItemDetail>(
    '/api/frameworks/TEST/items/BR.SUSPENSION',
  );
  assert.equal(label.en, 'Spans on cables');
  assert.deepEqual(
    versions.map(({ version, status }) => [version, status]),
    [
      ['2.10', 'published'],
      ['2.0', 'superseded'],
    ],
  );
  assert.equal((await readStanding(db, whole.system, newer)).offered, null);
  await assert.rejects(publish(whole, newer), { code: 'reference-not-newer' });
  await assert.rejects(publish(whole, small), { code: 'reference-not-newer' });
});

test('texts that were there before are linked to what only the newer version names', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  const { db } = whole.platform;
  await importFile(whole.platform, whole.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile([
      { title: 'Kỹ sư cầu đường', employer: 'Công ty Gió Mới Hư Cấu', tags: ['pontoon rigging'] },
    ]),
  });
  const named = async () =>
    (
      await db
        .selectFrom('advertisement_link')
        .innerJoin('competency', 'competency.id', 'competency_id')
        .where('surface', '=', 'pontoon rigging')
        .select('competency.code')
        .execute()
    ).map(({ code }) => code);
  assert.deepEqual(await named(), []);
  await publish(
    whole,
    toReference(
      filesWith(
        ['framework.yaml', "'2.0'", "'2.1'"],
        [BRIDGES, 'form: span engineering', 'form: pontoon rigging'],
      ),
    ),
  );
  await relinkTexts(whole.platform, textSources);
  assert.deepEqual(await named(), ['BR.DESIGN']);
});

test('a code that has moved to another UUID is refused', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  const moved = toReference(
    filesWith(['framework.yaml', "'2.0'", "'2.1'"], [BRIDGES, '000000000012', '000000000099']),
  );
  await assert.rejects(publish(whole, moved), /never change/);
});

test('a version that somebody drafts here is not overtaken', async (t) => {
  const whole = await testApp(t);
  await load(whole, small);
  await whole.database.pool.query(`
    insert into framework_version (framework_id, version, status, licence)
    select id, '3', 'draft', '' from framework where code = 'TEST'`);
  const newer = toReference(filesWith(['framework.yaml', "'2.0'", "'2.1'"]));
  assert.equal((await readStanding(whole.platform.db, whole.system, newer)).draft, true);
  await assert.rejects(publish(whole, newer), { code: 'framework-has-draft' });
});

test('crosswalks wait until their framework is imported, are then brought in at their word, and people keep the last one', async (t) => {
  const whole = await testApp(t);
  const { db } = whole.platform;
  await load(whole, small);
  const standing = async (reference = small) =>
    (await readStanding(db, whole.system, reference)).crosswalks;
  assert.deepEqual(await standing(), [{ framework: 'elsewhere', offered: 0, waiting: 1 }]);

  // another framework arrives, one of whose items bears the address that the row names
  const elsewhere = toReference(
    filesWith(['framework.yaml', 'code: TEST', 'code: elsewhere']).map(({ name, text }) => ({
      name,
      text: text
        .replaceAll('00000000-0000-4000-8000-0000000000', '00000000-0000-4000-8000-0000000001')
        .replaceAll('BR.', 'EL.')
        .replaceAll('BR\n', 'EL\n'),
    })),
  );
  await load(whole, { ...elsewhere, issuers: [], crosswalks: [] });
  await db
    .updateTable('competency')
    .set({ uri: 'https://elsewhere.example/1' })
    .where('code', '=', 'EL.SUSPENSION')
    .execute();
  assert.deepEqual(await standing(), [{ framework: 'elsewhere', offered: 1, waiting: 0 }]);
  await load(whole, small);
  assert.deepEqual(await standing(), [{ framework: 'elsewhere', offered: 0, waiting: 0 }]);
  const { uuid } = await whole.get<ItemDetail>('/api/frameworks/TEST/items/BR.DESIGN');
  const links = async () =>
    (await whole.get<CrosswalkLink[]>(`/api/crosswalks/of/${uuid}`)).map(({ relation, other }) => [
      relation,
      other.code,
    ]);
  assert.deepEqual(await links(), [['broader', 'EL.SUSPENSION']]);

  const reworded = toReference(filesWith(['crosswalks/elsewhere.tsv', 'broader', 'related']));
  assert.equal((await standing(reworded))[0]!.offered, 1);
  await load(whole, reworded);
  assert.deepEqual(await links(), [['related', 'EL.SUSPENSION']]);
  await db
    .updateTable('crosswalk')
    .set({ decided_by_actor_id: whole.administrator.id, decided_at: new Date() })
    .execute();
  await load(whole, small);
  assert.deepEqual(await links(), [['related', 'EL.SUSPENSION']]);
});

test('what O*NET calls a tool is a crosswalk by itself, and a row of a file about it goes first', () => {
  const onet = (...rows: string[]) => {
    const reference = toReference([
      ...filesWith(['tools/bridges.yaml', '    of: [', '    onet: SpanCalc\n    of: [']),
      {
        name: 'crosswalks/onet.tsv',
        text: ['code\trelation\ttarget\tconfidence\tsource\tnote', ...rows, ''].join('\n'),
      },
    ]);
    return crosswalkRows(reference)
      .get('onet')!
      .rows.map(({ from, to, relation }) => [from.names[0], relation, to.names[0]]);
  };
  assert.deepEqual(onet(), [['BR.SPANCALC', 'exact', 'tool/spancalc']]);
  assert.deepEqual(onet('BR.SPANCALC\tnarrower\tSpanCalc\t0.8\teditor\t'), [
    ['BR.SPANCALC', 'narrower', 'tool/spancalc'],
  ]);
});

test('the secretariat sees and publishes what comes with the program; nobody else does', async (t) => {
  const whole = await testApp(t);
  const reference = await readReference();
  const standing = await whole.get<ReferenceStanding>('/api/reference');
  assert.equal(standing.here, reference.framework.version);
  assert.equal(standing.offered, null);
  const refused = await whole.inject({ method: 'POST', url: '/api/reference/publish' });
  assert.equal(refused.statusCode, 409);
  for (const roles of [['framework-editor'], ['programme-designer'], ['administrator']] as const) {
    const { cookie } = await signedIn(whole.platform, { roles });
    const browser = browserOf(whole.app, cookie);
    for (const [method, url] of [
      ['GET', '/api/reference'],
      ['POST', '/api/reference/publish'],
      ['POST', '/api/reference/crosswalks/esco'],
    ] as const) {
      assert.equal((await browser.inject({ method, url })).statusCode, 403, `${roles} ${url}`);
    }
  }
  const visitor = await whole.app.inject({ method: 'GET', url: '/api/reference' });
  assert.equal(visitor.statusCode, 401);
});
