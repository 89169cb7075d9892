import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Actor } from '#src/actors/actor.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { initialisedDatabase } from '#src/testing/database.ts';
import { keepSealing } from './keep-sealing.ts';
import { record } from './record.ts';
import { newSealing, sealFacts } from './seal.ts';
import { settle } from './settle.ts';
import { verifyAudit } from './verify.ts';

const fact = (subjectId: number | string) => ({
  action: 'import-applied',
  subjectKind: 'import-run',
  subjectId,
});

async function installation(t: TestContext) {
  const database = await initialisedDatabase(t);
  return { ...database, system: await getActor(database.db, 'system', 'a test') };
}

/** A transaction that is ended from outside. */
function open(db: Kysely<DB>) {
  const rollback = new Error('rolled back on purpose');
  let ready: (trx: Transaction<DB>) => void;
  let end: (how: 'commit' | 'roll back') => void;
  const begun = new Promise<Transaction<DB>>((resolve) => (ready = resolve));
  const asked = new Promise<'commit' | 'roll back'>((resolve) => (end = resolve));
  const done = db
    .transaction()
    .execute(async (trx) => {
      ready(trx);
      if ((await asked) === 'roll back') throw rollback;
    })
    .catch((fault: unknown) => {
      if (fault !== rollback) throw fault;
    });
  return {
    record: async (actor: Actor, id: number) => record(await begun, actor, fact(id)),
    end: async (how: 'commit' | 'roll back') => {
      end(how);
      await done;
    },
  };
}

test('whatever order transactions commit in, and whether some are rolled back, every fact is sealed exactly once', async (t) => {
  const { db, pool, system } = await installation(t);
  const sealing = newSealing();
  let written = 0;
  const step = fc.record({
    writer: fc.nat({ max: 4 }),
    act: fc.constantFrom('write', 'write', 'commit', 'roll back', 'seal', 'restart'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const writers = new Map<number, ReturnType<typeof open>>();
      for (const { writer, act } of steps) {
        const at = writers.get(writer) ?? open(db);
        if (act === 'write') {
          await at.record(system, (written += 1));
          writers.set(writer, at);
        } else if (act === 'commit' || act === 'roll back') {
          await at.end(act);
          writers.delete(writer);
        } else {
          await sealFacts(db, act === 'seal' ? sealing : newSealing());
          if (!writers.has(writer)) await at.end('commit');
        }
      }
      for (const writer of writers.values()) await writer.end('commit');
      await sealFacts(db, sealing);
      const { rows } = await pool.query(`
        select f.id, (select count(*) from audit_seal s where s.facts @> f.id) as seals
          from audit_fact f`);
      assert.deepEqual(
        rows.filter(({ seals }) => seals !== 1),
        [],
      );
      const { rows: sum } = await pool.query('select sum(fact_count) as facts from audit_seal');
      assert.equal(Number(sum[0].facts), rows.length);
      const verdict = await verifyAudit(db);
      assert.deepEqual([verdict.ok, verdict.facts, verdict.broken], [true, rows.length, null]);
    }),
    { numRuns: 40 },
  );
});

test('sealing does not wait for a transaction that is still open, nor does that one for the seal', async (t) => {
  const { db, pool, system } = await installation(t);
  const settled = async () =>
    (
      await pool.query(
        'select facts::text as facts, settled_through as through from audit_seal order by id',
      )
    ).rows;
  const sealing = newSealing();
  await sealFacts(db, sealing);
  const last = (await settled()).at(-1).through;

  const slow = open(db);
  await slow.record(system, 1);
  await db.transaction().execute((trx) => record(trx, system, fact(2)));
  assert.deepEqual(await sealFacts(db, sealing), { sealed: 1 });
  assert.deepEqual((await settled()).at(-1), {
    facts: `{[${last + 2},${last + 3})}`,
    through: last,
  });
  assert.equal((await verifyAudit(db)).ok, true);

  await slow.end('commit');
  assert.deepEqual(await sealFacts(db, sealing), { sealed: 1 });
  assert.deepEqual((await settled()).at(-1), {
    facts: `{[${last + 1},${last + 2})}`,
    through: last + 2,
  });
  assert.equal((await verifyAudit(db)).ok, true);
});

test('ids are settled when everybody who might have been given one has ended', () => {
  const start = { through: 5, waitingFor: undefined };
  assert.deepEqual(settle(start, { lastId: 9, writers: [] }), {
    through: 9,
    waitingFor: undefined,
  });
  const waiting = settle(start, { lastId: 9, writers: ['3/1', '4/1'] });
  assert.equal(waiting.through, 5);
  const still = settle(waiting, { lastId: 12, writers: ['4/1', '5/1'] });
  assert.equal(still.through, 5);
  const ended = settle(still, { lastId: 15, writers: ['5/1', '6/1'] });
  assert.equal(ended.through, 9);
  assert.deepEqual(ended.waitingFor, { lastId: 15, writers: ['5/1', '6/1'] });
});

test('two processes that seal at once write one chain', async (t) => {
  const { db, system } = await installation(t);
  for (let round = 0; round < 5; round += 1) {
    await db.transaction().execute((trx) => record(trx, system, fact(round)));
    await Promise.all([sealFacts(db), sealFacts(db), sealFacts(db)]);
  }
  await sealFacts(db);
  const { ok, unsealed } = await verifyAudit(db);
  assert.deepEqual([ok, unsealed?.count], [true, 0]);
});

test('more facts than one seal holds are sealed in several', async (t) => {
  const { db, pool } = await installation(t);
  await pool.query(`
    insert into audit_fact (actor_id, purpose, action, subject_kind, subject_id)
    select (select min(id) from actor), 'test', 'import-applied', 'import-run', n from generate_series(1, 25000) n`);
  const { rows } = await pool.query('select count(*) as facts from audit_fact');
  assert.deepEqual(await sealFacts(db), { sealed: rows[0].facts });
  const { ok, seals, facts } = await verifyAudit(db);
  assert.deepEqual([ok, seals, facts], [true, 3, rows[0].facts]);
});

test('a server seals what is recorded until it stops, and says so when it cannot', async (t) => {
  const { db, owner, system } = await installation(t);
  const faults: unknown[] = [];
  const stop = keepSealing({ db }, (fault) => faults.push(fault), 3600);
  await db.transaction().execute((trx) => record(trx, system, fact(1)));
  await stop();
  const { ok, unsealed } = await verifyAudit(db);
  assert.deepEqual([ok, unsealed?.count, faults.length], [true, 0, 0]);

  await owner.query('alter table audit_seal rename to audit_seal_away');
  await keepSealing({ db }, (fault) => faults.push(fault), 3600)();
  assert.equal(faults.length, 2);
});
