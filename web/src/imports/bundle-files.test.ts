import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { bundleFiles } from './bundle-files.ts';

const skills = new File(['uri,label\n1,hàn'], 'skills_vi.csv');
const groups = new File(['uri,label\n9,nghề'], 'groups_vi.csv');

test('one file travels as it is', async () => {
  assert.equal(await bundleFiles([skills]), skills);
});

test('several files travel as one ZIP that is the same in whatever order they were chosen', async () => {
  const [one, other] = [await bundleFiles([skills, groups]), await bundleFiles([groups, skills])];
  assert.equal(one.name, 'groups_vi.csv +1.zip');
  const bytes = new Uint8Array(await one.arrayBuffer());
  assert.deepEqual(bytes, new Uint8Array(await other.arrayBuffer()));
  const unpacked = unzipSync(bytes);
  assert.deepEqual(Object.keys(unpacked), ['groups_vi.csv', 'skills_vi.csv']);
  assert.equal(strFromU8(unpacked['skills_vi.csv']!), 'uri,label\n1,hàn');
});
