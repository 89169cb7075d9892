import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addLevel, beginScale, faultsOf, scaleToSend } from './scale-draft.ts';

const ladder = {
  ...{ id: 1, code: 'T', edition: 1, kind: 'proficiency' as const, place: 'own' as const },
  ...{ framework: 'cau', title: { vi: 'Thang', fr: 'Échelle' }, description: {}, kept: true },
  levels: [
    {
      ...{ level: 0, code: 'A0', label: { vi: 'Chưa' }, descriptor: {} },
      ...{ described: 0, standing: 0, required: 0 },
    },
  ],
};

test('A scale that nobody changed is sent as it was, languages that the editor does not show included', () => {
  assert.deepEqual(scaleToSend(beginScale(ladder)), {
    ...{ code: 'T', kind: 'proficiency' },
    texts: [
      { field: 'title', language: 'vi', value: 'Thang' },
      { field: 'title', language: 'fr', value: 'Échelle' },
    ],
    levels: [{ level: 0, code: 'A0', texts: [{ field: 'label', language: 'vi', value: 'Chưa' }] }],
  });
});

test('A level that is added stands above the highest', () => {
  const draft = addLevel(beginScale(ladder));
  assert.deepEqual(
    draft.levels.map(({ level }) => level),
    ['0', '1'],
  );
});

test('Two levels of one number, a number that is none and a code with signs are found', () => {
  const draft = { ...beginScale(undefined), code: 'thang đo' };
  draft.levels = draft.levels.map((level, place) => ({
    ...level,
    level: ['1', '1', 'ba'][place]!,
  }));
  const faults = faultsOf(draft);
  assert.equal(faults.code, true);
  assert.equal(faults.levels.size, 3);
  assert.equal(faultsOf({ ...beginScale(undefined), code: 'T-8' }).levels.size, 0);
});
