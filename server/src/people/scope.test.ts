import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { scopeOf, type Actor } from '#src/actors/actor.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { ensurePersonKey } from '#src/audit/person-key.ts';
import { inScope, platformScope, type Scope } from '#src/db/scope.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { listedPerson, organisation } from '#src/testing/organisations.ts';
import { memberOf, type SignedInPerson } from '#src/testing/people.ts';
import { recordAccess } from './record-access.ts';
import { recordIdentifier } from './record-identifier.ts';

/** Every table about persons, and what an organisation sees in it of its own people. */
const WALLED: Record<string, 'own people' | 'nothing'> = {
  affiliation: 'own people',
  role_grant: 'own people',
  person: 'own people',
  person_key: 'own people',
  person_identifier: 'own people',
  person_identifier_key: 'own people',
  consent: 'own people',
  correction_request: 'own people',
  person_access: 'nothing',
  person_merge: 'nothing',
  erasure: 'nothing',
};
/** Not about what people are or do: who signs in, who acts, whom an open invitation is meant for. */
const LOCAL = ['account', 'actor', 'invitation'];

test('every table with a person in it has the wall, or is named here as local', async (t) => {
  const { database } = await testApp(t);
  const { rows } = await database.owner.query<{ name: string; walled: boolean }>(`
    select c.relname as name, c.relrowsecurity as walled from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
  const named = (walled: boolean) =>
    rows.filter((row) => row.walled === walled).map(({ name }) => name);
  assert.deepEqual(named(true), Object.keys(WALLED).sort());
  assert.deepEqual(named(false), LOCAL);
});

test('a query that has lost its WHERE gives a person their own rows and nobody else’s', async (t) => {
  const { whole, one, other } = await twoSchools(t);
  for (const table of Object.keys(WALLED)) {
    const seen = await personsIn(whole, table, { ...scopeOf(one.actor), organisations: [] });
    assert.deepEqual(seen, [one.personId], table);
    const all = await personsIn(whole, table, platformScope);
    assert.ok(all.includes(other.personId), `${table} does hold a row of the other`);
  }
});

test('a query that has lost its WHERE gives an organisation its own people and nobody else’s', async (t) => {
  const { whole, one, other, schoolOfOne } = await twoSchools(t);
  const scope = { persons: [], organisations: [schoolOfOne], platform: false };
  for (const [table, sees] of Object.entries(WALLED)) {
    const seen = await personsIn(whole, table, scope);
    assert.equal(seen.includes(one.personId), sees === 'own people', table);
    assert.equal(seen.includes(other.personId), false, table);
  }
});

test('nobody in particular, a visitor, and a transaction without a scope see no row about any person', async (t) => {
  const { whole } = await twoSchools(t);
  const visitor = await getActor(whole.platform.db, 'visitor', 'a test');
  const empty = { persons: [], organisations: [], platform: false };
  for (const table of Object.keys(WALLED)) {
    for (const scope of [scopeOf(visitor), empty]) {
      assert.deepEqual(await personsIn(whole, table, scope), [], table);
    }
    const bare = await sql`select from ${sql.table(table)}`.execute(whole.platform.db);
    assert.deepEqual(bare.rows, [], `${table} without a scope`);
  }
});

test('a scope ends with its transaction: the next one on the same connection sees nothing', async (t) => {
  const { whole } = await twoSchools(t);
  const client = await whole.database.pool.connect();
  try {
    await client.query(`begin; select set_config('nhip.platform', 'yes', true)`);
    assert.ok((await client.query('select from person')).rows.length > 0);
    await client.query('commit');
    assert.equal((await client.query('select from person')).rows.length, 0);
  } finally {
    client.release();
  }
});

test('an update or a deletion that has lost its WHERE touches nobody else’s rows', async (t) => {
  const { whole, one } = await twoSchools(t);
  const scope = { ...scopeOf(one.actor), organisations: [] };
  for (const table of Object.keys(WALLED).filter((name) => !APPEND_ONLY.includes(name))) {
    // the identity of a person can neither be written nor, while rows point at it, be deleted
    const column = sql.ref(table === 'person' ? 'language' : 'person_id');
    for (const act of [
      sql`update ${sql.table(table)} set ${column} = ${column} returning person_id as id`,
      ...(table === 'person'
        ? []
        : [sql`delete from ${sql.table(table)} returning person_id as id`]),
    ]) {
      assert.deepEqual(await touched(whole, scope, act), [one.personId], table);
    }
  }
});

test('nobody writes a row about a person, or for an organisation, that is not theirs', async (t) => {
  const { whole, one, other, schoolOfOther } = await twoSchools(t);
  const scope = { ...scopeOf(one.actor), organisations: [one.actor.organisationId] };
  const [them, actor] = [other.personId, one.actor.id];
  const forbidden: Record<string, ReturnType<typeof sql>> = {
    affiliation: sql`insert into affiliation (person_id, organisation_id, full_name, recorded_by_actor_id)
      values (${them}, ${schoolOfOther}, 'X', ${actor})`,
    role_grant: sql`insert into role_grant (person_id, organisation_id, role, granted_by_actor_id)
      values (${them}, ${schoolOfOther}, 'administrator', ${actor})`,
    consent: sql`insert into consent (person_id, organisation_id, purpose, data_kinds, wording_version, given_by_actor_id, expires_at)
      values (${them}, ${schoolOfOther}, 'recruitment', '{name}', 'x', ${actor}, now())`,
    person_access: sql`insert into person_access (person_id, actor_id, organisation_id, purpose, what)
      values (${them}, ${actor}, ${schoolOfOther}, 'support', 'profile')`,
    person_merge: sql`insert into person_merge (person_id, into_person_id, reason, proposed_by_actor_id)
      values (${them}, ${whole.administrator.personId}, 'x', ${actor})`,
    person_identifier: sql`insert into person_identifier (person_id, kind, value_hmac, assurance)
      values (${them}, 'email', ${Buffer.alloc(32)}, 'verified')`,
    person_identifier_key: sql`insert into person_identifier_key (kind, value_hmac, person_id)
      values ('email', ${Buffer.alloc(32)}, ${them})`,
    correction_request: sql`insert into correction_request (person_id, organisation_id, affiliation_id, field, wanted, reason)
      values (${them}, ${schoolOfOther}, 1, 'phone', 'x', 'x')`,
    erasure: sql`insert into erasure (person_id, erased, kept) values (${them}, '[]', '[]')`,
    person_key: sql`insert into person_key (person_id, key) values (${them}, ${Buffer.alloc(32)})
      on conflict (person_id) do update set key = excluded.key`,
    person: sql`insert into person (display_name, created_by_actor_id) values ('X', ${actor})`,
  };
  assert.deepEqual(Object.keys(forbidden).sort(), Object.keys(WALLED).sort());
  for (const [table, statement] of Object.entries(forbidden)) {
    await assert.rejects(
      inScope(whole.platform.db, scope, (trx) => statement.execute(trx)),
      (fault: { code?: string }) => fault.code === '42501',
      table,
    );
  }
});

test('the log of looks and the record of an erasure can be neither changed nor deleted by the program', async (t) => {
  const { whole } = await twoSchools(t);
  for (const table of APPEND_ONLY) {
    for (const act of [
      sql`update ${sql.table(table)} set person_id = 1`,
      sql`delete from ${sql.table(table)}`,
    ]) {
      await assert.rejects(
        inScope(whole.platform.db, platformScope, (trx) => act.execute(trx)),
        (fault: { code?: string }) => fault.code === '42501',
      );
    }
  }
});

test('asking under which ids a person is known tells ids and nothing more, and only to the program', async (t) => {
  const { whole, one } = await twoSchools(t);
  const { rows } = await whole.database.owner.query(
    `select has_function_privilege('public', 'person_group(int8)', 'execute') as open`,
  );
  assert.deepEqual(rows, [{ open: false }]);
  const group = await sql<{ ids: number[] }>`select person_group(${one.personId}) as ids`.execute(
    whole.platform.db,
  );
  assert.deepEqual(group.rows, [{ ids: [one.personId] }]);
});

const APPEND_ONLY = ['person_access', 'erasure'];

/** Two people of two schools, each with a row in every table about persons. */
async function twoSchools(t: TestContext) {
  const whole = await testApp(t);
  const schoolOfOne = await organisation(whole, 'Trường Hư Cấu');
  const schoolOfOther = await organisation(whole, 'Trường Tưởng Tượng');
  const one = await memberOf(whole, { organisationId: schoolOfOne, roles: ['viewer'] });
  const other = await memberOf(whole, { organisationId: schoolOfOther, roles: ['viewer'] });
  await fill(whole, one, schoolOfOne);
  await fill(whole, other, schoolOfOther);
  return { whole, one, other, schoolOfOne, schoolOfOther };
}

async function fill(whole: TestApp, { personId, actor }: SignedInPerson, organisationId: number) {
  const twin = await listedPerson(whole, { name: 'Bản sao', organisationId });
  const looking: Actor = { ...whole.system, organisationId };
  await inScope(whole.platform.db, platformScope, async (trx) => {
    await ensurePersonKey(trx, personId);
    await recordIdentifier(trx, whole.system, whole.platform.secret, {
      personId,
      kind: 'student-code',
      issuerOrganisationId: organisationId,
      value: '20260001',
      assurance: 'roster',
    });
    await recordAccess(trx, looking, {
      personIds: [personId],
      purpose: 'support',
      what: 'profile',
    });
    await sql`insert into consent (person_id, organisation_id, purpose, data_kinds, wording_version, given_by_actor_id, expires_at)
      values (${personId}, ${organisationId}, 'training', '{name}', 'x', ${actor.id}, now() + interval '1 day')`.execute(
      trx,
    );
    await sql`insert into correction_request (person_id, organisation_id, affiliation_id, field, wanted, reason)
      values (${personId}, ${organisationId}, 1, 'phone', 'x', 'x')`.execute(trx);
    await sql`insert into person_merge (person_id, into_person_id, reason, proposed_by_actor_id)
      values (${personId}, ${twin}, 'x', ${actor.id})`.execute(trx);
    await sql`insert into erasure (person_id, erased, kept) values (${personId}, '[]', '[]')`.execute(
      trx,
    );
  });
}

async function personsIn(whole: TestApp, table: string, scope: Scope): Promise<number[]> {
  const { rows } = await inScope(whole.platform.db, scope, (trx) =>
    sql<{
      id: number;
    }>`select distinct person_id as id from ${sql.table(table)} order by 1`.execute(trx),
  );
  return rows.map(({ id }) => id);
}

/** Whose rows a statement would change; nothing of it stays. */
async function touched(
  whole: TestApp,
  scope: Scope,
  act: ReturnType<typeof sql>,
): Promise<number[]> {
  const over = new Error('rolled back');
  let ids: number[] = [];
  const attempt = inScope(whole.platform.db, scope, async (trx) => {
    const { rows } = await act.execute(trx);
    ids = (rows as { id: number }[]).map(({ id }) => id);
    throw over;
  });
  await assert.rejects(attempt, (fault) => fault === over);
  return [...new Set(ids)];
}
