import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemBody } from '#src/http/contract.ts';
import { testApp } from '#src/testing/app.ts';
import { alsoMemberOf, organisation } from '#src/testing/organisations.ts';
import { memberOf } from '#src/testing/people.ts';
import type { AccessLog, MyHoldings, OpenCorrections } from './contract.ts';
import type { MyExport } from './my-export.ts';
import type { z } from 'zod';

const NAME = 'Nguyễn Thị Hư Cấu';

test('a person reads in one sentence each who holds what about them, what for and until when', async (t) => {
  const whole = await testApp(t);
  const bank = await organisation(whole, 'Ngân hàng Giả Tưởng');
  const school = await organisation(whole, 'Trường Hư Cấu');
  const person = await memberOf(whole, { name: NAME, organisationId: school, roles: ['viewer'] });
  await alsoMemberOf(whole, person.personId, {
    organisationId: bank,
    fullName: 'NGUYEN T. HU CAU',
    email: 'hucau@nganhang.example',
    roles: ['hr'],
  });
  const administrator = await memberOf(whole, { organisationId: bank, roles: ['administrator'] });
  await administrator.post('/api/retention-rules', {
    holding: 'affiliation',
    months: 24,
    obligatory: false,
    basis: 'Quy chế lưu trữ (thử)',
    source: 'Điều 5',
    validFrom: '2020-01-01',
  });

  const mine = await person.get<MyHoldings>('/api/me/holdings');
  assert.equal(mine.displayName, NAME);
  const affiliations = mine.holdings.filter(({ holding }) => holding === 'affiliation');
  assert.deepEqual(affiliations.map(({ sentence }) => sentence.vi).sort(), [
    'Ngân hàng Giả Tưởng giữ họ tên, mã số, thông tin liên hệ và đơn vị của bạn để quản lý thành viên, cho đến 24 tháng sau khi kết thúc.',
    'Trường Hư Cấu giữ họ tên, mã số, thông tin liên hệ và đơn vị của bạn để quản lý thành viên, chưa đặt thời hạn kết thúc.',
  ]);
  const atBank = affiliations.find(({ organisation }) => organisation.id === bank)!;
  assert.deepEqual(
    atBank.items[0]!.data.map(({ code, value }) => [code, value]),
    [
      ['name', 'NGUYEN T. HU CAU'],
      ['email', 'hucau@nganhang.example'],
    ],
  );
  const account = mine.holdings.find(({ holding }) => holding === 'account')!;
  assert.ok(account.items[0]!.data.some(({ value }) => value === person.email));
  assert.deepEqual(
    [...new Set(mine.holdings.map(({ holding }) => holding))],
    ['profile', 'affiliation', 'role-grant', 'account'],
  );
});

test('an affiliation that has ended is shown with the day on which it is erased', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const person = await memberOf(whole, { name: NAME, organisationId: school });
  await whole.database.owner.query(`update affiliation set end_on = '2026-12-31'`);
  await whole.post('/api/retention-rules', {
    forEveryOrganisation: true,
    holding: 'affiliation',
    months: 48,
    obligatory: true,
    basis: 'Quy định thử',
    source: 'Văn bản thử 01',
    validFrom: '2020-01-01',
  });
  const { holdings } = await person.get<MyHoldings>('/api/me/holdings');
  const held = holdings.find(({ holding }) => holding === 'affiliation')!;
  assert.equal(held.until, '2030-12-31');
  assert.equal(
    held.sentence.vi,
    'Trường Hư Cấu giữ họ tên, mã số, thông tin liên hệ và đơn vị của bạn để quản lý thành viên, đến 31/12/2030. Không xóa sớm hơn được: Quy định thử (Văn bản thử 01).',
  );
  assert.match(held.sentence.en, /until 31 December 2030\. It cannot be erased earlier/);
});

test('the access log says who looked, in which role, when, why and at what; nobody else reads it', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const person = await memberOf(whole, { name: NAME, organisationId: school });
  const hr = await memberOf(whole, { organisationId: school, roles: ['hr'] });
  for (let time = 0; time < 3; time++) {
    await hr.get(`/api/people/${person.personId}/profile?purpose=member-administration`);
  }
  const log = await person.get<AccessLog>('/api/me/access-log?size=2');
  assert.deepEqual([log.total, log.items.length], [3, 2]);
  assert.match(
    log.items[0]!.sentence.vi,
    /^Ngày \d\d\/\d\d\/\d{4}, nhân sự của Trường Hư Cấu đã xem hồ sơ của bạn để quản lý thành viên\.$/,
  );
  assert.equal((await hr.get<AccessLog>('/api/me/access-log')).total, 0);
});

test('all of it can be taken along, as JSON and as a page without any script', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường <b>Hư Cấu</b>');
  const person = await memberOf(whole, { name: NAME, organisationId: school, roles: ['viewer'] });
  const json = await person.inject('/api/me/export.json');
  assert.match(String(json.headers['content-disposition']), /attachment; filename=".+\.json"/);
  const shown = await person.get<MyHoldings>('/api/me/holdings');
  assert.deepEqual(json.json<MyExport>().holdings, shown.holdings);

  const page = await person.inject('/api/me/export.html');
  assert.match(String(page.headers['content-type']), /^text\/html/);
  assert.match(page.body, /<html lang="vi">/);
  assert.ok(page.body.includes(NAME) && page.body.includes(person.email));
  assert.ok(page.body.includes('Trường &lt;b&gt;Hư Cấu&lt;/b&gt;'), 'text never becomes markup');
  assert.doesNotMatch(page.body, /<script|https?:\/\//);
  for (const { sentence } of shown.holdings) {
    const escaped = sentence.vi.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.ok(page.body.includes(escaped), sentence.vi);
  }
  const english = await person.inject('/api/me/export.html?language=en');
  assert.match(english.body, /<html lang="en">[\s\S]*What is held/);
});

test('a person writes their own name and language, and the fact keeps neither', async (t) => {
  const whole = await testApp(t);
  const person = await memberOf(whole, { name: NAME, organisationId: null });
  const change = { displayName: 'Trần Văn Đổi Tên', language: 'en' };
  assert.equal((await person.send('PUT', '/api/me/profile', change)).statusCode, 200);
  const mine = await person.get<MyHoldings>('/api/me/holdings');
  assert.deepEqual([mine.displayName, mine.language], ['Trần Văn Đổi Tên', 'en']);
  const { rows } = await whole.database.owner.query(
    `select detail::text from audit_fact where action = 'profile-changed'`,
  );
  assert.equal(rows.length, 1);
  assert.doesNotMatch(rows[0].detail, /Trần|Đổi/);
  assert.equal(
    (await person.send('PUT', '/api/me/profile', { ...change, displayName: '  ' })).statusCode,
    400,
  );
});

test('a correction is decided by the organisation that holds the field, and by no other', async (t) => {
  const whole = await testApp(t);
  const [school, bank] = [
    await organisation(whole, 'Trường Hư Cấu'),
    await organisation(whole, 'Ngân hàng Giả Tưởng'),
  ];
  const person = await memberOf(whole, { name: NAME, organisationId: school });
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const banker = await memberOf(whole, { organisationId: bank, roles: ['administrator'] });
  const affiliationId = await affiliationOf(person.personId);

  const asked = await person.post('/api/me/corrections', {
    affiliationId,
    field: 'full_name',
    wanted: 'Nguyễn Thị Hư Cấu Mới',
    reason: 'Sai tên đệm',
  });
  assert.equal(asked.statusCode, 200, asked.body);
  const [correction] = asked.json<Corrections>().items;
  assert.equal(correction!.present, NAME);
  const again = await person.post('/api/me/corrections', {
    affiliationId,
    field: 'full_name',
    wanted: 'Khác',
    reason: 'Khác',
  });
  assert.equal(codeOf(again.body), 'correction-open');

  const door = `/api/corrections/${person.personId}/${correction!.id}`;
  assert.deepEqual((await banker.get<Corrections>('/api/corrections')).items, []);
  assert.equal(codeOf((await banker.post(`${door}/accept`)).body), 'not-found');
  assert.equal((await registrar.get<Corrections>('/api/corrections')).items.length, 1);
  const accepted = await registrar.post(`${door}/accept`);
  assert.equal(accepted.statusCode, 200, accepted.body);
  assert.deepEqual(accepted.json<Corrections>().items, []);
  const { rows } = await whole.database.owner.query(
    `select full_name from affiliation where person_id = $1`,
    [person.personId],
  );
  assert.deepEqual(rows, [{ full_name: 'Nguyễn Thị Hư Cấu Mới' }]);
  assert.equal(codeOf((await registrar.post(`${door}/accept`)).body), 'correction-decided');
  const log = await person.get<AccessLog>('/api/me/access-log');
  assert.equal(log.items[0]!.what, 'correction', 'that the request was read is in the log');

  async function affiliationOf(personId: number): Promise<number> {
    const found = await whole.database.owner.query(
      'select id from affiliation where person_id = $1',
      [personId],
    );
    return found.rows[0].id;
  }
});

test('a refused correction carries an answer; a withdrawn one cannot be decided; nobody asks about another’s row', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  const person = await memberOf(whole, { name: NAME, organisationId: school });
  const stranger = await memberOf(whole, { organisationId: school });
  const registrar = await memberOf(whole, { organisationId: school, roles: ['administrator'] });
  const { rows } = await whole.database.owner.query(
    'select id from affiliation where person_id = $1',
    [person.personId],
  );
  const wanted = {
    affiliationId: rows[0].id,
    field: 'phone',
    wanted: '0900 000 000',
    reason: 'Đổi số',
  };
  const foreign = await stranger.post('/api/me/corrections', wanted);
  assert.equal(codeOf(foreign.body), 'not-found');

  const first = (await person.post('/api/me/corrections', wanted)).json<Corrections>().items[0]!;
  const door = `/api/corrections/${person.personId}/${first.id}`;
  assert.equal((await registrar.post(`${door}/refuse`, { answer: '' })).statusCode, 400);
  await registrar.post(`${door}/refuse`, { answer: 'Cần giấy xác nhận' });
  const [refused] = (await person.get<Corrections>('/api/me/corrections')).items;
  assert.deepEqual([refused!.verdict, refused!.answer], ['refused', 'Cần giấy xác nhận']);

  const second = (await person.post('/api/me/corrections', wanted)).json<Corrections>().items[0]!;
  assert.equal((await stranger.post(`/api/me/corrections/${second.id}/withdraw`)).statusCode, 404);
  assert.equal((await person.post(`/api/me/corrections/${second.id}/withdraw`)).statusCode, 200);
  const late = await registrar.post(`/api/corrections/${person.personId}/${second.id}/accept`);
  assert.equal(codeOf(late.body), 'correction-decided');
});

type Corrections = z.infer<typeof OpenCorrections>;

function codeOf(body: string): string {
  return (JSON.parse(body) as ProblemBody).code;
}
