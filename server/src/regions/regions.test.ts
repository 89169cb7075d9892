import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { plain } from '#src/languages/plain.ts';
import { testApp, testPlatform } from '#src/testing/app.ts';
import { sharedData } from '#src/testing/shared-data.ts';
import type { Region } from './contract.ts';
import { regionFinder } from './find-region.ts';
import { readRegionReference } from './reference-file.ts';

const data = sharedData();

test('an installation shows 34 provinces with their tiles and the 63 that they were made of', async (t) => {
  const { get } = await testApp(t);
  const regions = await get<Region[]>('/api/regions');
  const provinces = regions.filter(({ kind }) => kind === 'province');
  assert.equal(provinces.length, 34);
  assert.equal(provinces.flatMap(({ formerly }) => formerly).length, 63);
  assert.deepEqual(
    regions.filter(({ kind }) => kind !== 'province').map(({ code }) => code),
    ['VN', 'unknown', 'remote'],
  );
  for (const { tile, name, validFrom, validTo } of provinces) {
    assert.ok(tile && name.vi && name.en);
    assert.deepEqual([validFrom, validTo], ['2025-07-01', null]);
  }
  const city = provinces.find(({ code }) => code === 'VN-P79');
  assert.deepEqual(city?.formerly.map(({ name }) => name.vi).sort(), [
    'Bà Rịa - Vũng Tàu',
    'Bình Dương',
    'Hồ Chí Minh',
  ]);
});

test('a place is found in the database as the gazetteer of the reference says', async (t) => {
  const { platform } = await testPlatform(t);
  const find = await regionFinder(platform.db);
  assert.equal(find('Bình Dương', '2025-11-20').code, 'VN-P79');
  assert.equal(find('Bình Dương', '2024-01-01').code, 'VN-63-57');
  assert.equal(find('Tầng 3, Vũng Tàu', '2025-11-20').code, 'VN-P79');
  assert.equal(find('TP. HCM', '2024-01-01').code, 'VN-63-SG');
  assert.equal(find('Others', '2025-11-20').code, 'unknown');
  const ids = ['Hà Nội', 'HN', 'Hanoi City, Vietnam'].map((place) => find(place, '2026-01-01'));
  assert.equal(new Set(ids.map(({ regionId }) => regionId)).size, 1);
});

test(
  'the provinces, their codes and their succession are those of the official list',
  { skip: data ? false : 'the folder of shared data is absent' },
  async () => {
    const reference = await readRegionReference();
    const read = async <Row>(name: string) =>
      JSON.parse(await readFile(join(data!, 'provinces_vn34', name), 'utf8')) as Row[];
    const official = await read<{ Code: string; Name: string }>('provinces34.json');
    assert.deepEqual(
      reference.provinces.map(({ statistical, vi }) => [statistical, plain(vi)]),
      official.map(({ Code, Name }) => [Code, plain(Name)]),
    );
    const succession = await read<{ old: string; oldIso: string; newCode: string }>(
      'map63to34.json',
    );
    assert.deepEqual(
      reference.former.map(({ iso, vi, successor }) => [iso, plain(vi), successor]).sort(),
      succession.map((row) => [row.oldIso, plain(row.old), `VN-P${row.newCode}`]).sort(),
    );
  },
);

test(
  'every address of the real advertisements is found in the city that its file names',
  { skip: data ? false : 'the folder of shared data is absent' },
  async (t) => {
    const { platform } = await testPlatform(t);
    const find = await regionFinder(platform.db);
    const cities: Record<string, string> = {
      'ho chi minh': 'VN-P79',
      'ha noi': 'VN-P01',
      hanoi: 'VN-P01',
      'da nang': 'VN-P48',
      'hai phong': 'VN-P31',
      'can tho': 'VN-P92',
    };
    const rows = createReadStream(join(data!, 'itviec_2025_11', 'itviec_clean.csv.gz'))
      .pipe(createGunzip())
      .pipe(parse({ bom: true, columns: true }));
    const addresses = new Set<string>();
    const found: Record<string, number> = {};
    const elsewhere = [];
    for await (const row of rows) {
      const { locate_names: written, city } = row as { locate_names: string; city: string };
      addresses.add(written);
      if (written === '') continue;
      const { code } = find(written, '2025-11-20');
      const expected = cities[plain(city)];
      if (expected !== undefined) assert.equal(code, expected, written);
      else elsewhere.push(code);
      found[code] = (found[code] ?? 0) + 1;
    }
    assert.equal(addresses.size, 558);
    // the file calls these 'Other'; one lies in Bình Dương, which is Ho Chi Minh City since July 2025
    assert.deepEqual(elsewhere.sort(), ['VN-P52', 'VN-P79', ...Array<string>(5).fill('unknown')]);
    assert.deepEqual(found, {
      'VN-P79': 864,
      'VN-P01': 508,
      'VN-P48': 72,
      'VN-P92': 9,
      'VN-P31': 3,
      'VN-P52': 1,
      unknown: 5,
    });
  },
);
