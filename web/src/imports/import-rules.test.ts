import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  faultsOf,
  filterOf,
  kindOfFile,
  kindsFor,
  writesOf,
  type StartForm,
} from './import-rules.ts';

const form: StartForm = {
  kind: 'advertisements',
  source: 'itviec',
  institution: '',
  version: '',
  file: { size: 10 },
};

test('a file of advertisements needs no institution, a programme does', () => {
  assert.deepEqual(faultsOf(form), []);
  assert.deepEqual(faultsOf({ ...form, kind: 'programme' }), [
    { field: 'institution', key: 'institutionMissing' },
  ]);
});

test('the version of a framework may be left out, but not be a sentence', () => {
  const faultOf = (version: string) => faultsOf({ ...form, kind: 'framework', version })[0]?.key;
  assert.equal(faultOf(''), undefined);
  assert.equal(faultOf(' 1.2.0 '), undefined);
  assert.equal(faultOf('the newest one'), 'versionInvalid');
});

test('a file that is missing, empty or too large is refused before it is sent', () => {
  const faultOf = (file: StartForm['file']) => faultsOf({ ...form, file })[0]?.key;
  assert.equal(faultOf(undefined), 'fileMissing');
  assert.equal(faultOf({ size: 0 }), 'fileEmpty');
  assert.equal(faultOf({ size: 64 * 1024 * 1024 + 1 }), 'fileTooLarge');
});

test('a source is lower case without accents or spaces, and may be left out', () => {
  const faultOf = (source: string) => faultsOf({ ...form, source })[0]?.key;
  assert.equal(faultOf('Việc làm'), 'sourceInvalid');
  assert.equal(faultOf('so-lao-dong-2025'), undefined);
  assert.equal(faultOf(''), undefined);
});

test('the ending of a file suggests what it holds', () => {
  assert.equal(kindOfFile('Tin tháng 11.CSV.GZ'), 'advertisements');
  assert.equal(kindOfFile('chuong-trinh.json'), 'programme');
  assert.equal(kindOfFile('Danh sách.XLSX'), 'members');
  assert.equal(kindOfFile('bang.txt'), undefined);
  assert.equal(kindOfFile('Cán bộ.csv', 'members'), 'members');
});

test('every group of rows has its own question, and an unknown group shows all rows', () => {
  assert.deepEqual(filterOf('rejected'), { change: 'rejected' });
  assert.deepEqual(filterOf('held'), { held: true });
  assert.deepEqual(filterOf('warning'), { severity: 'warning' });
  assert.deepEqual(filterOf('everything'), {});
});

test('an import promises only what it will write', () => {
  const counts = { new: 3, changed: 0, same: 9, removed: 1, rejected: 2, held: 1, warnings: 4 };
  assert.deepEqual(writesOf(counts), [
    ['new', 3],
    ['removed', 1],
  ]);
});

test('only an administrator is offered to import the people of the organisation', () => {
  assert.ok(kindsFor(['administrator']).includes('members'));
  assert.deepEqual(kindsFor(['planner']), ['advertisements', 'programme']);
});
