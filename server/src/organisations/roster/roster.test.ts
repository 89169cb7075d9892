import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';
import { importers } from '#src/importers.ts';
import type { ImportRowPage, ImportRun } from '#src/imports/contract.ts';
import { discardForgotten } from '#src/imports/discard-forgotten.ts';
import { forgetFiles } from '#src/imports/forget-files.ts';
import { importerOf } from '#src/imports/importers.ts';
import { findRun } from '#src/imports/queries.ts';
import { readRows } from '#src/imports/read-rows.ts';
import { confirmAndApply, runImport } from '#src/imports/run-import.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { isProblem } from '#src/testing/is-problem.ts';
import { memberOf, signedIn } from '#src/testing/people.ts';
import { acceptInvitation } from '../accept-invitation.ts';
import type { MemberDetail, MemberPage } from '../contract.ts';
import { writeLetters } from '../invitation-letters.ts';
import { ensureOrganisation } from '../organisations.ts';

type Member = Awaited<ReturnType<typeof memberOf>>;
const HEAD = ['Họ và tên', 'E-mail', 'Mã', 'Đơn vị', 'Chức danh', 'Vai trò', 'Ngày bắt đầu'];
const TWO = [
  [
    'Nguyễn Thị Một',
    'mot@bo-song.example',
    'CB-1',
    'Khoa Toán',
    'Giảng viên',
    'Giảng viên; reviewer',
    '15/09/2025',
  ],
  ['Trần Văn Hai', '', 'CB-2', '', '', 'Người xem', ''],
];
const ORIGIN = new URL('http://localhost:5757');

test('a roster brings in people, their units and roles, and invites those with an address', async (t) => {
  const { app, id, boss } = await withBoss(t);
  await addUnit(boss, id, 'Khoa Toán');
  const preview = await staged(app, boss, csv(TWO));
  assert.deepEqual([preview.counts.new, preview.counts.rejected], [2, 0]);
  await applied(app, boss, preview);
  const { items } = await list(boss, id);
  const shown = items.filter(({ personId }) => personId !== boss.personId);
  assert.deepEqual(
    shown.map(({ fullName, unit, roles, status, startOn }) => [
      fullName,
      unit?.name,
      roles,
      status,
      startOn,
    ]),
    [
      ['Trần Văn Hai', undefined, ['viewer'], 'without-account', null],
      ['Nguyễn Thị Một', 'Khoa Toán', ['lecturer', 'reviewer'], 'invited', '2025-09-15'],
    ],
  );
  await writeLetters(app.platform, ORIGIN, new AbortController().signal);
  const letters = await app.database.owner.query('select recipient, body from letter');
  assert.deepEqual(
    letters.rows.map(({ recipient }) => recipient),
    ['mot@bo-song.example'],
  );

  const token = /invitation#(\S+)/.exec(letters.rows[0].body)![1]!;
  const entry = shown.find(({ status }) => status === 'invited')!;
  await app.platform.db.transaction().execute((trx) =>
    acceptInvitation(trx, app.system, {
      token,
      personId: entry.personId,
      name: 'Một',
      accountEmail: 'mot@bo-song.example',
    }),
  );
  const { grants } = await boss.get<MemberDetail>(
    `/api/organisations/${id}/members/${entry.personId}`,
  );
  assert.equal(grants.length, 2, 'accepting gives no role twice');
});

test('the same roster again changes nothing, and nobody is invited twice', async (t) => {
  const { app, boss } = await withBoss(t);
  const rows = TWO.map(([name, email, code, , ...rest]) => [name!, email!, code!, '', ...rest]);
  await applied(app, boss, await staged(app, boss, csv(rows)));
  const before = await state(app);
  const again = await staged(app, boss, csv(rows));
  assert.deepEqual([again.counts.new, again.counts.changed, again.counts.same], [0, 0, 2]);
  await applied(app, boss, again);
  assert.deepEqual(await state(app), before);
});

test('the list that was exported is read back without any change', async (t) => {
  const { app, id, boss } = await withBoss(t);
  await addUnit(boss, id, 'Khoa Toán');
  await applied(app, boss, await staged(app, boss, csv(TWO)));
  for (const lang of ['vi', 'en']) {
    for (const end of ['csv', 'xlsx']) {
      const { rawPayload } = await boss.inject(
        `/api/organisations/${id}/members.${end}?lang=${lang}`,
      );
      const { counts } = await staged(app, boss, rawPayload, `members.${end}`);
      assert.deepEqual([counts.same, counts.new, counts.changed, counts.rejected], [3, 0, 0, 0]);
    }
  }
});

test('a changed cell is shown as what stands and what the file says; an empty cell says nothing', async (t) => {
  const { app, id, boss } = await withBoss(t);
  await addUnit(boss, id, 'Khoa Toán');
  await applied(app, boss, await staged(app, boss, csv(TWO)));
  const preview = await staged(
    app,
    boss,
    csv([['Nguyễn Thị Một', '', 'CB-1', '', 'Giảng viên chính', 'Nhân sự', '']]),
  );
  const { items } = await rows(app, preview, { change: 'changed' });
  assert.deepEqual(items[0]?.differences, [
    { field: 'positionTitle', before: 'Giảng viên', after: 'Giảng viên chính' },
    { field: 'roles', before: 'lecturer; reviewer', after: 'hr; lecturer; reviewer' },
  ]);
  assert.equal(preview.counts.removed, 2, 'the other member and the administrator');
  await applied(app, boss, preview);
  const found = (await list(boss, id)).items;
  assert.equal(found.length, 3, 'whoever is not in the file stays');
  const one = found.find(({ personCode }) => personCode === 'CB-1')!;
  assert.deepEqual([one.email, one.positionTitle], ['mot@bo-song.example', 'Giảng viên chính']);
});

test('every fault of a cell is named with its way out, and the other rows come in', async (t) => {
  const { app, id, boss } = await withBoss(t);
  await addUnit(boss, id, 'Khoa Công nghệ thông tin');
  const faulty: [string[], string][] = [
    [['', 'a@b.example', 'F1', '', '', '', ''], 'member-name-missing'],
    [['Không Có Gì', '', '', '', '', '', ''], 'member-key-missing'],
    [['Sai Thư', 'khong-phai-thu', 'F3', '', '', '', ''], 'member-email-bad'],
    [['Chữ Lạ', 'аn@b.example', 'F4', '', '', '', ''], 'member-email-look-alike'],
    [['Sai Vai', '', 'F5', '', '', 'Vua', ''], 'member-role-unknown'],
    [['Vai Nền', '', 'F6', '', '', 'Ban thư ký', ''], 'member-role-not-granted'],
    [['Gần Đúng', '', 'F7', 'Khoa Công nghệ thông tn', '', '', ''], 'member-unit-near'],
    [['Không Đơn Vị', '', 'F8', 'Tổ Bay', '', '', ''], 'member-unit-unknown'],
    [['Sai Ngày', '', 'F9', '', '', '', '31/02/2025'], 'member-date-bad'],
    [['Trùng Mã', '', 'OK', '', '', '', ''], 'member-duplicate'],
    [['Tên Khác Hẳn', 'dung@b.example', '', '', '', '', ''], 'member-email-other-name'],
  ];
  const good = [
    'Đúng Cả',
    'dung@b.example',
    'OK',
    'khoa cong nghe thong tin',
    '',
    'Quản trị viên',
    '',
  ];
  const preview = await staged(app, boss, csv([good, ...faulty.map(([cells]) => cells)]));
  const { items } = await rows(app, preview, { change: 'rejected' });
  assert.deepEqual(
    items.map(({ problems }) => problems.map(({ code }) => code)),
    faulty.map(([, code]) => [code]),
  );
  for (const { words } of items.flatMap(({ problems }) => problems)) {
    assert.doesNotMatch(words.vi + words.en, /\{\w+\}/);
  }
  assert.match(items[6]!.problems[0]!.words.vi, /Có phải là “Khoa Công nghệ thông tin”/);
  const { items: fresh } = await rows(app, preview, { change: 'new' });
  assert.deepEqual(
    fresh[0]?.problems.map(({ code }) => code),
    ['member-becomes-administrator'],
  );
});

test('cells with formulas are not read; links, rich text, numbers and dates are', async (t) => {
  const { app, boss } = await withBoss(t);
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Danh sách');
  sheet.addRow(['DANH SÁCH CÁN BỘ']);
  sheet.addRow([]);
  sheet.addRow(['Họ và tên / Full name', 'Email', 'Mã nhân viên', 'Từ ngày']);
  sheet.addRow([
    { richText: [{ text: 'Lê ' }, { text: 'Văn Ba' }] },
    { text: 'ba@b.example', hyperlink: 'mailto:ba@b.example' },
    12345,
    new Date(Date.UTC(2025, 8, 15)),
  ]);
  sheet.addRow([{ formula: 'A4', result: 'Lê Văn Ba' }, 'bon@b.example', 12346]);
  const content = Buffer.from(await workbook.xlsx.writeBuffer());
  const preview = await staged(app, boss, content, 'can-bo.xlsx');
  const { items } = await rows(app, preview, {});
  const own = items.filter(({ change }) => change !== 'removed');
  assert.deepEqual(
    own.map(({ rowNumber, change, label, problems }) => [
      rowNumber,
      change,
      label,
      problems[0]?.code,
    ]),
    [
      [4, 'new', 'Lê Văn Ba — 12345', undefined],
      [5, 'rejected', '12346', 'member-formula'],
    ],
  );
});

test('the template is an empty roster; its examples are never imported', async (t) => {
  const { app, boss } = await withBoss(t);
  const { rawPayload } = await boss.inject('/api/members/template.xlsx');
  const { counts } = await staged(app, boss, rawPayload, 'template.xlsx');
  assert.deepEqual([counts.new, counts.rejected], [0, 0]);
});

test('what is no roster is refused as a whole, and so is an archive that unpacks without end', async (t) => {
  const { app, boss } = await withBoss(t);
  await assert.rejects(() => staged(app, boss, 'a,b\n1,2\n'), isProblem('format-unknown'));
  const broken = Buffer.from('PK\u0003\u0004 no archive');
  await assert.rejects(
    () => staged(app, boss, broken, 'x.xlsx'),
    isProblem('workbook-not-readable'),
  );
  const bomb = zipOf(deflateRawSync(Buffer.alloc(100 * 2 ** 20)));
  assert.ok(bomb.length < 200_000);
  await assert.rejects(() => staged(app, boss, bomb, 'x.xlsx'), isProblem('workbook-too-large'));
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('x').addRow(['no', 'headings']);
  const other = Buffer.from(await workbook.xlsx.writeBuffer());
  await assert.rejects(() => staged(app, boss, other, 'x.xlsx'), isProblem('file-not-in-format'));
});

test('one person in three organisations: each roster keeps its own words, and none touches the others', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const person = await signedIn(app.platform, {
    email: 'chung@ba-noi.example',
    organisationId: null,
  });
  const rosters: [Member, number, string][] = [[boss, id, 'Nguyễn Văn Chung']];
  for (const [name, said] of [
    ['Công ty Gió Đông Hư Cấu', 'NGUYỄN V. CHUNG'],
    ['Sở Thử Nghiệm Hư Cấu', 'Nguyễn Văn Trung'],
  ] as const) {
    const other = await organisation(app, name);
    const there = await memberOf(app, { organisationId: other, roles: ['administrator'] });
    rosters.push([there, other, said]);
  }
  for (const [by, , said] of rosters) {
    await applied(
      app,
      by,
      await staged(app, by, csv([[said, 'chung@ba-noi.example', 'X1', '', said, '', '']])),
    );
  }
  for (const [by, organisationId, said] of rosters) {
    const { affiliations } = await by.get<MemberDetail>(
      `/api/organisations/${organisationId}/members/${person.personId}`,
    );
    assert.deepEqual(
      affiliations.map(({ fullName, positionTitle }) => [fullName, positionTitle]),
      [[said, said]],
    );
  }
  const invited = await app.database.owner.query('select from invitation');
  assert.equal(invited.rowCount, 0, 'who has an account signs in with it');
  const { rows: persons } = await app.database.owner.query(
    'select display_name from person where person_id = $1',
    [person.personId],
  );
  assert.deepEqual(persons, [{ display_name: 'Người Thử' }], 'nor is the person renamed');
});

test('two people of one name are two people, and an address that nobody confirmed claims no account', async (t) => {
  const { app, boss } = await withBoss(t);
  const unconfirmed = await signedIn(app.platform, { email: 'la@b.example', organisationId: null });
  await app.database.owner.query('update account set email_verified = false where id = $1', [
    unconfirmed.accountId,
  ]);
  const preview = await staged(
    app,
    boss,
    csv([
      ['Trần Văn Trùng', 'la@b.example', 'T1', '', '', '', ''],
      ['Trần Văn Trùng', '', 'T2', '', '', '', ''],
    ]),
  );
  await applied(app, boss, preview);
  const { rows: found } = await app.database.owner.query(
    `select count(distinct person_id)::int as people, bool_or(person_id = $1) as claimed
       from affiliation where full_name = 'Trần Văn Trùng'`,
    [unconfirmed.personId],
  );
  assert.deepEqual(found, [{ people: 2, claimed: false }]);
});

test('whoever imports gives themselves no role by a row of their own', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const preview = await staged(
    app,
    boss,
    csv([['Người Thử', boss.email, '', '', '', 'Người duyệt; Quản trị viên', '']]),
  );
  const { items } = await rows(app, preview, {});
  assert.ok(items[0]!.problems.some(({ code }) => code === 'member-own-roles'));
  await applied(app, boss, preview);
  assert.deepEqual((await list(boss, id)).items[0]?.roles, ['administrator']);
});

test('the rows go when they have served: applied, discarded, or forgotten for a week', async (t) => {
  const { app, boss } = await withBoss(t);
  const left = async () => (await app.database.owner.query('select from import_row')).rowCount;
  const rows = TWO.map(([name, email, code]) => [name!, email!, code!, '', '', '', '']);
  await applied(app, boss, await staged(app, boss, csv(rows)));
  assert.equal(await left(), 0);
  const forgotten = await staged(app, boss, csv(rows.slice(1)));
  await discardForgotten(app.platform.db, importers);
  assert.notEqual(await left(), 0, 'a day is not a week');
  await app.database.owner.query(`update import_run set created_at = now() - interval '8 days'`);
  await discardForgotten(app.platform.db, importers);
  assert.equal(await left(), 0);
  assert.equal((await findRun(app.platform.db, forgotten.id))?.status, 'discarded');
});

test('the file itself goes when its run has ended, and stays while it waits for a word', async (t) => {
  const { app, boss } = await withBoss(t);
  const rows = TWO.map(([name, email, code]) => [name!, email!, code!, '', '', '', '']);
  const run = await staged(app, boss, csv(rows));
  const path = app.platform.files.path(run.fileSha256);
  const soon = Date.now() + 3_600_000;
  await forgetFiles(app.platform, importers, soon);
  assert.ok(existsSync(path), 'it waits for a word');
  await applied(app, boss, run);
  await forgetFiles(app.platform, importers);
  assert.ok(existsSync(path), 'the same bytes may be on their way in again');
  await forgetFiles(app.platform, importers, soon);
  assert.ok(!existsSync(path));
  const again = await staged(app, boss, csv(rows));
  assert.equal(again.counts.same, 2);
});

test('only an administrator brings people in or sees what was brought', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const planner = await memberOf(app, { organisationId: id, roles: ['planner', 'hr'] });
  await assert.rejects(() => staged(app, planner, csv(TWO)), isProblem('not-allowed'));
  const run = await staged(app, boss, csv(TWO));
  assert.equal((await planner.inject(`/api/imports/${run.id}/rows`)).statusCode, 404);
  assert.equal((await planner.post(`/api/imports/${run.id}/apply`)).statusCode, 404);
  assert.deepEqual(await planner.get('/api/imports'), []);
  assert.equal((await boss.get<unknown[]>('/api/imports')).length, 1);
});

/** An archive of one entry that claims to unpack to nothing. */
function zipOf(packed: Buffer): Buffer {
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  const entry = Buffer.alloc(47);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(1, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

async function withBoss(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t);
  const id = await organisation(app, 'Trường Đại học Bờ Sông Hư Cấu');
  return { app, id, boss: await memberOf(app, { organisationId: id, roles: ['administrator'] }) };
}

function organisation({ platform, commandLine }: TestApp, name: string): Promise<number> {
  return platform.db
    .transaction()
    .execute((trx) => ensureOrganisation(trx, commandLine, { kind: 'university', name }));
}

async function addUnit(by: Member, id: number, name: string): Promise<void> {
  const reply = await by.post(`/api/organisations/${id}/units`, { name });
  assert.equal(reply.statusCode, 201, reply.body);
}

function csv(lines: readonly (readonly string[])[]): string {
  return [HEAD, ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');
}

async function staged(
  { platform }: TestApp,
  by: Member,
  content: string | Buffer,
  fileName = 'members.csv',
): Promise<ImportRun> {
  const folder = await mkdtemp(join(tmpdir(), 'nhip-roster-'));
  try {
    const path = join(folder, fileName);
    await writeFile(path, content);
    return await runImport(platform, importers, by.actor, { kind: 'members', path });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function applied({ platform }: TestApp, by: Member, run: ImportRun): Promise<ImportRun> {
  return confirmAndApply(platform, importers, by.actor, run.id);
}

async function rows(
  { platform }: TestApp,
  { id }: ImportRun,
  filter: Parameters<typeof readRows>[3],
): Promise<ImportRowPage> {
  const run = (await findRun(platform.db, id))!;
  return readRows(platform.db, importerOf(importers, run), run, filter, { page: 1, size: 100 });
}

function list(by: Member, id: number): Promise<MemberPage> {
  return by.get<MemberPage>(`/api/organisations/${id}/members`);
}

async function state({ database }: TestApp): Promise<unknown> {
  const { rows: found } = await database.owner.query(
    `select (select count(*)::int from person) as persons, (select count(*)::int from role_grant) as grants,
      (select count(*)::int from invitation) as invitations,
      (select jsonb_agg(to_jsonb(a) order by a.id) from affiliation a) as affiliations`,
  );
  return found;
}
