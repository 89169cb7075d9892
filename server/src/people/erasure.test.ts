import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ensurePersonKey } from '#src/audit/person-key.ts';
import { inScope, platformScope } from '#src/db/scope.ts';
import type { ProblemBody } from '#src/http/contract.ts';
import { sendLetter } from '#src/mail/send-letter.ts';
import { peopleDoors } from '#src/people-doors.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { again, alsoMemberOf, organisation } from '#src/testing/organisations.ts';
import { memberOf } from '#src/testing/people.ts';
import { CONSENT_WORDING_VERSION } from './consent-words.ts';
import { ERASURE_SENTENCE, type ErasureView } from './contract.ts';
import { addMonths, dateOf } from './dates.ts';
import { eraseDue } from './erase-due.ts';
import { holdingsOf } from './holdings.ts';
import { recordIdentifier } from './record-identifier.ts';

const NAME = 'Đặng Thị Rất Hư Cấu';
const EMAIL = 'dang.thi.rat.hu.cau@thu.example';
const SPELLING = 'DANG T. RAT HU CAU';
const TODAY = dateOf(new Date());
const TYPED = { confirmation: ERASURE_SENTENCE.vi };

test('after an erasure no column of any table holds the name or the address of the person any more', async (t) => {
  const { whole, person } = await knownPerson(t);
  const holding = await whereIs(whole);
  for (const place of HOLDING) {
    assert.ok(holding.includes(place), `${place} held it before, among ${holding.join(', ')}`);
  }
  const dry = await person.get<ErasureView>('/api/me/erasure');
  assert.deepEqual(await whereIs(whole), holding, 'a look ahead changes nothing');

  const reply = await person.post('/api/me/erasure', TYPED);
  assert.equal(reply.statusCode, 200, reply.body);
  assert.deepEqual(await whereIs(whole), []);
  assert.deepEqual(reply.json<ErasureView>().kept, []);
  const erased = (view: ErasureView) => view.erased.map(({ holding }) => holding);
  assert.deepEqual(erased(reply.json()), erased(dry), 'what was announced is what was done');
  assert.equal((await person.inject('/api/me/holdings')).statusCode, 401);
  const { rows } = await whole.database.owner.query(
    `select display_name, erased_at is not null as erased from person where person_id = $1`,
    [person.personId],
  );
  assert.deepEqual(rows, [{ display_name: '', erased: true }]);
});

test('the key of the hashes in the audit is destroyed, and no new one is ever made', async (t) => {
  const { whole, person } = await knownPerson(t);
  await person.send('PUT', '/api/me/profile', { displayName: NAME, language: 'vi' });
  assert.equal((await keys(whole, person.personId)).length, 1);
  await person.post('/api/me/erasure', TYPED);
  assert.deepEqual(await keys(whole, person.personId), []);
  const made = await inScope(whole.platform.db, platformScope, (trx) =>
    ensurePersonKey(trx, person.personId),
  );
  assert.equal(made, undefined);
});

test('nothing is erased before the sentence has been typed', async (t) => {
  const { whole, person } = await knownPerson(t);
  const before = await whereIs(whole);
  for (const confirmation of ['', 'có', 'ERASE']) {
    const reply = await person.post('/api/me/erasure', { confirmation });
    assert.equal(reply.json<ProblemBody>().code, 'erasure-not-confirmed');
  }
  assert.deepEqual(await whereIs(whole), before);
});

test('what an obligation keeps stays where it is, with its ground and its day, and goes when the day has come', async (t) => {
  const { whole, person, school, registrar } = await knownPerson(t);
  const rule = {
    holding: 'affiliation',
    months: 60,
    obligatory: true,
    basis: 'Quy chế lưu trữ (thử)',
    source: 'Điều 7',
    validFrom: '2020-01-01',
  };
  assert.equal((await registrar.post('/api/retention-rules', rule)).statusCode, 200);
  const until = addMonths(TODAY, 60);
  const dry = await person.get<ErasureView>('/api/me/erasure');
  const done = (await person.post('/api/me/erasure', TYPED)).json<ErasureView>();
  for (const view of [dry, done]) {
    assert.deepEqual(
      view.kept.map(({ holding, organisation: { id }, until, basis, source }) => ({
        holding,
        id,
        until,
        basis,
        source,
      })),
      [{ holding: 'affiliation', id: school, until, basis: rule.basis, source: rule.source }],
    );
  }
  assert.deepEqual(await whereIs(whole), ['affiliation.email', 'affiliation.full_name']);
  const { rows } = await whole.database.owner.query('select kept from erasure');
  assert.deepEqual(rows[0].kept, [
    {
      holding: 'affiliation',
      organisationId: school,
      until,
      basis: rule.basis,
      source: 'Điều 7',
      count: 1,
    },
  ]);

  assert.equal(await sweep(whole, addMonths(TODAY, 59)), 0);
  assert.equal((await whereIs(whole)).length, 2);
  assert.equal(await sweep(whole, until), 1);
  assert.deepEqual(await whereIs(whole), []);
  assert.equal(await sweep(whole, until), 0, 'a second run finds nothing');
});

test('an obligation that is ended keeps nothing of an erased person any longer', async (t) => {
  const { whole, person, registrar } = await knownPerson(t);
  await registrar.post('/api/retention-rules', {
    holding: 'affiliation',
    months: 600,
    obligatory: true,
    basis: 'Quy chế lưu trữ (thử)',
    source: 'Điều 7',
    validFrom: '2020-01-01',
  });
  await person.post('/api/me/erasure', TYPED);
  assert.equal(await sweep(whole, TODAY), 0);
  const { items } = await registrar.get<{ items: { id: number }[] }>('/api/retention-rules');
  const ended = await registrar.post(`/api/retention-rules/${items[0]!.id}/end`, { on: TODAY });
  assert.equal(ended.statusCode, 200, ended.body);
  assert.equal(await sweep(whole, TODAY), 1);
  assert.deepEqual(await whereIs(whole), []);
});

test('a term that was promised is kept for everybody: what has ended goes on its day, what goes on stays', async (t) => {
  const { whole, person, school, registrar } = await knownPerson(t);
  await registrar.post('/api/retention-rules', {
    holding: 'affiliation',
    months: 12,
    obligatory: false,
    basis: 'Quy chế lưu trữ (thử)',
    source: 'Điều 8',
    validFrom: '2020-01-01',
  });
  assert.equal(await sweep(whole, '2090-01-01'), 0, 'nothing has ended');
  await whole.database.owner.query(
    `update affiliation set end_on = '2025-03-31' where person_id = $1 and organisation_id = $2`,
    [person.personId, school],
  );
  assert.equal(await sweep(whole, '2026-03-30'), 0);
  assert.equal(await sweep(whole, '2026-03-31'), 1);
  const { rows } = await whole.database.owner.query(
    `select actor.kind, f.organisation_id, f.detail from audit_fact f join actor on actor.id = f.actor_id
      where f.action = 'holding-erased-on-time'`,
  );
  assert.deepEqual(rows, [
    { kind: 'system', organisation_id: school, detail: { holding: 'affiliation', count: 1 } },
  ]);
  assert.equal((await person.inject('/api/me/holdings')).statusCode, 200, 'the account stays');
});

test('the last administrator of an organisation cannot vanish from it, and then nothing is erased', async (t) => {
  const { whole, registrar } = await knownPerson(t);
  const before = await whereIs(whole);
  const reply = await registrar.post('/api/me/erasure', TYPED);
  assert.equal(reply.statusCode, 409, reply.body);
  assert.equal(reply.json<ProblemBody>().code, 'last-administrator');
  assert.deepEqual(await whereIs(whole), before);
  assert.equal((await registrar.inject('/api/me/holdings')).statusCode, 200);
});

test('a person known under two ids is erased under both, with both accounts', async (t) => {
  const { whole, bank, person } = await knownPerson(t);
  const second = await memberOf(whole, { name: NAME, organisationId: bank, roles: ['viewer'] });
  await person.post('/api/me/merges', { email: second.email, reason: `Cùng là ${NAME}` });
  const { items } = await second.get<{ items: { id: number; personId: number }[] }>(
    '/api/me/merges',
  );
  const door = `/api/merges/${items[0]!.personId}/${items[0]!.id}`;
  assert.equal((await second.post(`${door}/confirm`)).statusCode, 200);
  const one = await again(whole, second);
  assert.equal((await one.post('/api/me/erasure', TYPED)).statusCode, 200);
  assert.deepEqual(await whereIs(whole), []);
  const { rows } = await whole.database.owner.query(
    'select from account where person_id = any ($1)',
    [[person.personId, second.personId]],
  );
  assert.equal(rows.length, 0);
  for (const id of [person.personId, second.personId]) {
    assert.deepEqual(await keys(whole, id), []);
  }
});

/** Where the fixture below leaves the name or the address. */
const HOLDING = [
  'account.email',
  'account.name',
  'affiliation.email',
  'affiliation.full_name',
  'correction_request.reason',
  'correction_request.wanted',
  'invitation.email',
  'invitation.full_name',
  'letter.body',
  'letter.recipient',
  'person.display_name',
  'person_merge.reason',
];

/** Somebody known in every way that the platform knows people. */
async function knownPerson(t: TestContext) {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const bank = await organisation(whole, 'Ngân hàng Giả Tưởng');
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const person = await memberOf(whole, {
    name: NAME,
    email: EMAIL,
    organisationId: school,
    roles: ['lecturer'],
  });
  const { personId } = person;
  await alsoMemberOf(whole, personId, { organisationId: bank, fullName: SPELLING, roles: ['hr'] });
  await inScope(whole.platform.db, platformScope, async (trx) => {
    await recordIdentifier(trx, whole.system, whole.platform.secret, {
      personId,
      kind: 'email',
      issuerOrganisationId: null,
      value: EMAIL,
      assurance: 'verified',
    });
    const letter = { to: EMAIL, subject: 'Thư thử', body: `Kính gửi ${NAME}`, language: 'vi' };
    await sendLetter(trx, whole.platform.jobs, letter as Parameters<typeof sendLetter>[2]);
  });
  await registrar.get(`/api/people/${personId}/profile?purpose=member-administration`);
  // what signing in leaves behind: a link to set a password anew, a failed attempt, an invitation
  await whole.post('/api/auth/request-password-reset', { email: EMAIL });
  await whole.post('/api/auth/sign-in/email', { email: EMAIL, password: 'sai mật khẩu rồi nhé' });
  await whole.database.owner.query(
    `insert into invitation (organisation_id, email, full_name, roles, token_sha256, invited_by_actor_id, expires_at)
     values ($1, $2, $3, '{viewer}', '\\x00', $4, now() + interval '1 day')`,
    [bank, EMAIL, NAME, whole.system.id],
  );
  const { rows } = await whole.database.owner.query(
    'select id from affiliation where organisation_id = $1 and person_id = $2',
    [school, personId],
  );
  await person.post('/api/me/corrections', {
    affiliationId: rows[0].id,
    field: 'full_name',
    wanted: `${NAME} Mới`,
    reason: `Tôi là ${NAME}`,
  });
  await person.post('/api/me/consents', {
    organisationId: bank,
    purpose: 'training',
    dataKinds: ['name'],
    wordingVersion: CONSENT_WORDING_VERSION,
    until: addMonths(TODAY, 6),
  });
  await person.post('/api/me/merges', { email: registrar.email, reason: `Cùng là ${NAME}` });
  return { whole, school, bank, registrar, person };
}

/** Every column of text, of any schema, in which a row holds one of the values: searched as the owner. */
async function whereIs({ database }: TestApp): Promise<string[]> {
  const columns = await database.owner.query<{ schema: string; table: string; name: string }>(`
    select n.nspname as schema, c.relname as table, a.attname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
     where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema'
       and (t.typcategory in ('S', 'A') or t.typname in ('json', 'jsonb', 'bytea', 'citext'))
     order by 2, 3`);
  assert.ok(columns.rows.length > 150, 'every table is searched');
  const found: string[] = [];
  for (const { schema, table, name } of columns.rows) {
    const { rows } = await database.owner.query(
      `select from ${schema}."${table}" where "${name}"::text ilike any ($1) limit 1`,
      [[NAME, EMAIL, SPELLING, ...inBytes(EMAIL)].map((value) => `%${value}%`)],
    );
    if (rows.length > 0) found.push(`${table}.${name}`);
  }
  return found;
}

/** Also as the hexadecimal text of bytes. */
function inBytes(value: string): string[] {
  return [Buffer.from(value).toString('hex'), Buffer.from(NAME).toString('hex')];
}

async function keys({ database }: TestApp, personId: number) {
  const { rows } = await database.owner.query('select from person_key where person_id = $1', [
    personId,
  ]);
  return rows;
}

function sweep(whole: TestApp, today: string): Promise<number> {
  return eraseDue(whole.platform.db, whole.system, holdingsOf(peopleDoors), { today });
}
