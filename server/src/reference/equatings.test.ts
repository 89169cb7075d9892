import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { FrameworkLevels } from '#src/frameworks/levels/contract.ts';
import { writeScale } from '#src/frameworks/scale-queries.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { browserOf, memberOf } from '#src/testing/people.ts';
import type { ReferenceStanding, WaitingEquatings } from './contract.ts';
import { bringEquatings } from './publish-reference.ts';
import { readReference, toReference, type Reference } from './read-reference.ts';
import { readStanding } from './read-standing.ts';
import { filesWith } from './testing-files.ts';

const LEVELS = '/api/frameworks/NHIP-DC/levels';
const WAITING = '/api/reference/equatings/waiting';

/** The scale of DigComp arrives, as an import of the framework brings it. */
async function importScale({ platform }: TestApp): Promise<void> {
  await platform.db.transaction().execute((trx) =>
    writeScale(
      trx,
      null,
      {
        ...{ type: 'scale', code: 'digcomp-8', kind: 'proficiency' },
        texts: [{ field: 'title', language: 'en', value: 'DigComp 3.0, eight levels' }],
        levels: Array.from({ length: 8 }, (_, at) => ({
          ...{ level: at + 1, code: String(at + 1) },
          texts: [{ field: 'label', language: 'en', value: `Step ${at + 1}` }],
        })),
      },
      'source',
    ),
  );
}

async function stage(t: TestContext) {
  const whole = await testApp(t);
  const bring = (reference: Reference) =>
    whole.platform.db
      .transaction()
      .execute((trx) => bringEquatings(trx, whole.system, reference, 'digcomp-8'));
  const standing = async (reference: Reference) =>
    (await readStanding(whole.platform.db, whole.system, reference)).equatings[0]!;
  return { whole, bring, standing, visitor: browserOf(whole.app) };
}

test('What our levels are on a scale waits until that scale is imported, and is then shown with its reasons to everybody', async (t) => {
  const { whole, visitor } = await stage(t);
  const { equatings } = await whole.get<ReferenceStanding>('/api/reference');
  assert.deepEqual(
    equatings.map(({ scale, offered, waiting }) => [scale, offered, waiting]),
    [['digcomp-8', 0, 8]],
  );
  const waiting = await visitor.get<WaitingEquatings>(WAITING);
  assert.equal(waiting.framework, 'NHIP-DC');
  assert.deepEqual(
    waiting.scales.map(({ scale, levels, awaits }) => [scale, levels, awaits !== null]),
    [
      ['digcomp-8', 8, false],
      ['tt-02-2025', 0, true],
    ],
  );

  await importScale(whole);
  const offered = await whole.get<ReferenceStanding>('/api/reference');
  assert.deepEqual([offered.equatings[0]!.offered, offered.equatings[0]!.waiting], [8, 0]);
  const reply = await whole.inject({ method: 'POST', url: '/api/reference/equatings/digcomp-8' });
  assert.deepEqual(reply.json(), { added: 8, ended: 0, waiting: 0 });
  const again = await whole.inject({ method: 'POST', url: '/api/reference/equatings/digcomp-8' });
  assert.deepEqual(again.json(), { added: 0, ended: 0, waiting: 0 });

  const levels = await visitor.get<FrameworkLevels>(LEVELS);
  assert.ok(levels.scales.some(({ code }) => code === 'digcomp-8'));
  const told = levels.equatings.toSorted((a, b) => a.from.lowest - b.from.lowest);
  const { equatings: said } = await readReference();
  assert.deepEqual(
    told.map(({ from, to }) => [from.lowest, from.highest, to.lowest, to.highest]),
    said[0]!.levels.map(({ level, range }) => [level, level, ...range]),
  );
  assert.ok(told.every((row) => row.fromProgram && row.reason.vi && row.reason.en));
  assert.equal(told[0]!.validFrom, said[0]!.asOf);
  const left = await visitor.get<WaitingEquatings>(WAITING);
  assert.deepEqual(
    left.scales.map(({ scale }) => scale),
    ['tt-02-2025'],
  );
});

test('What a later release says otherwise ends the old row and adds a new one; a row that somebody ended stays ended', async (t) => {
  const { whole, bring, standing, visitor } = await stage(t);
  await importScale(whole);
  const first = toReference(filesWith());
  await bring(first);
  const wider = toReference(filesWith(['scale.yaml', 'range: [3, 4]', 'range: [3, 5]']));
  assert.equal((await standing(wider)).offered, 2);
  assert.deepEqual(await bring(wider), { added: 1, ended: 1, waiting: 0 });
  const of = async (level: number) =>
    (await visitor.get<FrameworkLevels>(LEVELS)).equatings
      .filter(({ from }) => from.lowest === level)
      .map(({ to, validTo }) => [to.lowest, to.highest, validTo === null]);
  assert.deepEqual(await of(3), [
    [3, 5, true],
    [3, 4, false],
  ]);

  const editor = await memberOf(whole, { name: 'An', roles: ['framework-editor'] });
  const { equatings } = await visitor.get<FrameworkLevels>(LEVELS);
  const { id } = equatings.find(({ from }) => from.lowest === 8)!;
  const ended = await editor.post(`/api/frameworks/NHIP-DC/equatings/${id}/end`, {
    validTo: '2026-12-31',
  });
  assert.ok(ended.statusCode < 300, ended.body);
  assert.equal((await standing(wider)).offered, 0);
  await bring(wider);
  assert.deepEqual(await of(8), [[8, 8, false]]);
});

test('A scale that lacks a level of a range keeps that row waiting, and a scale of qualifications all of them', async (t) => {
  const { whole, standing } = await stage(t);
  await importScale(whole);
  const { pool } = whole.database;
  await pool.query(`
    delete from level_text where level = 8 and level_scale_id = (select id from level_scale where code = 'digcomp-8')`);
  await pool.query(`
    delete from level where level = 8 and level_scale_id = (select id from level_scale where code = 'digcomp-8')`);
  const reference = toReference(filesWith());
  assert.deepEqual(
    (({ offered, waiting }) => [offered, waiting])(await standing(reference)),
    [6, 2],
  );
  await pool.query(`update level_scale set kind = 'qualification' where code = 'digcomp-8'`);
  assert.deepEqual(
    (({ offered, waiting }) => [offered, waiting])(await standing(reference)),
    [0, 8],
  );
});
