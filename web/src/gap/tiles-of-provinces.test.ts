import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Region } from '@nhip/server/regions/contract.ts';
import { archipelagos, tilesOfProvinces } from './tiles-of-provinces.ts';

const region = (code: string, tile: Region['tile']): Region => ({
  id: 1,
  code,
  kind: tile ? 'province' : 'unknown',
  name: { vi: code, en: code },
  validFrom: null,
  validTo: null,
  tile,
  formerly: [],
});
const regions = [
  region('A', { column: 0, row: 0 }),
  region('B', { column: 1, row: 0 }),
  region('C', { column: 2, row: 0 }),
  region('unknown', null),
];

test('a province with fewer than 30 advertisements has no depth of colour', () => {
  const { tiles } = tilesOfProvinces(regions, [
    { regionCode: 'A', advertisements: 29, vacancies: 29, coverage: null },
    { regionCode: 'B', advertisements: 30, vacancies: 30, coverage: { low: 0.5, high: 0.6 } },
  ]);
  assert.deepEqual(
    tiles.map((tile) => [tile.code, tile.depth]),
    [
      ['A', 0],
      ['B', 3],
      ['C', 0],
    ],
  );
});

test('full coverage is the deepest colour and none the lightest', () => {
  const { tiles } = tilesOfProvinces(regions, [
    { regionCode: 'A', advertisements: 99, vacancies: 99, coverage: { low: 1, high: 1 } },
    { regionCode: 'B', advertisements: 99, vacancies: 99, coverage: { low: 0, high: 0 } },
  ]);
  assert.deepEqual(
    tiles.map((tile) => tile.depth),
    [5, 1, 0],
  );
});

test('without a programme the depth follows the number of advertisements', () => {
  const { tiles } = tilesOfProvinces(regions, [
    { regionCode: 'A', advertisements: 100, vacancies: 100, coverage: null },
    { regionCode: 'B', advertisements: 50, vacancies: 50, coverage: null },
  ]);
  assert.deepEqual(
    tiles.map((tile) => tile.depth),
    [5, 3, 0],
  );
});

test('advertisements without a province are counted beside the map', () => {
  const { outside } = tilesOfProvinces(regions, [
    { regionCode: 'unknown', advertisements: 7, vacancies: 7, coverage: null },
  ]);
  assert.equal(outside, 7);
});

test('Hoàng Sa belongs to Đà Nẵng and Trường Sa to Khánh Hòa', () => {
  assert.deepEqual(
    archipelagos.map(({ key, provinceCode }) => [key, provinceCode]),
    [
      ['hoang-sa', 'VN-P48'],
      ['truong-sa', 'VN-P56'],
    ],
  );
});
