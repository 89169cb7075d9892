import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ProblemBody } from '#src/http/contract.ts';
import { advertisementsFile } from '#src/testing/advertisements-file.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { importFile } from '#src/testing/import-file.ts';
import { browserOf, signedIn, type Browser } from '#src/testing/people.ts';
import type { Decision } from '../contract.ts';
import type { Agreement, Disagreements, OpinionQueue } from './contract.ts';

/** Two reviewers beside the administrator; `k8s` is written in two advertisements. */
async function installation(t: TestContext): Promise<TestApp & { second: Browser }> {
  const app = await testApp(t);
  await importFile(app.platform, app.commandLine, {
    kind: 'advertisements',
    content: advertisementsFile([
      { title: 'Kỹ sư vận hành', employer: 'Công ty Bến Sông Hư Cấu', tags: ['K8s', 'SQL'] },
      { title: 'Trưởng nhóm', employer: 'Công ty Đồi Thông Hư Cấu', tags: ['K8s'] },
    ]),
  });
  const { cookie } = await signedIn(app.platform, { roles: ['reviewer'] });
  return Object.assign(app, { second: browserOf(app.app, cookie) });
}

async function decide(app: TestApp, verdict: 'accept' | 'reject' = 'accept'): Promise<Decision> {
  const { id } = await app.platform.db
    .selectFrom('competency')
    .where('code', '=', 'IN.KUBERNETES')
    .select('id')
    .executeTakeFirstOrThrow();
  const reply = await app.post('/api/review/decisions', {
    ...{ normalised: 'k8s', competencyId: id, verdict },
  });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<Decision>();
}

/** Decides and takes back until the salt chooses the decision. */
async function decideUntilChosen(
  app: TestApp & { second: Browser },
  verdict: 'accept' | 'reject' = 'accept',
): Promise<Decision> {
  for (let turn = 0; turn < 400; turn += 1) {
    const decision = await decide(app, verdict);
    if ((await queue(app.second)).waiting > 0) return decision;
    await app.post(`/api/review/decisions/${decision.id}/undo`);
  }
  assert.fail('one in twenty is chosen');
}

const queue = (browser: Browser) => browser.get<OpinionQueue>('/api/review/opinions/queue');
const agreement = (browser: Browser) => browser.get<Agreement>('/api/review/opinions/agreement');
const disagreements = (browser: Browser) =>
  browser.get<Disagreements>('/api/review/opinions/disagreements');

test('another person is asked about one decision in twenty, and is told nothing of it', async (t) => {
  const app = await installation(t);
  const decision = await decideUntilChosen(app);
  const { items } = await queue(app.second);
  assert.equal(items.length, 1);
  assert.deepEqual(Object.keys(items[0]!).sort(), [
    ...['competency', 'decisionId', 'examples', 'normalised'],
  ]);
  assert.equal(items[0]!.decisionId, decision.id);
  assert.ok(items[0]!.examples.length > 0);
  assert.equal((await queue(app)).waiting, 0, 'never the person who decided');
  const own = await app.post('/api/review/opinions', {
    ...{ decisionId: decision.id, verdict: 'accept' },
  });
  assert.equal(own.json<ProblemBody>().code, 'opinion-not-wanted');
});

test('what is chosen follows from number and salt: about five in a hundred, the same at any time', async (t) => {
  const app = await installation(t);
  await queue(app);
  const { id } = await app.platform.db
    .selectFrom('competency')
    .where('code', '=', 'IN.KUBERNETES')
    .select('id')
    .executeTakeFirstOrThrow();
  await app.database.owner.query(
    `insert into decision (normalised, competency_id, verdict, actor_id, owner_organisation_id)
     select 'w' || i, $1, 'accept', $2, $3 from generate_series(1, 4000) i`,
    [id, app.administrator.id, app.administrator.organisationId],
  );
  const { waiting } = await queue(app.second);
  // four standard deviations around 200
  assert.ok(waiting > 145 && waiting < 255, String(waiting));
  assert.equal((await queue(app.second)).waiting, waiting);
  await app.database.owner.query(`update second_opinion_salt set salt = '\\x00'`);
  assert.notDeepEqual((await queue(app.second)).items, (await queue(app)).items);
});

test('an opinion changes no link and is given once; a disagreement waits for an editor, whose word counts', async (t) => {
  const app = await installation(t);
  const decision = await decideUntilChosen(app, 'accept');
  const given = { decisionId: decision.id, verdict: 'reject' };
  assert.equal((await app.second.post('/api/review/opinions', given)).statusCode, 200);
  assert.equal((await app.second.post('/api/review/opinions', given)).statusCode, 409);
  assert.deepEqual(await verdicts(app), ['accept', 'accept']);

  const open = await disagreements(app);
  assert.deepEqual(
    open.items.map(({ normalised, first, second }) => [normalised, first, second]),
    [['k8s', 'accept', 'reject']],
  );
  const address = `/api/review/opinions/${open.items[0]!.id}/settle`;
  assert.equal((await app.second.post(address, { verdict: 'reject' })).statusCode, 403);
  assert.equal((await app.post(address, { verdict: 'reject' })).statusCode, 200);
  assert.deepEqual(await verdicts(app), ['reject', 'reject']);
  assert.equal((await disagreements(app)).total, 0);
  assert.equal((await app.post(address, { verdict: 'accept' })).statusCode, 409);

  const { rows } = await app.database.pool.query(
    `select action from audit_fact where action in ('second-opinion-given', 'disagreement-settled')
      order by id`,
  );
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['second-opinion-given', 'disagreement-settled'],
  );
  const said = await agreement(app);
  assert.deepEqual([said.n, said.table.onlyFirstAccepts, said.kappa], [1, 1, null]);
});

test('a decision that is taken back is asked about no more, and its opinion leaves the agreement', async (t) => {
  const app = await installation(t);
  const decision = await decideUntilChosen(app);
  await app.second.post('/api/review/opinions', { decisionId: decision.id, verdict: 'accept' });
  assert.equal((await agreement(app)).table.bothAccept, 1);
  await app.post(`/api/review/decisions/${decision.id}/undo`);
  assert.equal((await agreement(app)).n, 0);
  assert.equal((await queue(app.second)).waiting, 0);
});

async function verdicts(app: TestApp): Promise<(string | null)[]> {
  const rows = await app.platform.db
    .selectFrom('advertisement_link')
    .where('normalised', '=', 'k8s')
    .select('verdict')
    .execute();
  return rows.map(({ verdict }) => verdict);
}
