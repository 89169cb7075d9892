import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { AuditHead, AuditVerdict } from '#src/audit/contract.ts';
import { connect } from '#src/db/connect.ts';
import { commandLine, databaseUrl } from '#src/testing/command-line.ts';

const onServer = await databaseUrl();
const nhip = await commandLine(onServer);
const folder = join(nhip.home, '..');

test('a head is exported, the chain is checked with it, and whoever changes the database is found out', async (t) => {
  assert.equal((await nhip.run(['init'])).code, 0);
  const owner = await connect(
    onServer.DATABASE_URL === undefined
      ? { kind: 'embedded', folder: join(nhip.home, 'main', 'postgres') }
      : { kind: 'server', url: onServer.DATABASE_URL },
  );
  t.after(() => owner.close());
  const file = join(folder, 'head.json');
  const exported = await nhip.run(['audit', 'head', '--out', file]);
  assert.equal(exported.code, 0, exported.stderr);
  const head = JSON.parse(await readFile(file, 'utf8')) as AuditHead;
  assert.deepEqual([head.format, head.sealId], ['nhip.audit-head/1', 1]);
  const printed = await nhip.run(['audit', 'head']);
  assert.deepEqual(JSON.parse(printed.stdout), head);

  const right = await nhip.run(['audit', 'verify', '--head', file, '--lang', 'en']);
  assert.deepEqual([right.code, right.stderr], [0, '']);
  assert.match(right.stdout, /^The chain is whole: \d+ facts in 1 seals; 0 facts wait/);
  const without = await nhip.run(['audit', 'verify']);
  assert.match(without.stdout, /Chưa so với đầu chuỗi nào đã xuất/);

  await owner.pool.query(`update audit_fact set purpose = 'khác' where id = 1`);
  const broken = await nhip.run(['audit', 'verify', '--head', file]);
  assert.equal(broken.code, 1);
  assert.match(broken.stderr, /^audit-fact-changed: Dấu vết số 1 đã bị sửa/);
  const machine = await nhip.run(['audit', 'verify', '--json']);
  assert.equal(machine.code, 1);
  const { audit } = JSON.parse(machine.stdout) as { audit: AuditVerdict };
  assert.deepEqual(
    [audit.ok, audit.broken?.kind, audit.broken?.sealId],
    [false, 'fact-changed', 1],
  );

  await owner.pool.query('delete from audit_seal; delete from audit_fact where id = 1');
  await owner.pool.query('update audit_fact set at = now()');
  assert.equal((await nhip.run(['audit', 'verify'])).code, 0);
  const cut = await nhip.run(['audit', 'verify', '--head', file]);
  assert.match(cut.stderr, /^audit-head-not-found: /);
});

test('what is no head, or another installation’s, is refused in one line', async () => {
  const notes = join(folder, 'notes.json');
  await writeFile(notes, '{"sealId": 1}');
  const foreign = join(folder, 'foreign.json');
  const head = {
    format: 'nhip.audit-head/1',
    installation: '00000000-0000-4000-8000-000000000000',
    sealId: 1,
    hash: '0'.repeat(64),
    factCount: 1,
    sealedAt: '2026-11-22T00:00:00.000Z',
  };
  await writeFile(foreign, JSON.stringify(head));
  for (const [words, code] of [
    [['audit', 'verify', '--head', notes], 'audit-head-invalid'],
    [['audit', 'verify', '--head', foreign], 'audit-head-foreign'],
    [['audit', 'verify', '--head', join(folder, 'none')], 'file-not-readable'],
    [['audit', 'verify', '--out', notes], 'option-invalid'],
    [['audit', 'head', '--out', join(folder, 'none', 'x')], 'file-not-writable'],
    [['audit', 'sing'], 'option-invalid'],
    [['audit'], 'option-invalid'],
  ] as const) {
    const said = await nhip.run(words);
    assert.equal(said.code, 1, words.join(' '));
    assert.match(said.stderr, new RegExp(`^${code}: [^\\n]+\\n$`));
  }
});
