import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveInput } from '#src/measures/input-revision.ts';
import { testPlatform, type TestPlatform } from '#src/testing/app.ts';
import { currentIndex, withRejected } from './current-index.ts';
import { linkText } from './link.ts';

test('the index is built once, and anew when a decision or a framework moved', async (t) => {
  const { platform } = await testPlatform(t);
  const { db } = platform;
  const first = await currentIndex(db);
  assert.equal(await currentIndex(db), first);
  await db.transaction().execute((trx) => moveInput(trx, 'demand'));
  assert.equal(await currentIndex(db), first);
  for (const input of ['review', 'frameworks'] as const) {
    const before = await currentIndex(db);
    await db.transaction().execute((trx) => moveInput(trx, input));
    const after = await currentIndex(db);
    assert.notEqual(after, before);
    assert.equal(after.index.hash, before.index.hash, 'the same content has the same hash');
  }
});

test('what people rejected is not found in a text, but is among the links that are kept', async (t) => {
  const whole = await testPlatform(t);
  const before = await codesIn(whole, 'SQL và Python');
  assert.deepEqual(before, { found: ['DB.SQL', 'PL.PYTHON'], kept: ['DB.SQL', 'PL.PYTHON'] });
  await reject(whole, 'sql', 'DB.SQL');
  assert.deepEqual(await codesIn(whole, 'SQL và Python'), {
    found: ['PL.PYTHON'],
    kept: ['DB.SQL', 'PL.PYTHON'],
  });
});

test('a transaction sees the decisions of its own, and leaves the index of others alone', async (t) => {
  const whole = await testPlatform(t);
  const { db } = whole.platform;
  const outside = await currentIndex(db);
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await reject({ ...whole, platform: { ...whole.platform, db: trx } }, 'sql', 'DB.SQL');
      assert.equal(linkText((await currentIndex(trx)).index, 'tag', 'SQL').length, 0);
      throw new Error('taken back');
    }),
    /taken back/,
  );
  assert.equal(await currentIndex(db), outside);
});

async function codesIn({ platform }: TestPlatform, text: string) {
  const linkIndex = await currentIndex(platform.db);
  const rows = await platform.db.selectFrom('competency').select(['id', 'code']).execute();
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  const codesOf = (index: typeof linkIndex.index) =>
    linkText(index, 'text', text).map(({ competencyId }) => codes.get(competencyId));
  return { found: codesOf(linkIndex.index), kept: codesOf(withRejected(linkIndex).index) };
}

async function reject({ platform, system }: TestPlatform, normalised: string, code: string) {
  const { db } = platform;
  const { id } = await db
    .selectFrom('competency')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('decision')
    .values({
      normalised,
      competency_id: id,
      verdict: 'reject',
      actor_id: system.id,
      owner_organisation_id: system.organisationId,
    })
    .execute();
  await db
    .updateTable('input_revision')
    .set({ revision: 99 })
    .where('input', '=', 'review')
    .execute();
}
