import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputRevisions } from '#src/measures/input-revision.ts';
import { loadReference } from '#src/reference/load-reference.ts';
import { readReference, type Reference } from '#src/reference/read-reference.ts';
import { testApp, testPlatform, type TestPlatform } from '#src/testing/app.ts';
import type { CompetencyArea, CompetencyDetail } from './contract.ts';
import type { FrameworkEntry } from './reading/contract.ts';

const reference = await readReference();
const competencies = reference.areas.flatMap((area) => area.competencies);

test('a new installation has published the framework that comes with the program', async (t) => {
  const { get } = await testApp(t);
  const [framework, ...others] = await get<FrameworkEntry[]>('/api/frameworks');
  assert.equal(others.length, 0);
  assert.equal(framework!.version.status, 'published');
  assert.equal(framework!.counts.competencies, competencies.length);
  assert.deepEqual(
    (await get<CompetencyArea[]>('/api/competencies')).map(({ competency, children }) => [
      competency.code,
      children.map(({ code, areaCode }) => [code, areaCode]),
    ]),
    reference.areas.map(({ area }) => [area.code, inTree(area.code, area.code)]),
  );
});

/** What stands under a code, each before what stands under it. */
function inTree(code: string, area: string): [string, string][] {
  return reference.areas.flatMap(({ area: own, competencies }) =>
    competencies
      .filter(({ parent }) => (parent ?? own.code) === code)
      .flatMap((competency) => [
        [competency.code, area] as [string, string],
        ...inTree(competency.code, area),
      ]),
  );
}

test('a competency is shown with its definition, area, forms and neighbours in both languages', async (t) => {
  const { get, inject } = await testApp(t);
  const { area, competencies: own } = reference.areas[0]!;
  const wanted = own[0]!;
  const detail = await get<CompetencyDetail>(`/api/competencies/${wanted.code}`);
  assert.equal(detail.uuid, wanted.uuid);
  assert.deepEqual(detail.label, wanted.label);
  assert.deepEqual(detail.definition, wanted.definition);
  assert.equal(detail.area?.code, area.code);
  assert.equal(detail.areaCode, area.code);
  assert.equal(detail.framework.code, reference.framework.code);
  const beside = own.filter(({ parent }) => parent === wanted.parent);
  assert.equal(detail.siblings.length, beside.length - 1);
  for (const { form } of wanted.aliases) {
    assert.ok(detail.aliases.some((alias) => alias.form === form.normalize('NFC')));
  }
  const missing = await inject('/api/competencies/NO-SUCH-CODE');
  assert.equal(missing.statusCode, 404);
});

test('loading the same framework again changes nothing', async (t) => {
  const whole = await testPlatform(t);
  const before = await stateOf(whole);
  await load(whole, reference);
  assert.deepEqual(await stateOf(whole), before);
});

test('a framework whose content changed under the same version is refused, and nothing is changed', async (t) => {
  const whole = await testPlatform(t);
  const before = await stateOf(whole);
  const edited: Reference = { ...reference, sha256: 'f'.repeat(64) };
  await assert.rejects(load(whole, edited), { code: 'framework-version-changed' });
  assert.deepEqual(await stateOf(whole), before);
});

test('a new version supersedes the old one; competencies keep their ids and unlisted forms leave the lexicon', async (t) => {
  const whole = await testApp(t);
  const idsBefore = await idsOf(whole);
  const [first, ...rest] = reference.areas;
  const [changed, ...unchanged] = first!.competencies;
  const dropped = changed!.aliases[0]!.form;
  const next: Reference = {
    ...reference,
    framework: { ...reference.framework, version: '9.9' },
    areas: [
      {
        ...first!,
        competencies: [
          {
            ...changed!,
            definition: { vi: 'Định nghĩa mới', en: 'A new definition' },
            aliases: [...changed!.aliases.slice(1), { form: 'một cách gọi mới', lang: 'vi' }],
          },
          ...unchanged,
        ],
      },
      ...rest,
    ],
    sha256: 'a'.repeat(64),
  };
  const revision = (await inputRevisions(whole.platform.db)).frameworks;
  await load(whole, next);

  assert.equal((await inputRevisions(whole.platform.db)).frameworks, revision + 1);
  assert.deepEqual(await idsOf(whole), idsBefore);
  const [framework, ...others] = await whole.get<FrameworkEntry[]>('/api/frameworks');
  assert.deepEqual([framework!.version.version, others.length], ['9.9', 0]);
  const detail = await whole.get<CompetencyDetail>(`/api/competencies/${changed!.code}`);
  assert.equal(detail.definition.en, 'A new definition');
  const forms = detail.aliases.map(({ form }) => form);
  assert.ok(forms.includes('một cách gọi mới'));
  assert.ok(!forms.includes(dropped));
  await load(whole, reference);
  assert.equal((await whole.get<FrameworkEntry[]>('/api/frameworks'))[0]!.version.version, '9.9');
});

test('a code that has moved to another UUID is refused', async (t) => {
  const whole = await testPlatform(t);
  const [first, ...rest] = reference.areas;
  const moved: Reference = {
    ...reference,
    framework: { ...reference.framework, version: '9.9' },
    areas: [{ ...first!, area: { ...first!.area, code: 'ANOTHER-CODE' } }, ...rest],
    sha256: 'b'.repeat(64),
  };
  await assert.rejects(load(whole, moved), /never change/);
});

async function load({ platform, system }: TestPlatform, wanted: Reference): Promise<void> {
  await platform.db.transaction().execute((trx) => loadReference(trx, system, wanted));
}

async function stateOf({ database, platform }: TestPlatform) {
  const { rows } = await database.pool.query(
    `select (select count(*) from framework_version) as versions,
            (select count(*) from competency) as competencies,
            (select count(*) from lexicon_entry) as forms,
            (select count(*) from lexicon_revision) as revisions,
            (select count(*) from audit_fact) as facts`,
  );
  return { ...rows[0], ...(await inputRevisions(platform.db)) };
}

async function idsOf({ platform }: TestPlatform) {
  return platform.db.selectFrom('competency').select(['id', 'code']).orderBy('id').execute();
}
