import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Region } from '@nhip/server/regions/contract.ts';
import { linesOf, readSvg } from '../ui/chart/testing/read-svg.ts';
import { assertTextsInFrame } from '../ui/chart/testing/texts-in-frame.ts';
import { sheetIn } from '../ui/chart/testing/sheet-in.ts';
import { chartWordsIn, hostile, longName, overviewWith } from './chart-testing.ts';
import { tileMapChart } from './tile-map-chart.ts';

const region = (code: string, name: string, tile: Region['tile']): Region => ({
  id: 1,
  code,
  kind: 'province',
  name: { vi: name, en: name },
  validFrom: null,
  validTo: null,
  tile,
  formerly: [],
});
const regions = [
  region('VN-P01', 'Hà Nội', { column: 2, row: 2 }),
  region('VN-P48', 'Đà Nẵng', { column: 4, row: 9 }),
  region('VN-P46', 'Huế', { column: 3, row: 8 }),
];
const provinces = [
  {
    regionCode: 'VN-P01',
    advertisements: 1073,
    vacancies: 1072,
    coverage: { low: 0.57, high: 0.59 },
  },
  { regionCode: 'VN-P48', advertisements: 29, vacancies: 29, coverage: null },
  { regionCode: 'remote', advertisements: 3, vacancies: 3, coverage: null },
];
const overview = overviewWith({ provinces });
const drawn = (data = { overview, regions }, language: 'vi' | 'en' = 'vi') =>
  tileMapChart(data, chartWordsIn(language), sheetIn(language));

test('the map says coverage with its bounds and n for a province with enough advertisements', () => {
  const lines = linesOf(drawn());
  const at = lines.indexOf('Hà Nội');
  assert.deepEqual(lines.slice(at, at + 3), ['Hà Nội', '57–59\u00a0%', 'n = 1.073']);
  assert.equal(lines[0], '1 tỉnh, thành đủ tin để kết luận');
  assert.ok(lines.includes('Không rõ nơi làm việc hoặc làm từ xa: 3 tin.'));
  assert.ok(linesOf(drawn(undefined, 'en')).includes('57–59%'));
});

test('a province with too few advertisements is hatched and given only its n', () => {
  const svg = drawn();
  const lines = linesOf(svg);
  const at = lines.indexOf('Đà Nẵng');
  assert.deepEqual(lines.slice(at, at + 2), ['Đà Nẵng', 'n = 29']);
  const elements = readSvg(svg);
  const title = elements.findIndex(({ name, text }) => name === 'title' && /^Đà Nẵng/.test(text));
  assert.equal(elements[title + 1]!.attributes.fill, 'url(#hatch-unknown)');
  assert.ok(elements.some(({ attributes }) => attributes.id === 'hatch-unknown'));
});

test('a province without advertisements has a name and no figure', () => {
  const names = readSvg(drawn()).filter(({ name }) => name === 'title');
  assert.ok(names.some(({ text }) => text === 'Huế'));
});

test('Hoàng Sa stands off Đà Nẵng and says to whom it belongs', () => {
  const lines = linesOf(drawn());
  const at = lines.indexOf('Hoàng Sa');
  assert.deepEqual(lines.slice(at, at + 2), ['Hoàng Sa', '(Đà Nẵng)']);
});

test('without a programme the map shows numbers of advertisements and no coverage', () => {
  const without = overviewWith({ provinces, programme: null, syllabi: null });
  const lines = linesOf(drawn({ overview: without, regions }));
  assert.ok(lines.includes('n = 1.073'));
  assert.ok(!lines.some((line) => /dạy|Chương trình|\d–\d/.test(line)), lines.join('|'));
});

test('the source line of the map names sources, n, period, reach, programme and day', () => {
  const lines = linesOf(drawn()).join(' ').replaceAll('\u00a0', ' ');
  for (const part of [
    'Nguồn: Tin tuyển dụng: demo',
    'n = 1.257 vị trí tuyển từ 1.259 tin',
    'Đăng 03/08/2026 – 13/11/2026',
    'Từ vựng nhận ra 93 % lượng thẻ kỹ năng',
    'Chương trình Kỹ thuật phần mềm (7480103, bản 3), Trường Đại học Minh Họa',
    '24/49 học phần có chuẩn đầu ra (52 % số tín chỉ)',
    'Xuất từ Nhịp ngày 22/11/2026.',
  ]) {
    assert.ok(lines.includes(part), `${part} in ${lines}`);
  }
});

test('a demonstration is marked on the map', () => {
  const demo = overviewWith({ provinces, installation: 'demo' });
  assert.equal(linesOf(drawn({ overview: demo, regions }))[0], 'Dữ liệu minh họa');
});

test('names of provinces stay in their tiles, however long or strange they are', () => {
  const strange = [
    region('VN-P01', longName, { column: 0, row: 0 }),
    region('VN-P48', hostile, { column: 5, row: 1 }),
  ];
  const svg = drawn({ overview, regions: strange });
  assertTextsInFrame(svg);
  assert.doesNotMatch(svg, /<script/);
  const titles = readSvg(svg).filter(({ name }) => name === 'title');
  assert.ok(
    titles.some(({ text }) => text.startsWith(longName)),
    'the whole name can be read',
  );
});
