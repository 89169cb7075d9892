import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { peopleDoors } from '#src/people-doors.ts';
import { testApp } from '#src/testing/app.ts';
import { listedPerson, organisation } from '#src/testing/organisations.ts';
import { keepErasing } from './people-jobs.ts';

test('a running server erases by itself what has come to its day, and stops when it is told to', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  await listedPerson(whole, { name: 'Người Đã Rời', organisationId: school });
  await listedPerson(whole, { name: 'Người Ở Lại', organisationId: school });
  const { owner } = whole.database;
  await owner.query(
    `update affiliation set end_on = '2020-01-01' where full_name = 'Người Đã Rời'`,
  );
  await whole.post('/api/retention-rules', {
    forEveryOrganisation: true,
    holding: 'affiliation',
    months: 12,
    obligatory: false,
    basis: 'Quy chế lưu trữ (thử)',
    source: 'Điều 8',
    validFrom: '2020-01-01',
  });
  const faults: unknown[] = [];
  const listed = async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select full_name as name from affiliation where organisation_id = $1`,
      [school],
    );
    return rows.map(({ name }) => name);
  };
  const stop = keepErasing(whole.platform, peopleDoors, (fault) => faults.push(fault), 60);
  while ((await listed()).length > 1) await setTimeout(20);
  await stop();
  assert.deepEqual(await listed(), ['Người Ở Lại']);
  const { rows } = await owner.query(
    `select display_name from person where display_name like 'Người %' order by 1`,
  );
  assert.deepEqual(
    rows.map((row) => row.display_name),
    ['Người Thử', 'Người Ở Lại'].sort(),
    'whom nobody holds any more has no name left here either',
  );
  assert.deepEqual(faults, []);
});

test('two servers that erase at the same time leave one fact of it', async (t) => {
  const whole = await testApp(t);
  const school = await organisation(whole, 'Trường Hư Cấu');
  for (let n = 0; n < 20; n++) {
    await listedPerson(whole, { name: `Người Đã Rời ${n}`, organisationId: school });
  }
  const { owner } = whole.database;
  await owner.query(`update affiliation set end_on = '2020-01-01' where organisation_id = $1`, [
    school,
  ]);
  await whole.post('/api/retention-rules', {
    forEveryOrganisation: true,
    holding: 'affiliation',
    months: 12,
    obligatory: false,
    basis: 'Quy chế lưu trữ (thử)',
    source: 'Điều 8',
    validFrom: '2020-01-01',
  });
  const report = (fault: unknown) => assert.fail(String(fault));
  const stops = [1, 2].map(() => keepErasing(whole.platform, peopleDoors, report, 60));
  const count = async (from: string) => {
    const { rows } = await owner.query<{ count: number }>(`select count(*)::int from ${from}`);
    return rows[0]!.count;
  };
  while ((await count(`affiliation where organisation_id = ${school}`)) > 0) await setTimeout(20);
  for (const stop of stops) await stop();
  assert.equal(await count(`audit_fact where action = 'holding-erased-on-time'`), 20);
});
