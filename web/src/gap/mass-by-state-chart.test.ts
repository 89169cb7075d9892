import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, readSvg } from '../ui/chart/testing/read-svg.ts';
import { assertTextsInFrame } from '../ui/chart/testing/texts-in-frame.ts';
import { sheetIn } from '../ui/chart/testing/sheet-in.ts';
import { base, chartWordsIn, hostile, longName, reportWith } from './chart-testing.ts';
import { massByStateChart } from './mass-by-state-chart.ts';

const massByState = {
  taught: 0.648,
  'title-only': 0.056,
  'syllabus-missing': 0.227,
  'not-found': 0.069,
};
const drawn = (change = {}, language: 'vi' | 'en' = 'vi') =>
  massByStateChart(
    reportWith({ massByState, ...change }),
    chartWordsIn(language),
    sheetIn(language),
  );
const bars = (svg: string) =>
  readSvg(svg)
    .filter(({ name, attributes }) => name === 'rect' && attributes.height === '32')
    .map(({ attributes }) => [
      attributes.fill,
      Math.round((1000 * Number(attributes.width)) / 896),
    ]);

test('every part of the demand is drawn, and said with its share and what it means', () => {
  const said = linesOf(drawn()).map((line) => line.replaceAll('\u00a0', ' '));
  assert.equal(said[0], 'Kỹ thuật phần mềm: chuẩn đầu ra nói tới 65 % nhu cầu, 7 % không thấy');
  for (const line of [
    '65 %  Có dạy',
    '6 %  Chỉ tên học phần gợi ý',
    '23 %  Thiếu đề cương',
    '7 %  Không thấy',
  ]) {
    assert.ok(said.includes(line), `${line} in ${said.join('|')}`);
  }
  assert.match(said.join(' '), /nên chưa thể nói có hay không\./);
  assert.deepEqual(bars(drawn()), [
    ['#0b7285', 648],
    ['url(#hatch-partial)', 56],
    ['url(#hatch-unknown)', 227],
    ['url(#hatch-gap)', 69],
  ]);
});

test('a part that is nothing is not drawn but still said', () => {
  const all = { taught: 1, 'title-only': 0, 'syllabus-missing': 0, 'not-found': 0 };
  const svg = drawn({ massByState: all });
  assert.deepEqual(bars(svg), [['#0b7285', 1000]]);
  assert.ok(linesOf(svg).includes('0\u00a0%\u00a0\u00a0Không thấy'));
});

test('the source line names the framework that the shares are counted with', () => {
  assert.match(
    linesOf(drawn()).join(' '),
    /Khung NHIP-DC 1\.0\s· Xuất từ Nhịp ngày 22\/11\/2026\./,
  );
  assert.match(linesOf(drawn({}, 'en')).join(' '), /Framework NHIP-DC 1\.0/);
});

test('the mark of a demonstration stands over the bar', () => {
  assert.equal(linesOf(drawn({ installation: 'demo' }, 'en'))[0], 'Demonstration data');
  assert.notEqual(linesOf(drawn({}, 'en'))[0], 'Demonstration data');
});

test('a long or strange name of a programme wraps and stays text', () => {
  const name = { vi: `${longName} ${hostile}`, en: null };
  const svg = drawn({ programme: { ...base.programme, name } });
  assertTextsInFrame(svg);
  assert.doesNotMatch(svg, /<script/);
});
