import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spellingsOf } from './load-regions.ts';
import { findPlace, type Gazetteer, type Place } from './place.ts';
import { readRegionReference, TWO_TIER_SINCE } from './reference-file.ts';

const reference = await readRegionReference();
const gazetteer = gazetteerOf();
const find = (written: string, on: string) => findPlace(gazetteer, written, on).code;
const [before, since] = ['2024-01-01', '2025-11-20'];

test('there are 34 provinces and 63 before them, each with a code of its own', () => {
  assert.equal(reference.provinces.length, 34);
  assert.equal(reference.former.length, 63);
  const codes = [...reference.provinces, ...reference.former].map(({ code }) => code);
  assert.equal(new Set(codes).size, 97);
  for (const list of [reference.provinces, reference.former]) {
    assert.equal(new Set(list.map(({ statistical }) => statistical)).size, list.length);
    assert.equal(new Set(list.map(({ vi }) => vi)).size, list.length);
  }
});

test('every former province has one successor, and every province of today had a predecessor of its name', () => {
  const predecessors = Map.groupBy(reference.former, ({ successor }) => successor);
  assert.deepEqual(
    [...predecessors.keys()].sort(),
    reference.provinces.map(({ code }) => code).sort(),
  );
  for (const { code, vi } of reference.provinces) {
    assert.ok(
      predecessors.get(code)!.some((former) => former.vi === vi),
      vi,
    );
  }
});

test('no two provinces share a tile of the map', () => {
  const tiles = reference.provinces.map(({ tile }) => tile.join('/'));
  assert.equal(new Set(tiles).size, 34);
});

test('no way of writing names two provinces of the same time', () => {
  const isToday = new Set(reference.provinces.map(({ code }) => code));
  for (const [form, pairs] of Map.groupBy(spellingsOf(reference), (pair) => pair.form)) {
    const codes = pairs.map(({ code }) => code);
    assert.ok(codes.filter((code) => isToday.has(code)).length <= 1, form);
    assert.ok(codes.filter((code) => code.startsWith('VN-63-')).length <= 1, form);
  }
});

test('every name and spelling finds its province of today, with and without diacritics', () => {
  for (const { code, vi, en, fullVi, fullEn } of reference.provinces) {
    for (const written of [vi, en, fullVi, fullEn, `12 Lê Lợi, ${fullVi}`, `${fullEn}, Vietnam`]) {
      assert.equal(find(written, since), code, written);
      assert.equal(find(unaccented(written), since), code, unaccented(written));
    }
  }
  for (const [code, forms] of Object.entries(reference.spellings)) {
    const former = reference.former.find((province) => province.code === code);
    for (const form of forms) {
      assert.equal(find(form, since), former?.successor ?? code, form);
      assert.equal(find(`Số 1, ${form.toUpperCase()}`, since), former?.successor ?? code, form);
    }
  }
});

test('a former province is found under its name before July 2025 and its successor after', () => {
  for (const { code, vi, en, successor } of reference.former) {
    for (const written of [vi, en, `Tỉnh ${vi}`, `Tầng 2, ${vi}, Việt Nam`]) {
      assert.equal(find(written, '2025-06-30'), code, written);
      assert.equal(find(written, '2025-07-01'), successor, written);
    }
  }
  assert.equal(find('Bình Dương', before), 'VN-63-57');
  assert.equal(find('Bình Dương', since), 'VN-P79');
  assert.equal(find('Hà Giang', since), 'VN-P08');
});

test('other ways of writing a province mean the one of that name that was valid on the day', () => {
  assert.equal(find('TP. HCM', before), 'VN-63-SG');
  assert.equal(find('HCMC', since), 'VN-P79');
  assert.equal(find('Thu Duc City', before), 'VN-63-SG');
  assert.equal(find('Danang', before), 'VN-63-DN');
});

test('the province is read from the end of an address, whatever stands before it', () => {
  const addresses = {
    'Floor 3, Lotus Building, 12 Nguyen Hue, Thu Duc City, Ho Chi Minh': 'VN-P79',
    'Tầng 15, tòa nhà Hoa Sen, Mễ Trì, Nam Tu Liem, Ha Noi': 'VN-P01',
    '45 Điện Biên Phủ, phường Thủy Triều, Hải Phòng': 'VN-P31',
    'Lô 7, đường Hà Giang, Quận 12, Thành phố Hồ Chí Minh 70000, Việt Nam': 'VN-P79',
    'P.701 - 18 Phố Huế - Hai Bà Trưng - Hà Nội': 'VN-P01',
    'Hà Nội - Tầng 3': 'VN-P01',
    'Bà Rịa - Vũng Tàu': 'VN-P79',
    'Bà Rịa-Vũng Tàu': 'VN-P79',
    'Hanoi (Cầu Giấy)': 'VN-P01',
    'Đại lộ Sao Mai, tỉnh Gia Lai': 'VN-P52',
    'Cai Rang District, Can Tho City': 'VN-P92',
    'làm việc từ xa': 'remote',
    'Remote, Ba Dinh, Ha Noi': 'VN-P01',
    'Da Nang (Remote)': 'remote',
  };
  for (const [written, code] of Object.entries(addresses)) {
    assert.equal(find(written, since), code, written);
  }
});

test('of two places in one line the last one counts', () => {
  assert.equal(find('Hanoi - Ho Chi Minh', since), 'VN-P79');
  assert.equal(find('Ho Chi Minh / Da Nang', since), 'VN-P48');
});

test('what names no province is unknown, and nothing is guessed from the name of a street', () => {
  for (const written of ['', '   ', 'Others', 'Overseas', 'Việt Nam', '1 Circular Road (049422)']) {
    assert.equal(find(written, since), 'unknown', written);
  }
  assert.equal(find('152 Điện Biên Phủ', since), 'unknown');
});

function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

function gazetteerOf(): Gazetteer {
  const codes = ['unknown', 'remote', ...[...reference.provinces, ...reference.former].map(codeOf)];
  const idOf = new Map(codes.map((code, index) => [code, index + 1]));
  const today = new Set(reference.provinces.map(codeOf));
  const places = new Map<number, Place>(
    codes.map((code) => {
      const former = reference.former.find((province) => province.code === code);
      const place: Place = {
        id: idOf.get(code)!,
        code,
        validFrom: today.has(code) ? TWO_TIER_SINCE : null,
        validTo: former ? TWO_TIER_SINCE : null,
        successorId: former ? idOf.get(former.successor)! : null,
      };
      return [place.id, place];
    }),
  );
  const spellings = new Map<string, Place[]>();
  for (const { form, code } of spellingsOf(reference)) {
    spellings.set(form, [...(spellings.get(form) ?? []), places.get(idOf.get(code)!)!]);
  }
  return { places, spellings, unknown: places.get(1)! };
}

function codeOf({ code }: { code: string }): string {
  return code;
}
