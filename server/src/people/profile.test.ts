import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp } from '#src/testing/app.ts';
import { alsoMemberOf, organisation } from '#src/testing/organisations.ts';
import { memberOf, type Browser } from '#src/testing/people.ts';
import { CONSENT_WORDING_VERSION } from './consent-words.ts';
import type { MyConsents, PersonProfile } from './contract.ts';
import { addMonths, dateOf } from './dates.ts';

test('an organisation reads what it holds itself, and nothing that another one holds', async (t) => {
  const { person, registrar, school } = await bankerAtSchool(t);
  const profile = await look(registrar, person.personId, 'member-administration');
  assert.deepEqual(
    profile.own.map(({ organisation, fullName }) => [organisation.id, fullName]),
    [[school, 'Lê Thị Tưởng Tượng']],
  );
  const { name, contact, affiliations, roles } = profile;
  assert.deepEqual({ name, contact, affiliations, roles }, NOTHING);
});

test('without a consent an organisation that holds nothing is told nothing, not even that there is such a person', async (t) => {
  const { person, stranger } = await bankerAtSchool(t);
  for (const id of [person.personId, 999_999]) {
    const reply = await stranger.inject(`/api/people/${id}/profile?purpose=recruitment`);
    assert.equal(reply.statusCode, 404);
    assert.equal(reply.json<ProblemBody>().code, 'not-found');
  }
});

test('a consent opens the kinds of data it names, for its purpose and its organisation, and the look is in the log', async (t) => {
  const { whole, person, stranger, company, bank } = await bankerAtSchool(t);
  await consent(person, { organisationId: company, dataKinds: ['contact', 'affiliations'] });
  const profile = await look(stranger, person.personId, 'recruitment');
  assert.deepEqual(profile.own, []);
  assert.deepEqual(
    profile.affiliations!.map(({ organisation }) => organisation.id).includes(bank),
    true,
  );
  assert.ok(profile.contact!.some(({ email }) => email === 'tt@nganhang.example'));
  assert.deepEqual([profile.name, profile.roles], [null, null], 'what was not named stays closed');
  const { rows } = await whole.database.owner.query(
    'select person_id, organisation_id, purpose, what, roles from person_access',
  );
  assert.deepEqual(rows, [
    {
      person_id: person.personId,
      organisation_id: company,
      purpose: 'recruitment',
      what: 'profile',
      roles: ['hr'],
    },
  ]);
});

test('the same consent opens nothing for another purpose, to another organisation or of another kind', async (t) => {
  const { person, stranger, registrar, company } = await bankerAtSchool(t);
  await consent(person, { organisationId: company, dataKinds: ['affiliations'] });
  const other = await stranger.inject(
    `/api/people/${person.personId}/profile?purpose=workforce-planning`,
  );
  assert.equal(other.statusCode, 404, 'another purpose');
  const elsewhere = await look(registrar, person.personId, 'recruitment');
  assert.equal(elsewhere.affiliations, null, 'another organisation');
  const kind = await demand(stranger, person.personId, 'contact');
  assert.equal(kind.code, 'consent-missing', 'another kind');
  assert.match(kind.words.vi, /chưa cho đồng ý nào.*Dữ liệu của tôi/);
});

test('a consent that was withdrawn opens nothing any more, at once', async (t) => {
  const { person, stranger, registrar, school, company } = await bankerAtSchool(t);
  for (const organisationId of [company, school]) await consent(person, { organisationId });
  assert.ok((await look(registrar, person.personId, 'recruitment')).affiliations);
  for (const { id } of (await person.get<MyConsents>('/api/me/consents')).consents) {
    assert.equal((await person.post(`/api/me/consents/${id}/withdraw`)).statusCode, 200);
    const twice = await person.post(`/api/me/consents/${id}/withdraw`);
    assert.equal(twice.json<ProblemBody>().code, 'consent-ended');
  }
  const gone = await stranger.inject(`/api/people/${person.personId}/profile?purpose=recruitment`);
  assert.equal(gone.statusCode, 404);
  const missing = await demand(registrar, person.personId, 'affiliations');
  assert.deepEqual([missing.code, missing.detail.verdict], ['consent-missing', 'withdrawn']);
});

test('a consent that has expired opens nothing any more', async (t) => {
  const { whole, person, registrar, school } = await bankerAtSchool(t);
  await consent(person, { organisationId: school });
  await whole.database.owner.query(`update consent set expires_at = now() - interval '1 second'`);
  const missing = await demand(registrar, person.personId, 'affiliations');
  assert.deepEqual([missing.code, missing.detail.verdict], ['consent-missing', 'expired']);
});

test('a role looks only for the purposes of its work; a viewer and a visitor look at nobody', async (t) => {
  const { whole, person, school, registrar } = await bankerAtSchool(t);
  const url = `/api/people/${person.personId}/profile`;
  const wrong = await registrar.inject(`${url}?purpose=credit-recognition`);
  assert.equal(wrong.statusCode, 403);
  const viewer = await memberOf(whole, { organisationId: school, roles: ['viewer'] });
  assert.equal((await viewer.inject(`${url}?purpose=recruitment`)).statusCode, 403);
  const visitor = await whole.app.inject({ url, headers: { host: '127.0.0.1:5757' } });
  assert.equal(visitor.statusCode, 401);
  const { rows } = await whole.database.owner.query('select from person_access');
  assert.equal(rows.length, 0, 'a refused look shows nothing and so leaves no trace');
});

test('a consent beyond 24 months, or in words that were replaced, is refused with a way out', async (t) => {
  const { person, school } = await bankerAtSchool(t);
  const tooLong = { until: addMonths(dateOf(new Date()), 25) };
  for (const wrong of [tooLong, { wordingVersion: '2001-01' }, { dataKinds: ['blood'] }]) {
    const reply = await give(person, { organisationId: school, ...wrong });
    assert.equal(reply.statusCode, 400);
    assert.equal(reply.json<ProblemBody>().code, 'consent-not-possible');
  }
  const nowhere = await give(person, { organisationId: 999_999 });
  assert.equal(nowhere.statusCode, 404);
});

const NOTHING = { name: null, contact: null, affiliations: null, roles: null };

/** A person of a school and of a bank; HR of the school, and HR of a company that knows neither. */
async function bankerAtSchool(t: TestContext) {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const bank = await organisation(whole, 'Ngân hàng Giả Tưởng');
  const company = await organisation(whole, 'Công ty Tưởng Tượng');
  const person = await memberOf(whole, { name: 'Lê Thị Tưởng Tượng', organisationId: school });
  await alsoMemberOf(whole, person.personId, {
    organisationId: bank,
    fullName: 'LE THI TUONG TUONG',
    email: 'tt@nganhang.example',
    roles: ['viewer'],
  });
  const registrar = await memberOf(whole, { organisationId: school, roles: ['hr'] });
  const stranger = await memberOf(whole, { organisationId: company, roles: ['hr'] });
  return { whole, school, bank, company, person, registrar, stranger };
}

function give(person: Browser, changes: object) {
  return person.post('/api/me/consents', {
    purpose: 'recruitment',
    dataKinds: ['affiliations'],
    wordingVersion: CONSENT_WORDING_VERSION,
    until: addMonths(dateOf(new Date()), 6),
    ...changes,
  });
}

async function consent(person: Browser, changes: object): Promise<void> {
  const reply = await give(person, changes);
  assert.equal(reply.statusCode, 200, reply.body);
}

function look(who: Browser, personId: number, purpose: string): Promise<PersonProfile> {
  return who.get(`/api/people/${personId}/profile?purpose=${purpose}`);
}

async function demand(who: Browser, personId: number, kinds: string): Promise<ProblemBody> {
  const url = `/api/people/${personId}/profile?purpose=recruitment&kinds=${kinds}`;
  return (await who.inject(url)).json<ProblemBody>();
}
