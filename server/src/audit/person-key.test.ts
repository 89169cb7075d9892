import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { inScope, platformScope, type Scope } from '#src/db/scope.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { initialisedDatabase } from '#src/testing/database.ts';
import { destroyPersonKey, ensurePersonKey, personalHash } from './person-key.ts';
import { record } from './record.ts';

const EMAIL = 'nguyen.van.hoa@example.vn';

/** Two people of whom facts keep the same e-mail address. */
async function twoPeople(t: TestContext) {
  const { db, owner } = await initialisedDatabase(t);
  const system = await getActor(db, 'system', 'một thử nghiệm');
  const add = (name: string) =>
    inScope(db, platformScope, async (trx) => {
      const { person_id: id } = await trx
        .insertInto('person')
        .values({ display_name: name, created_by_actor_id: system.id })
        .returning('person_id')
        .executeTakeFirstOrThrow();
      return id;
    });
  const people = [await add('Người thứ nhất'), await add('Người thứ hai')] as const;
  const write = (personId: number, scope: Scope = platformScope) =>
    inScope(db, scope, (trx) =>
      record(trx, system, {
        action: 'import-applied',
        subjectKind: 'import-run',
        subjectId: 1,
        detail: { field: 'email' },
        personal: { personId, values: { email: EMAIL } },
      }),
    );
  const hashes = async () => {
    const { rows } = await owner.query(
      `select detail from audit_fact where detail ? 'personal' order by id`,
    );
    return rows.map(({ detail }) => detail.personal as { person: number; values: object });
  };
  return { db, owner, people, write, hashes };
}

test('a fact keeps a hash of a personal value: the same for the same value of one person, another for another person', async (t) => {
  const { owner, people, write, hashes } = await twoPeople(t);
  const [one, other] = people;
  for (const person of [one, one, other]) await write(person);
  const [first, second, third] = await hashes();
  assert.deepEqual([first?.person, third?.person], [one, other]);
  assert.match((first!.values as { email: string }).email, /^[0-9a-f]{64}$/);
  assert.deepEqual(first, second);
  assert.notDeepEqual(first!.values, third!.values);
  const { rows } = await owner.query(`select detail::text from audit_fact`);
  assert.ok(!JSON.stringify(rows).includes('nguyen'));
});

test('while the key stands a known value can be recognised; once it is destroyed, nothing gives it back', async (t) => {
  const { db, owner, people, write, hashes } = await twoPeople(t);
  const [one, other] = people;
  await write(one);
  await write(other);
  const [kept] = await hashes();
  const { email } = kept!.values as { email: string };
  const everything = async () => {
    const { rows: keys } = await owner.query('select person_id, key from person_key');
    const { rows: installation } = await owner.query('select uuid::text as uuid from installation');
    return [
      ...keys.map(({ key }) => key as Buffer),
      Buffer.alloc(0),
      Buffer.alloc(32),
      Buffer.from(String(one)),
      Buffer.from(installation[0].uuid),
    ];
  };
  const recognised = async () =>
    (await everything()).some((key) =>
      [EMAIL, `email\0${EMAIL}`].some(
        (guess) => createHmac('sha256', key).update(guess).digest('hex') === email,
      ),
    );
  assert.ok(await recognised());
  await inScope(db, platformScope, (trx) => destroyPersonKey(trx, one));
  assert.equal(await recognised(), false);
  assert.deepEqual((await hashes())[0], kept);
  const { rows } = await owner.query('select person_id from person_key');
  assert.deepEqual(rows, [{ person_id: other }]);
});

test('of a person who was erased, the fact of a later change is kept and no hash of any value', async (t) => {
  const { db, people, write, hashes } = await twoPeople(t);
  await inScope(db, platformScope, async (trx) => {
    await destroyPersonKey(trx, people[0]);
    await trx
      .updateTable('person')
      .set({ erased_at: new Date() })
      .where('person_id', '=', people[0])
      .execute();
  });
  await write(people[0]);
  assert.deepEqual((await hashes())[0]?.values, { email: null });
});

test('a transaction that may not see a person can neither make nor destroy the key', async (t) => {
  const { db, people, write } = await twoPeople(t);
  await write(people[0]);
  const stranger = { persons: [people[1]], organisations: [], platform: false };
  await assert.rejects(write(people[0], stranger));
  await assert.rejects(
    inScope(db, stranger, (trx) => destroyPersonKey(trx, people[0])),
    /out of the transaction's scope/,
  );
  const key = await inScope(db, platformScope, (trx) => ensurePersonKey(trx, people[0]));
  assert.equal(key?.length, 32);
});

test('a value has one hash however its letters are composed, and another under another name', () => {
  const key = Buffer.alloc(32, 7);
  const hash = (name: string, value: string) => personalHash(key, name, value);
  assert.equal(hash('name', 'Hòa'.normalize('NFC')), hash('name', 'Hòa'.normalize('NFD')));
  assert.notEqual(hash('name', 'Hòa'), hash('email', 'Hòa'));
});
