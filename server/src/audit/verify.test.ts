import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { backup } from '#src/db/backup/backup.ts';
import { restore } from '#src/db/backup/restore.ts';
import { getActor } from '#src/actors/find-actor.ts';
import { bareDatabase, initialisedDatabase, type TestDatabase } from '#src/testing/database.ts';
import { startTestServer, type TestServer } from '#src/testing/database-server.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { factHash, hashedColumns, sealHash, type HashedFact } from './fact-hash.ts';
import { readHead } from './head.ts';
import { recordEach } from './record.ts';
import { sealFacts } from './seal.ts';
import { listFactsIn, listSeals } from './seal-queries.ts';
import { verifyAudit } from './verify.ts';

let folder: string;
/** A server of the other kind, when the run is on one that NHIP_TEST_DATABASE_URL names. */
let embedded: TestServer | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhip-audit-'));
  if (process.env.NHIP_TEST_DATABASE_URL) embedded = await startTestServer();
});
after(async () => {
  await embedded?.stop();
  await rm(folder, { recursive: true });
});

/** Six seals after the one of the new installation, of five facts each; what a database owner may do is `change`. */
async function sealed(t: TestContext) {
  const database = await initialisedDatabase(t);
  const { db, owner } = database;
  await sealFacts(db);
  const system = await getActor(db, 'system', 'một thử nghiệm');
  for (let seal = 0; seal < 6; seal += 1) {
    const facts = Array.from({ length: 5 }, (_, index) => ({
      action: 'import-applied',
      subjectKind: 'import-run',
      subjectId: `${seal}-${index}`,
      detail: { new: index, changed: 0.5, note: 'Nguyễn "Thị" Hòa' },
    }));
    await db.transaction().execute((trx) => recordEach(trx, system, facts));
    await sealFacts(db);
  }
  const { rows } = await owner.query('select max(id) as last from audit_fact');
  return { ...database, last: rows[0].last as number, change: (text: string) => owner.query(text) };
}

type Chain = Awaited<ReturnType<typeof sealed>>;

async function broken({ db }: Chain, head?: Awaited<ReturnType<typeof readHead>>) {
  const { ok, broken } = await verifyAudit(db, { head });
  assert.equal(ok, broken === null);
  return broken && [broken.kind, broken.factId, broken.sealId];
}

/** What somebody does who knows how seals are made: writes one anew over the facts as they are. */
async function rewriteSeal({ db, owner }: Chain, id: number): Promise<void> {
  const [seal] = await listSeals(db, id - 1, 1);
  const before = await listSeals(db, id - 2, 1);
  const facts = await listFactsIn(db, seal!.facts);
  const hashes = facts.sort((a, b) => Number(a.id) - Number(b.id)).map(factHash);
  const previousHash = before[0]!.hash;
  const hash = sealHash(
    {
      id,
      factCount: hashes.length,
      settledThrough: seal!.settled_through,
      sealedAt: seal!.sealed_micros,
      previousHash,
    },
    hashes,
  );
  await owner.query(
    'update audit_seal set fact_hashes = $2, previous_hash = $3, hash = $4 where id = $1',
    [id, Buffer.concat(hashes.map((one) => one.subarray(0, 8))), previousHash, hash],
  );
}

test('a chain that nobody touched is right, and says how far it reaches', async (t) => {
  const chain = await sealed(t);
  const head = await readHead(chain.db);
  const verdict = await verifyAudit(chain.db, { head });
  assert.deepEqual(verdict, {
    ok: true,
    seals: 7,
    facts: head.factCount,
    head,
    unsealed: { count: 0, oldest: null },
    broken: null,
  });
});

test('a fact that was changed in any column is named, with its seal', async (t) => {
  const chain = await sealed(t);
  const id = chain.last - 12;
  const changes = [
    `at = at + interval '1 microsecond'`,
    `actor_id = (select max(id) from actor where id <> actor_id)`,
    'organisation_id = null',
    `purpose = 'khác'`,
    `action = 'import-discarded'`,
    `subject_kind = ''`,
    `subject_id = subject_id || ' '`,
    `detail = detail || '{"changed": 0.50}'`,
    `at = 'infinity'`,
    `at = '4713-01-01 BC'`,
  ];
  for (const change of changes) {
    await chain.change(`create temporary table kept as select * from audit_fact where id = ${id}`);
    await chain.change(`update audit_fact set ${change} where id = ${id}`);
    assert.deepEqual(await broken(chain), ['fact-changed', String(id), 5], change);
    await chain.change(`update audit_fact f set at = k.at, actor_id = k.actor_id, purpose = k.purpose,
      organisation_id = k.organisation_id, action = k.action, subject_kind = k.subject_kind,
      subject_id = k.subject_id, detail = k.detail from kept k where f.id = k.id`);
    await chain.change('drop table kept');
    assert.equal(await broken(chain), null);
  }
});

test('the first broken link is named when several are', async (t) => {
  const chain = await sealed(t);
  await chain.change(
    `update audit_fact set purpose = 'khác' where id in (${chain.last}, ${chain.last - 7})`,
  );
  await chain.change(`delete from audit_fact where id = ${chain.last - 6}`);
  assert.deepEqual(await broken(chain), ['fact-changed', String(chain.last - 7), 6]);
});

test('a fact that was deleted is named', async (t) => {
  const chain = await sealed(t);
  await chain.change(`delete from audit_fact where id = ${chain.last - 3}`);
  assert.deepEqual(await broken(chain), ['fact-missing', String(chain.last - 3), 7]);
});

test('a fact that was put in where every fact had been sealed is named, before and after it is sealed itself', async (t) => {
  const chain = await sealed(t);
  // ids of transactions that were rolled back are free places
  await chain.change(`select nextval('audit_fact_id_seq')`);
  const free = chain.last + 1;
  const system = await getActor(chain.db, 'system', 'một thử nghiệm');
  const one = { action: 'import-applied', subjectKind: 'import-run', subjectId: 'x' };
  await chain.db.transaction().execute((trx) => recordEach(trx, system, [one]));
  await sealFacts(chain.db);
  const put = (id: string | number) =>
    chain.change(`insert into audit_fact (id, actor_id, purpose, action, subject_kind, subject_id)
      overriding system value select ${id}, actor_id, purpose, action, subject_kind, subject_id
      from audit_fact where id = ${chain.last}`);
  await put(free);
  assert.deepEqual(await broken(chain), ['fact-added', String(free), 8]);
  await sealFacts(chain.db);
  assert.deepEqual(await broken(chain), ['fact-added', String(free), 9]);

  const other = await sealed(t);
  for (const id of ['-5', '9000000000000000000', String(other.last + 100)]) {
    await other.change(`insert into audit_fact (id, actor_id, purpose, action, subject_kind, subject_id)
      overriding system value select ${id}, actor_id, purpose, action, subject_kind, subject_id
      from audit_fact where id = ${other.last}`);
    const found = await broken(other);
    assert.deepEqual(found?.slice(0, 2), ['fact-added', id]);
    await other.change(`delete from audit_fact where id = ${id}`);
  }
});

test('a seal that was changed in any column is named', async (t) => {
  const chain = await sealed(t);
  const changes = [
    `facts = facts + int8multirange(int8range(1000000, 1000001))`,
    `facts = '{(,5)}'`,
    'fact_count = fact_count + 1',
    'settled_through = settled_through - 1',
    'settled_through = 9000000000000000000',
    `fact_hashes = overlay(fact_hashes placing '\\x0000'::bytea from 3)`,
    `fact_hashes = ''`,
    `previous_hash = sha256('')`,
    `hash = sha256('')`,
    `sealed_at = sealed_at - interval '1 day'`,
  ];
  for (const change of changes) {
    await chain.change('create temporary table kept as select * from audit_seal where id = 4');
    await chain.change(`update audit_seal set ${change} where id = 4`);
    assert.deepEqual(await broken(chain), ['seal-changed', null, 4], change);
    await chain.change('delete from audit_seal where id = 4');
    await chain.change('insert into audit_seal select * from kept');
    await chain.change('drop table kept');
    assert.equal(await broken(chain), null);
  }
});

test('a seal that was deleted is named, the first one too', async (t) => {
  const chain = await sealed(t);
  await chain.change('delete from audit_seal where id = 4');
  assert.deepEqual(await broken(chain), ['seal-missing', null, 4]);
  await chain.change('delete from audit_seal where id = 1');
  assert.deepEqual(await broken(chain), ['seal-missing', null, 1]);
});

test('a fact changed together with its seal breaks the chain behind it', async (t) => {
  const chain = await sealed(t);
  await chain.change(`update audit_fact set purpose = 'khác' where id = ${chain.last - 7}`);
  await rewriteSeal(chain, 6);
  assert.deepEqual(await broken(chain), ['chain-broken', null, 7]);
});

test('a chain computed anew to its end is noticed by an exported head alone', async (t) => {
  const chain = await sealed(t);
  const head = await readHead(chain.db);
  await chain.change(`update audit_fact set purpose = 'khác' where id = ${chain.last - 7}`);
  await rewriteSeal(chain, 6);
  await rewriteSeal(chain, 7);
  assert.equal(await broken(chain), null);
  assert.deepEqual(await broken(chain, head), ['head-changed', null, 7]);
});

test('a tail that was cut off is noticed by an exported head alone', async (t) => {
  const chain = await sealed(t);
  const head = await readHead(chain.db);
  await chain.change('delete from audit_seal where id = 7');
  await chain.change(`delete from audit_fact where id > ${chain.last - 5}`);
  assert.equal(await broken(chain), null);
  assert.deepEqual(await broken(chain, head), ['head-not-found', null, 7]);
});

test('a head of another installation is refused, since it can say nothing about this one', async (t) => {
  const chain = await sealed(t);
  const head = await readHead(chain.db);
  const installation = '00000000-0000-4000-8000-000000000000';
  await assert.rejects(
    verifyAudit(chain.db, { head: { ...head, installation } }),
    isProblem('audit-head-foreign'),
  );
});

test('facts that wait for a seal are counted, and after an hour they are a fault', async (t) => {
  const chain = await sealed(t);
  const system = await getActor(chain.db, 'system', 'một thử nghiệm');
  const one = { action: 'import-applied', subjectKind: 'import-run', subjectId: 'x' };
  await chain.db.transaction().execute((trx) => recordEach(trx, system, [one, one]));
  const { ok, unsealed } = await verifyAudit(chain.db);
  assert.deepEqual([ok, unsealed?.count], [true, 2]);
  assert.match(unsealed!.oldest!, /^\d{4}-\d\d-\d\dT/);
  await chain.change(
    `update audit_fact set at = at - interval '61 minutes' where id = ${chain.last + 2}`,
  );
  assert.deepEqual(await broken(chain), ['unsealed-too-long', String(chain.last + 1), null]);
});

test('the program itself may neither change nor delete a fact or a seal', async (t) => {
  const { pool } = await sealed(t);
  for (const text of [
    `update audit_fact set purpose = 'khác'`,
    'delete from audit_fact',
    `update audit_seal set hash = sha256('')`,
    'delete from audit_seal',
    'truncate audit_fact, audit_seal',
  ]) {
    await assert.rejects(pool.query(text), { code: '42501' }, text);
  }
});

test('a restored back-up is verified with the head of the original, and its chain goes on', async (t) => {
  const source = await sealed(t);
  const head = await readHead(source.db);
  const archive = join(folder, 'archive.nhip');
  const ownerOf = (database: TestDatabase) => ({ ...database, pool: database.owner });
  await backup(ownerOf(source), join(folder, 'none'), archive);
  const target = await bareDatabase(t, embedded?.url);
  await restore(archive, target, join(folder, 'none'));
  const { ok, facts } = await verifyAudit(target.db, { head });
  assert.deepEqual([ok, facts], [true, head.factCount]);

  const system = await getActor(target.db, 'system', 'một thử nghiệm');
  const one = { action: 'import-applied', subjectKind: 'import-run', subjectId: 'x' };
  await target.db.transaction().execute((trx) => recordEach(trx, system, [one]));
  assert.deepEqual(await sealFacts(target.db), { sealed: 1 });
  const after = await verifyAudit(target.db, { head });
  assert.deepEqual([after.ok, after.facts], [true, head.factCount + 1]);
});

test('the bytes under a hash are the same on every version of PostgreSQL', async (t) => {
  const { db } = await initialisedDatabase(t);
  const { rows } = await sql<HashedFact>`select ${hashedColumns} from (select 7::int8 as id,
      timestamptz '2026-11-22 08:09:10.123456+07' as at, 3::int4 as actor_id,
      null::int4 as organisation_id, 'mục đích, có dấu'::text as purpose, 'import-applied' as action,
      'import-run' as subject_kind, '12:34' as subject_id,
      '{"zz": 1.50, "a": [1e3, null, true, "\\u0110à Nẵng \\"x\\"\\n"], "b": {"d": 0.10, "c": {}}}'::jsonb
        as detail) f`.execute(db);
  assert.equal(rows[0]!.at, '1795309750123456');
  assert.equal(
    rows[0]!.detail,
    String.raw`{"a": [1000, null, true, "Đà Nẵng \"x\"\n"], "b": {"c": {}, "d": 0.10}, "zz": 1.50}`,
  );
  const hash = factHash(rows[0]!).toString('hex');
  assert.equal(hash, '9cf8d7ba041411c2cd424254a5c4ce367fe341e22a9ec684aa1ef9e02c1e9671');
  const seal = {
    id: 1,
    factCount: 1,
    settledThrough: 7,
    sealedAt: '1795309760000000',
    previousHash: Buffer.alloc(32),
  };
  assert.equal(
    sealHash(seal, [factHash(rows[0]!)]).toString('hex'),
    'd1a716e66867fdbf49e18de6307367ce7d4c357b54440b4941ed5996ef9e9ebc',
  );
});
