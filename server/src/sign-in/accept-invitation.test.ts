import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import type { ProblemBody } from '#src/http/contract.ts';
import type { InvitationSent } from '#src/organisations/contract.ts';
import { ensureOrganisation } from '#src/organisations/organisations.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { browserOf, memberOf } from '#src/testing/people.ts';
import type { Session } from './contract.ts';

const EMAIL = 'moi.vao@minh-hoa.example';
const PASSWORD = 'cầu treo bắc qua sông lớn';

test('the invited make an account with the link, once, and act for the organisation in its roles', async (t) => {
  const { whole, university, token } = await invited(t);
  const browser = browserOf(whole.app);
  const entry = { token, name: 'Người Được Mời', password: PASSWORD };
  const made = await browser.post('/api/invitations/accept', entry);
  assert.equal(made.statusCode, 200, made.body);
  const session = await browserOf(whole.app, cookieOf(made)).get<Session>('/api/session');
  assert.equal(session.person?.email, EMAIL);
  assert.equal(session.organisation?.id, university);
  assert.deepEqual(session.roles, ['lecturer']);
  const replayed = await browser.post('/api/invitations/accept', entry);
  assert.equal(codeOf(replayed), 'invitation-accepted');
  const signedIn = await browser.post('/api/auth/sign-in/email', {
    email: EMAIL,
    password: PASSWORD,
  });
  assert.equal(signedIn.statusCode, 200, signedIn.body);
});

test('who has an account accepts with it; a foreign address has to be confirmed', async (t) => {
  const { whole, university, token } = await invited(t);
  const other = await memberOf(whole, { organisationId: null, email: 'khac@minh-hoa.example' });
  const foreign = await other.post('/api/invitations/accept', { token });
  assert.equal(codeOf(foreign), 'invitation-foreign');
  const confirmed = await other.post('/api/invitations/accept', {
    token,
    otherAddressConfirmed: true,
  });
  assert.equal(confirmed.statusCode, 200, confirmed.body);
  const session = await browserOf(whole.app, cookieOf(confirmed)).get<Session>('/api/session');
  assert.equal(session.organisation?.id, university);
});

test('an account that exists is never handed out by an invitation', async (t) => {
  const { whole, token } = await invited(t);
  await memberOf(whole, { organisationId: null, email: EMAIL });
  const taken = await browserOf(whole.app).post('/api/invitations/accept', {
    token,
    name: 'Người khác',
    password: PASSWORD,
  });
  assert.equal(codeOf(taken), 'account-exists');
});

test('a refused password leaves the invitation open', async (t) => {
  const { whole, token } = await invited(t);
  const browser = browserOf(whole.app);
  const accept = (password: string) =>
    browser.post('/api/invitations/accept', { token, name: 'Người Được Mời', password });
  assert.equal(codeOf(await accept('1234567890')), 'password-common');
  assert.equal(codeOf(await accept('ngắn')), 'password-too-short');
  assert.equal(codeOf(await accept('moi.vao')), 'password-too-short');
  assert.equal((await accept(PASSWORD)).statusCode, 200);
});

test('where letters are sent, their reader alone has the link: whoever invites cannot pass for the invited', async (t) => {
  const { link } = await invited(t);
  assert.equal(link, null);
});

test('where none are, the link is handed over and proves nobody’s address', async (t) => {
  const { whole, link } = await invited(t, 'kept');
  const token = new URL(link!).hash.slice(1);
  const browser = browserOf(whole.app);
  const entry = { token, name: 'Người Được Mời', password: PASSWORD };
  assert.equal((await browser.post('/api/invitations/accept', entry)).statusCode, 200);
  const { rows } = await whole.database.owner.query(
    'select email_verified as proven from account where email = $1',
    [EMAIL],
  );
  assert.deepEqual(rows, [{ proven: false }]);
  const again = await browser.post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD });
  assert.equal(again.statusCode, 200, again.body);
  for (const path of ['sign-up/email', 'request-password-reset', 'send-verification-email']) {
    const body = { email: 'x@minh-hoa.example', name: 'X', password: PASSWORD };
    assert.equal(codeOf(await browser.post(`/api/auth/${path}`, body)), 'no-mail-server');
  }
});

async function invited(t: Parameters<typeof testApp>[0], letters: 'sent' | 'kept' = 'sent') {
  const whole: TestApp = await testApp(t, { letters });
  const university = await whole.platform.db
    .transaction()
    .execute((trx) =>
      ensureOrganisation(trx, whole.system, { kind: 'university', name: 'Trường Thử' }),
    );
  const administrator = await memberOf(whole, {
    organisationId: university,
    roles: ['administrator'],
  });
  const sent = await administrator.post(`/api/organisations/${university}/invitations`, {
    email: EMAIL,
    roles: ['lecturer'],
    language: 'vi',
  });
  assert.equal(sent.statusCode, 201, sent.body);
  const { link } = sent.json<InvitationSent>();
  const { rows } = await whole.database.owner.query(
    'select body from letter order by id desc limit 1',
  );
  const token = /#(\S+)/.exec(rows[0].body)![1]!;
  return { whole, university, token, link };
}

function cookieOf(reply: LightMyRequestResponse): string {
  const set = [reply.headers['set-cookie'] ?? []].flat();
  return set.map((cookie) => cookie.split(';')[0]).join('; ');
}

function codeOf(reply: LightMyRequestResponse): string | undefined {
  return reply.json<ProblemBody>().code;
}
