import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoldingView } from '@nhip/server/people/contract.ts';
import { conflictsOf } from './conflicts.ts';

const today = '2026-11-22';

function holding(
  kind: string,
  organisation: number,
  data: Record<string, string>,
  endedOn: string | null = null,
): HoldingView {
  return {
    holding: kind,
    organisation: {
      id: organisation,
      name: { vi: `Nơi ${organisation}`, en: null },
      fictional: true,
    },
    sentence: { vi: '', en: '' },
    purpose: 'member-administration',
    until: null,
    obligation: null,
    items: [
      {
        id: String(organisation * 10),
        since: null,
        endedOn,
        data: Object.entries(data).map(([code, value]) => ({
          code,
          label: { vi: code, en: code },
          value,
        })),
      },
    ],
  };
}

test('Three organisations that write a name differently stand side by side, each with its own', () => {
  const found = conflictsOf(
    [
      holding('affiliation', 1, { name: 'Nguyễn Văn Thử' }),
      holding('affiliation', 2, { name: 'Nguyen Van Thu' }),
      holding('affiliation', 3, { name: 'Nguyễn Văn Thử' }),
    ],
    today,
  );
  assert.deepEqual(
    found.map(({ code, places }) => [code, places.map((place) => place.affiliationId)]),
    [['name', [10, 20, 30]]],
  );
});

test('Case, spaces and the composition of an accent are no difference', () => {
  const found = conflictsOf(
    [
      holding('affiliation', 1, { name: 'Nguyễn  Văn Thử', email: 'A@x.example' }),
      holding('affiliation', 2, { name: 'NGUYỄN VĂN THỬ'.normalize('NFD'), email: 'a@x.example' }),
    ],
    today,
  );
  assert.deepEqual(found, []);
});

test('The name that the person chose counts, and is changed in the profile', () => {
  const [found] = conflictsOf(
    [holding('profile', 9, { name: 'Thử' }), holding('affiliation', 1, { name: 'Nguyễn Văn Thử' })],
    today,
  );
  assert.deepEqual(
    found?.places.map((place) => place.affiliationId),
    [null, 10],
  );
});

test('Two positions or two codes are no conflict, nor is a place that has been left', () => {
  const found = conflictsOf(
    [
      holding('affiliation', 1, { position: 'Giảng viên', 'person-code': 'A1', phone: '024 1' }),
      holding('affiliation', 2, { position: 'Trưởng khoa', 'person-code': 'B2' }),
      holding('affiliation', 3, { phone: '024 2' }, '2026-01-31'),
    ],
    today,
  );
  assert.deepEqual(found, []);
});
