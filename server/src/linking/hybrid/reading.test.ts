import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutDiacritics } from '../syllable.ts';
import { calibrationFor, sizeOf } from './calibration.ts';
import { buildHybridIndex, readFor } from './hybrid-index.ts';
import { linkHybrid } from './link-hybrid.ts';
import { shippedModel } from './model.ts';
import { rankLine } from './rank-line.ts';
import { names, smallFramework } from './testing-framework.ts';

const { concepts, forms } = smallFramework();
const index = buildHybridIndex(concepts, forms, { encoder: false });

test('a line without accents is read with those that the framework writes, offsets unmoved', () => {
  const text = 'Co kinh nghiem phan tich du lieu va thiet ke do hoa';
  const line = readFor(index, text);
  assert.equal(line.language, 'vi');
  const read = line.tokens.map(({ key }) => key).join(' ');
  assert.match(read, /phân tích dữ liệu .*thiết kế đồ họa/);
  for (const { key, start, end } of line.tokens) {
    assert.equal(withoutDiacritics(key), text.slice(start, end).toLowerCase());
  }
});

test('English, and Vietnamese with its accents, are read as written', () => {
  for (const text of ['You can do an audit of the data', 'Có kinh nghiệm phân tích du lieu']) {
    const line = readFor(index, text);
    assert.deepEqual(
      line.tokens.map(({ key }) => key),
      text.toLowerCase().split(' '),
    );
  }
});

test('a Vietnamese line without accents is not stopped by the gate for English lines', () => {
  const { links } = linkHybrid(index, 'Yeu cau phan tich du lieu va thiet ke do hoa');
  const found = links.map(({ competencyId }) => names.get(competencyId));
  assert.ok(found.includes('phân tích dữ liệu'), found.join());
});

test('a word that names something in one writing only is no part of its longer names either', () => {
  const more = buildHybridIndex(
    concepts,
    [...forms, { ...forms.find(({ form }) => form === 'Golang')!, form: 'Go language' }],
    { encoder: false },
  );
  const found = (text: string) =>
    rankLine(more, text).some(({ competencyId }) => names.get(competencyId) === 'Go');
  assert.ok(!found('You go beyond what is usual'));
  assert.ok(found('Services written in Go'));
});

test('a framework is calibrated with those of its size before those of its language', () => {
  const { calibrations } = shippedModel();
  const kind = { language: 'vi', documentType: 'other' } as const;
  const small = calibrationFor(calibrations, { ...kind, size: sizeOf(300) });
  assert.deepEqual([small.size, small.language], ['small', 'vi']);
  const large = calibrationFor(calibrations, { ...kind, size: sizeOf(14_000) });
  assert.deepEqual([large.size, large.language], ['large', 'vi']);
});
