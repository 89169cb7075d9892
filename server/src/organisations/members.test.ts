import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp, type TestApp } from '#src/testing/app.ts';
import { memberOf } from '#src/testing/people.ts';
import type { MemberDetail, MemberPage, Unit } from './contract.ts';
import { compareNames } from './member-order.ts';
import { ensureOrganisation } from './organisations.ts';

type Member = Awaited<ReturnType<typeof memberOf>>;

test('people are listed as in Vietnam: by the given name, then by the whole name', () => {
  const names = ['Trần Văn Đức', 'Nguyễn Thị Ánh', 'Lê Minh Anh', 'Phạm Thu Dung', 'Bùi Văn Anh'];
  assert.deepEqual(names.toSorted(compareNames), [
    'Bùi Văn Anh',
    'Lê Minh Anh',
    'Nguyễn Thị Ánh',
    'Phạm Thu Dung',
    'Trần Văn Đức',
  ]);
});

test('an administrator enters a person without an account, finds them without accents, and edits what was entered', async (t) => {
  const { id, boss } = await withBoss(t);
  const unit = await addUnit(boss, id, 'Khoa Công nghệ thông tin');
  const made = await add(boss, id, {
    fullName: 'Đặng Thị Hường',
    personCode: 'CB-007',
    email: 'Huong@Bo-Song.Example',
    unitId: unit,
  });
  const found = await list(boss, id, 'search=dang huong');
  assert.deepEqual(
    found.items.map(({ fullName, email, status, unit: at }) => [fullName, email, status, at?.name]),
    [['Đặng Thị Hường', 'huong@bo-song.example', 'without-account', 'Khoa Công nghệ thông tin']],
  );
  assert.equal((await list(boss, id, 'search=cb-007')).total, 1);
  assert.equal((await list(boss, id, `unit=${unit}`)).total, 1);
  assert.equal((await list(boss, id, 'role=administrator')).total, 1);

  const edited = await boss.send('PUT', affiliation(id, made), {
    positionTitle: 'Giảng viên chính',
  });
  assert.equal(edited.statusCode, 200, edited.body);
  const detail = await boss.get<MemberDetail>(member(id, made.personId));
  assert.equal(detail.affiliations[0]?.positionTitle, 'Giảng viên chính');
  assert.equal(detail.affiliations[0]?.fullName, 'Đặng Thị Hường', 'what is left out stays');
  assert.deepEqual(
    detail.history.map(({ action }) => action),
    ['member-changed', 'member-added', 'person-added'],
  );
});

test('whoever looks at the details of a member leaves a trace that the person can read', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const made = await add(boss, id, { fullName: 'Lý Thường Giả' });
  await boss.get(member(id, made.personId));
  const { rows } = await app.database.owner.query(
    'select actor_id, organisation_id, what from person_access where person_id = $1',
    [made.personId],
  );
  assert.deepEqual(rows, [
    { actor_id: boss.actor.id, organisation_id: id, what: 'member-details' },
  ]);
});

test('a code names one person of an organisation, and another organisation may use it too', async (t) => {
  const { app, id, boss } = await withBoss(t);
  await add(boss, id, { fullName: 'Người Thứ Nhất', personCode: 'A1' });
  const twice = await boss.post(members(id), { fullName: 'Người Thứ Hai', personCode: 'A1' });
  assert.equal(twice.json<ProblemBody>().code, 'person-code-taken');
  const other = await organisation(app, 'Công ty Gió Đông Hư Cấu');
  const there = await memberOf(app, { organisationId: other, roles: ['administrator'] });
  await add(there, other, { fullName: 'Người Thứ Ba', personCode: 'A1' });
});

test('one person in two organisations: what one of them changes, the other does not see', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const other = await organisation(app, 'Công ty Gió Đông Hư Cấu');
  const there = await memberOf(app, { organisationId: other, roles: ['administrator'] });
  const made = await add(boss, id, { fullName: 'Trần Hai Nơi', phone: '0900000001' });
  const foreign = await there.send('PUT', affiliation(other, made), { phone: '0900000002' });
  assert.equal(foreign.statusCode, 404);
  assert.equal((await there.inject(member(other, made.personId))).statusCode, 404);
  const end = await there.post(`${affiliation(other, made)}/end`, {});
  assert.equal(end.statusCode, 404);
});

test('human resources enter and edit people, and neither end nor appoint anybody', async (t) => {
  const { app, id, boss } = await withBoss(t);
  const hr = await memberOf(app, { organisationId: id, roles: ['hr'] });
  const made = await add(hr, id, { fullName: 'Người Mới Vào' });
  assert.equal((await hr.post(`${affiliation(id, made)}/end`, {})).statusCode, 403);
  assert.equal(
    (await hr.post(`${member(id, made.personId)}/roles`, { role: 'hr' })).statusCode,
    403,
  );
  const ended = await boss.post(`${affiliation(id, made)}/end`, {});
  assert.equal(ended.statusCode, 200, ended.body);
  const again = await boss.post(`${affiliation(id, made)}/end`, {});
  assert.equal(again.json<ProblemBody>().code, 'membership-ended');
  assert.equal((await list(boss, id, 'status=left')).items[0]?.fullName, 'Người Mới Vào');
  assert.equal((await list(boss, id, 'search=moi vao')).total, 0);
});

test('a unit with people in it ends only when it is said where they go', async (t) => {
  const { id, boss } = await withBoss(t);
  const [from, to] = [await addUnit(boss, id, 'Phòng Cũ'), await addUnit(boss, id, 'Phòng Mới')];
  await add(boss, id, { fullName: 'Người Trong Phòng', unitId: from });
  const refused = await boss.post(`${units(id)}/${from}/end`, {});
  assert.equal(refused.json<ProblemBody>().code, 'unit-has-people');
  assert.equal((await boss.post(`${units(id)}/${from}/end`, { movePeopleTo: to })).statusCode, 200);
  const shown = await boss.get<Unit[]>(units(id));
  assert.deepEqual(
    shown.map(({ id: unit, ended, members: people }) => [unit, ended, people]),
    [
      [from, true, 0],
      [to, false, 1],
    ],
  );
  assert.equal((await list(boss, id, `unit=${to}`)).total, 1);
});

test('units make a tree: no unit stands under itself, and one name stands once in a place', async (t) => {
  const { id, boss } = await withBoss(t);
  const faculty = await addUnit(boss, id, 'Khoa Điện tử');
  const chair = await addUnit(boss, id, 'Bộ môn Vi mạch', faculty);
  const ring = await boss.send('PUT', `${units(id)}/${faculty}`, {
    name: 'Khoa Điện tử',
    parentId: chair,
  });
  assert.equal(ring.json<ProblemBody>().code, 'unit-under-itself');
  const twice = await boss.post(units(id), { name: 'KHOA ĐIỆN TỬ' });
  assert.equal(twice.json<ProblemBody>().code, 'unit-name-taken');
  const above = await boss.post(`${units(id)}/${faculty}/end`, {});
  assert.equal(above.json<ProblemBody>().code, 'unit-has-units');
  await addUnit(boss, id, 'Bộ môn Vi mạch');
});

test('the list leaves as a spreadsheet that runs no formula, and everybody in it can see that it did', async (t) => {
  const { app, id, boss } = await withBoss(t);
  await add(boss, id, { fullName: '=HYPERLINK("x") Độc Hại' });
  const reply = await boss.inject(`/api/organisations/${id}/members.csv?lang=vi`);
  assert.equal(reply.statusCode, 200);
  assert.match(reply.body, /"'=HYPERLINK/);
  assert.match(reply.body, /Họ và tên,E-mail,Mã,Đơn vị/);
  const xlsx = await boss.inject(`/api/organisations/${id}/members.xlsx?lang=en`);
  assert.equal(xlsx.rawPayload.subarray(0, 2).toString(), 'PK');
  const { rows } = await app.database.owner.query(
    `select count(*)::int as looks from person_access where what = 'member-export' and organisation_id = $1`,
    [id],
  );
  assert.equal(rows[0].looks, 2);
});

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

const members = (id: number) => `/api/organisations/${id}/members`;
const units = (id: number) => `/api/organisations/${id}/units`;
const member = (id: number, personId: number) => `${members(id)}/${personId}`;
const affiliation = (id: number, made: { personId: number; affiliationId: number }) =>
  `${member(id, made.personId)}/affiliations/${made.affiliationId}`;

function list(by: Member, id: number, query: string): Promise<MemberPage> {
  return by.get<MemberPage>(`${members(id)}?${encodeURI(query)}`);
}

async function add(by: Member, id: number, wanted: object) {
  const reply = await by.post(members(id), wanted);
  assert.equal(reply.statusCode, 201, reply.body);
  return reply.json<{ personId: number; affiliationId: number }>();
}

async function addUnit(by: Member, id: number, name: string, parentId?: number): Promise<number> {
  const reply = await by.post(units(id), { name, parentId: parentId ?? null });
  assert.equal(reply.statusCode, 201, reply.body);
  return reply.json<{ id: number }>().id;
}
