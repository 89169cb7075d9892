import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { scopeOf } from '#src/actors/actor.ts';
import { inScope, platformScope } from '#src/db/scope.ts';
import { testApp, testPlatform } from '#src/testing/app.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { listedPerson, organisation } from '#src/testing/organisations.ts';
import { memberOf } from '#src/testing/people.ts';
import { insertPerson, insertPersons } from './insert-person.ts';
import { recordAccess } from './record-access.ts';
import { findPersonByIdentifier, recordIdentifier } from './record-identifier.ts';

const SECRET = 'a secret of at least thirty-two signs';

test('whoever makes a person sees them in that transaction, and afterwards only by belonging', async (t) => {
  const whole = await testPlatform(t);
  const { db } = whole.platform;
  const scope = { persons: [], organisations: [77], platform: false };
  const read = sql<{ name: string }>`select display_name as name from person`;
  const names = await inScope(db, scope, async (trx) => {
    await insertPerson(trx, whole.system, { displayName: 'Người Mới', language: 'vi' });
    return (await read.execute(trx)).rows;
  });
  assert.deepEqual(names, [{ name: 'Người Mới' }]);
  assert.deepEqual((await inScope(db, scope, (trx) => read.execute(trx))).rows, []);
});

test('many people at once keep their order, and each leaves a fact without a name', async (t) => {
  const whole = await testPlatform(t);
  const wanted = Array.from({ length: 300 }, (_, n) => ({
    displayName: `Người Thứ ${n}`,
    language: n % 2 === 0 ? ('vi' as const) : ('en' as const),
  }));
  const ids = await inScope(whole.platform.db, platformScope, (trx) =>
    insertPersons(trx, whole.system, wanted),
  );
  const { rows } = await whole.database.owner.query(
    `select display_name as "displayName", language from person where person_id = any ($1)
      order by array_position($1::int8[], person_id)`,
    [ids],
  );
  assert.deepEqual(rows, wanted);
  const facts = await whole.database.owner.query(
    `select detail::text from audit_fact where action = 'person-added' and subject_id = any ($1)`,
    [ids.map(String)],
  );
  assert.equal(facts.rows.length, 300);
  assert.ok(facts.rows.every(({ detail }) => detail === '{}'));
});

test('every look at others is written down once, a look at oneself is not', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const a = await listedPerson(whole, { name: 'Một', organisationId: school });
  const b = await listedPerson(whole, { name: 'Hai', organisationId: school });
  const { actor, personId } = await memberOf(whole, {
    organisationId: school,
    roles: ['hr', 'viewer'],
  });
  await inScope(whole.platform.db, scopeOf(actor), (trx) =>
    recordAccess(trx, actor, {
      personIds: [a, b, a, personId],
      purpose: 'recruitment',
      what: 'member-list',
    }),
  );
  const { rows } = await whole.database.owner.query(
    'select person_id, actor_id, organisation_id, roles, purpose, what from person_access order by 1',
  );
  const look = {
    actor_id: actor.id,
    organisation_id: school,
    roles: ['hr', 'viewer'],
    purpose: 'recruitment',
    what: 'member-list',
  };
  assert.deepEqual(rows, [
    { person_id: a, ...look },
    { person_id: b, ...look },
  ]);
});

test('an identifier is kept as a keyed hash, is one person’s, and is the same however it is spaced', async (t) => {
  const whole = await testPlatform(t);
  const value = '079 2030 04567';
  const identifier = { kind: 'national-id' as const, issuerOrganisationId: null, value };
  await inScope(whole.platform.db, platformScope, async (trx) => {
    const [one, other] = (await insertPersons(trx, whole.system, [
      { displayName: 'Một', language: 'vi' },
      { displayName: 'Hai', language: 'vi' },
    ])) as [number, number];
    const record = (personId: number, secret = SECRET) =>
      recordIdentifier(trx, whole.system, secret, {
        ...identifier,
        personId,
        assurance: 'verified',
      });
    await record(one);
    await record(one);
    const spaced = { ...identifier, value: '0792 0300 4567' };
    assert.equal(await findPersonByIdentifier(trx, SECRET, spaced), one);
    const otherSecret = 'another secret of thirty-two signs!!';
    assert.equal(await findPersonByIdentifier(trx, otherSecret, identifier), undefined);
    const issued = { ...identifier, issuerOrganisationId: 1 };
    assert.equal(await findPersonByIdentifier(trx, SECRET, issued), undefined);
    await assert.rejects(record(other), isProblem('identifier-taken'));
  });
  const { rows } = await whole.database.owner.query('select * from person_identifier');
  assert.equal(rows.length, 1, 'saying the same again changes nothing');
  assert.equal(rows[0].hint, '…67');
  assert.doesNotMatch(JSON.stringify(rows), /0792|4567/);
});
