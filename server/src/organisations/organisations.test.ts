import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform, type TestPlatform } from '#src/testing/app.ts';
import {
  ensureOrganisation,
  findOrganisationByName,
  getOrganisationRef,
  type NewOrganisation,
} from './organisations.ts';

const UNIVERSITY: NewOrganisation = { kind: 'university', name: 'Trường Đại học  Thử Nghiệm ' };

test('a name is one organisation, however it is spaced and capitalised', async (t) => {
  const whole = await testPlatform(t);
  const id = await ensure(whole, UNIVERSITY);
  assert.equal(await ensure(whole, { ...UNIVERSITY, name: 'TRƯỜNG ĐẠI HỌC THỬ NGHIỆM' }), id);
  assert.notEqual(await ensure(whole, { ...UNIVERSITY, name: 'Truong Dai hoc Thu Nghiem' }), id);
  const { db } = whole.platform;
  assert.equal(await findOrganisationByName(db, ' trường đại học thử nghiệm'), id);
  assert.equal(await findOrganisationByName(db, 'Trường khác'), undefined);
  assert.deepEqual(await getOrganisationRef(db, id), {
    id,
    name: { vi: 'Trường Đại học Thử Nghiệm', en: null },
    fictional: false,
  });
});

test('two people who name a new organisation at once make one, and one fact', async (t) => {
  const whole = await testPlatform(t);
  const ids = await Promise.all(Array.from({ length: 6 }, () => ensure(whole, UNIVERSITY)));
  assert.equal(new Set(ids).size, 1);
  const { rows } = await whole.database.pool.query(
    `select subject_id from audit_fact where action = 'organisation-added'`,
  );
  assert.deepEqual(rows, [{ subject_id: String(ids[0]) }]);
});

function ensure({ platform, commandLine }: TestPlatform, wanted: NewOrganisation): Promise<number> {
  return platform.db.transaction().execute((trx) => ensureOrganisation(trx, commandLine, wanted));
}
