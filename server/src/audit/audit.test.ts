import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import fastify from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { inScope, platformScope } from '#src/db/scope.ts';
import { Problem } from '#src/errors.ts';
import { replyProblem } from '#src/http/problem.ts';
import { ensureOrganisation } from '#src/organisations/organisations.ts';
import type { Actor, Role } from '#src/actors/actor.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { initialisedDatabase } from '#src/testing/database.ts';
import type { AuditState, AuditVerdict, FactPage } from './contract.ts';
import { periodOf } from './period.ts';
import { record } from './record.ts';
import { auditRoutes } from './routes.ts';
import { sealFacts } from './seal.ts';

/** Two organisations with an administrator each, who have done something; and whoever asks. */
async function audited(t: TestContext) {
  const database = await initialisedDatabase(t);
  const { db } = database;
  const system = await getActor(db, 'system', 'một thử nghiệm');
  const university = await organisation('Trường Đại học Giả Định');
  const bank = await organisation('Ngân hàng Giả Định');
  const hoa = await administrator('Lê Thị Hòa', university);
  const nam = await administrator('Phạm Văn Nam', bank);
  await write(hoa, 'import-applied', university);
  await write(nam, 'import-discarded', bank);
  await write(nam, 'member-added', university);
  await write(system, 'coverage-computed', bank);
  await sealFacts(db);
  let asking: Actor = hoa;

  async function organisation(name: string): Promise<number> {
    return db
      .transaction()
      .execute((trx) =>
        ensureOrganisation(trx, system, { kind: 'university', name, fictional: true }),
      );
  }
  async function administrator(name: string, organisationId: number): Promise<Actor> {
    return inScope(db, platformScope, async (trx) => {
      const { person_id: personId } = await trx
        .insertInto('person')
        .values({ display_name: name, created_by_actor_id: system.id })
        .returning('person_id')
        .executeTakeFirstOrThrow();
      const email = `nguoi${personId}@example.vn`;
      await trx
        .insertInto('account')
        .values({ id: crypto.randomUUID(), person_id: personId, name, email })
        .execute();
      await trx
        .insertInto('role_grant')
        .values({
          person_id: personId,
          organisation_id: organisationId,
          role: 'administrator',
          granted_by_actor_id: system.id,
        })
        .execute();
      const { id } = await trx
        .insertInto('actor')
        .values({ kind: 'person', person_id: personId })
        .returning('id')
        .executeTakeFirstOrThrow();
      const organisationIds = [organisationId];
      return {
        ...{ id, kind: 'person', organisationId, organisationIds, personId, scopes: [] },
        ...{ roles: ['administrator'], purpose: 'một thử nghiệm', personIds: [personId] },
      };
    });
  }
  async function write(actor: Actor, action: string, organisationId: number): Promise<void> {
    const subject = { subjectKind: 'import-run', subjectId: '=1+1' };
    await db
      .transaction()
      .execute((trx) => record(trx, actor, { action, ...subject, organisationId }));
  }

  const app = fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(replyProblem);
  app.addHook('onRequest', async (request) => {
    request.actor = asking;
    const may = request.routeOptions.config.access;
    if (!may?.(asking)) throw new Problem('not-allowed', { what: request.url });
  });
  auditRoutes(app, { db });
  t.after(() => app.close());
  const as = (actor: Actor, ...roles: Role[]) => ({
    ask: async (url: string, payload?: object) => {
      asking = roles.length > 0 ? { ...actor, roles } : actor;
      return app.inject({ url, ...(payload && { method: 'POST' as const, payload }) });
    },
    facts: async (query = '') => {
      asking = roles.length > 0 ? { ...actor, roles } : actor;
      const reply = await app.inject(`/api/audit/facts?${query}`);
      assert.equal(reply.statusCode, 200, reply.body);
      return reply.json<FactPage>();
    },
  });
  const secretariat = await getActor(db, 'command-line', 'một thử nghiệm');
  return { ...database, as, hoa, nam, university, bank, secretariat };
}

test('an administrator reads the facts of the own organisation, newest first and in plain words', async (t) => {
  const { as, hoa, university, bank } = await audited(t);
  const { items, next } = await as(hoa).facts();
  assert.deepEqual(
    items.map(({ action }) => action),
    ['member-added', 'import-applied', 'organisation-added'],
  );
  assert.equal(next, null);
  assert.ok(items.every(({ organisation, sealed }) => organisation?.id === university && sealed));
  const [byOther, byHerself, bySystem] = items;
  assert.equal(byHerself!.actor.name, 'Lê Thị Hòa');
  assert.equal(byHerself!.words.vi, 'đã áp dụng lần nhập');
  assert.equal(byHerself!.subject.words.en, 'import');
  assert.deepEqual(
    [byOther!.actor.name, byOther!.actor.organisation?.vi],
    [null, 'Ngân hàng Giả Định'],
  );
  assert.deepEqual([bySystem!.actor.name, bySystem!.actor.words.vi], [null, 'hệ thống']);

  assert.equal((await as(hoa).ask(`/api/audit/facts?organisation=${bank}`)).statusCode, 403);
  assert.equal((await as(hoa).ask(`/api/audit/facts.csv?organisation=${bank}`)).statusCode, 403);
});

test('the secretariat and the operator read all facts; nobody else reads any', async (t) => {
  const { as, hoa, nam, secretariat } = await audited(t);
  for (const role of ['secretariat', 'operator'] as const) {
    const { items } = await as(secretariat, role).facts('size=200');
    assert.ok(items.length >= 8);
    const names = items.map(({ actor }) => actor.name);
    assert.ok(!names.includes('Lê Thị Hòa') && !names.includes('Phạm Văn Nam'));
  }
  for (const role of ['viewer', 'reviewer', 'lecturer', 'hr', 'system'] as const) {
    for (const url of ['facts', 'facts.csv', 'state']) {
      assert.equal((await as(hoa, role).ask(`/api/audit/${url}`)).statusCode, 403);
    }
  }
  assert.equal((await as(nam).ask('/api/audit/verify', {})).statusCode, 403);
});

test('facts are found by actor, action, subject and time, and read page by page without a gap', async (t) => {
  const { as, nam, secretariat, university } = await audited(t);
  const all = as(secretariat);
  const actions = async (query: string) =>
    (await all.facts(query)).items.map(({ action }) => action);
  assert.deepEqual(await actions(`actor=${nam.id}`), ['member-added', 'import-discarded']);
  assert.deepEqual(await actions(`actor=${nam.id}&organisation=${university}`), ['member-added']);
  assert.deepEqual(await actions('action=coverage-computed'), ['coverage-computed']);
  assert.equal(
    (await actions(`subjectKind=import-run&subjectId=${encodeURIComponent('=1+1')}`)).length,
    4,
  );
  const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
  assert.ok((await actions(`from=${today}&to=${today}`)).length > 0);
  assert.deepEqual(await actions('to=2020-01-01'), []);
  assert.equal((await all.ask('/api/audit/facts?from=hôm-qua')).statusCode, 400);

  const whole = (await all.facts('size=200')).items.map(({ id }) => id);
  const paged: number[] = [];
  for (let query: string | null = 'size=3'; query !== null;) {
    const { items, next }: FactPage = await all.facts(query);
    paged.push(...items.map(({ id }) => id));
    query = next === null ? null : `size=3&before=${next}`;
  }
  assert.deepEqual(paged, whole);
});

test('the export holds what the list holds, and no cell of it is a formula', async (t) => {
  const { as, hoa } = await audited(t);
  const reply = await as(hoa).ask('/api/audit/facts.csv');
  assert.match(String(reply.headers['content-type']), /^text\/csv/);
  const lines = reply.body.trimEnd().split('\r\n');
  assert.equal(lines.length, 1 + 3);
  assert.ok(lines[1]!.includes(`,'=1+1,`), reply.body);
});

test('the state says how many facts wait for a seal, and a head that a later check can use', async (t) => {
  const { as, db, secretariat } = await audited(t);
  const all = as(secretariat);
  const state = async () => (await all.ask('/api/audit/state')).json<AuditState>();
  const first = await state();
  assert.deepEqual([first.unsealed, first.facts], [0, first.sealed]);
  const one = { action: 'import-applied', subjectKind: 'import-run', subjectId: 1 };
  await db.transaction().execute((trx) => record(trx, secretariat, one));
  const second = await state();
  assert.deepEqual([second.unsealed, second.facts], [1, first.facts + 1]);
  assert.equal((await all.facts('size=1')).items[0]!.sealed, false);
  await sealFacts(db);
  const third = await state();
  assert.deepEqual([third.unsealed, third.head?.sealId], [0, first.head!.sealId + 1]);
  assert.equal((await all.facts('size=1')).items[0]!.sealed, true);

  const checked = await all.ask('/api/audit/verify', { head: first.head });
  const { ok, facts, head } = checked.json<AuditVerdict>();
  assert.deepEqual([ok, facts, head], [true, third.sealed, third.head]);
});

test('a broken row is named by the check and does not hide the others', async (t) => {
  const { as, owner, secretariat } = await audited(t);
  await owner.query(`update audit_fact set at = 'infinity', detail = '[1e400]' where id = 2`);
  const { items } = await as(secretariat).facts('size=200');
  assert.equal(items.find(({ id }) => id === 2)?.at, 'Infinity');
  const reply = await as(secretariat).ask('/api/audit/verify', {});
  const { ok, broken } = reply.json<AuditVerdict>();
  assert.equal(ok, false);
  assert.deepEqual([broken?.kind, broken?.factId, broken?.sealId], ['fact-changed', '2', 1]);
  assert.match(broken!.words.vi, /^Dấu vết số 2 .* niêm phong số 1 /);
});

test('a date is the whole day in Việt Nam, a moment ends before itself', () => {
  assert.deepEqual(periodOf({ from: '2026-11-22', to: '2026-11-22' }), {
    from: new Date('2026-11-21T17:00:00Z'),
    until: new Date('2026-11-22T17:00:00Z'),
  });
  assert.deepEqual(periodOf({ to: '2026-11-22T08:00:00+07:00' }), {
    from: undefined,
    until: new Date('2026-11-22T01:00:00Z'),
  });
});
