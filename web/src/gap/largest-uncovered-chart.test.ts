import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, readSvg } from '../ui/chart/testing/read-svg.ts';
import { assertTextsInFrame } from '../ui/chart/testing/texts-in-frame.ts';
import { sheetIn } from '../ui/chart/testing/sheet-in.ts';
import { base, chartWordsIn, hostile, longName, row } from './chart-testing.ts';
import { largestUncoveredChart, type UncoveredData } from './largest-uncovered-chart.ts';

const drawn = (data: Partial<UncoveredData>, language: 'vi' | 'en' = 'vi') =>
  largestUncoveredChart(
    { ...base, rows: [row()], ...data },
    chartWordsIn(language),
    sheetIn(language),
  );
const barsOf = (svg: string, fill: string) =>
  readSvg(svg).filter(
    ({ name, attributes }) =>
      name === 'rect' && attributes.fill === fill && Number(attributes.x) >= 30 && !attributes.id,
  );

test('a row says rank, name, state, share, interval, n and the share in the requirements alone', () => {
  const lines = linesOf(drawn({})).map((line) => line.replaceAll('\u00a0', ' '));
  for (const line of [
    'Điện toán đám mây là nhu cầu lớn nhất chưa chuẩn đầu ra nào nói tới',
    '1',
    'Điện toán đám mây',
    'Chỉ tên học phần gợi ý',
    '10 %  [6–14 %]  ·  n = 26  ·  chỉ trong phần yêu cầu: 9 %',
  ]) {
    assert.ok(lines.includes(line), `${line} in ${lines.join('|')}`);
  }
});

test('the interval is drawn from its lower to its upper end on the scale of the bars', () => {
  const svg = drawn({});
  const [demand] = barsOf(svg, '#d9480f').slice(-1);
  const whisker = readSvg(svg).find(
    ({ name, attributes }) => name === 'line' && attributes.stroke === '#16213d',
  )!.attributes;
  const perShare = Number(demand!.attributes.width) / 0.1012;
  const near = (value: string | undefined, share: number) =>
    assert.ok(Math.abs(Number(value) - 30 - share * perShare) < 0.2, `${value}`);
  near(whisker.x1, 0.0596);
  near(whisker.x2, 0.1408);
});

test('what nothing teaches is hatched, what electives decide too, what is taught is solid', () => {
  const widths = (exposure: { low: number; high: number }) => {
    const svg = drawn({ rows: [row({ state: 'taught', exposure })] });
    const total = Number(barsOf(svg, '#d9480f').at(-1)!.attributes.width);
    return ['url(#hatch-gap)', 'url(#hatch-partial)', '#0b7285'].map((fill) => {
      const bars = barsOf(svg, fill).filter(({ attributes }) => attributes.height === '11');
      return Math.round((100 * Number(bars[0]?.attributes.width ?? 0)) / total);
    });
  };
  assert.deepEqual(widths({ low: 0, high: 0 }), [100, 0, 0]);
  assert.deepEqual(widths({ low: 0.25, high: 0.75 }), [25, 50, 25]);
  assert.deepEqual(widths({ low: 1, high: 1 }), [0, 0, 100]);
});

test('without a programme the chart speaks of demand alone', () => {
  const lines = linesOf(drawn({ programme: null, syllabi: null }));
  assert.equal(lines[0], 'Điện toán đám mây là năng lực được hỏi nhiều nhất');
  assert.ok(!lines.includes('Chỉ tên học phần gợi ý'));
});

test('the chart is complete in English', () => {
  const said = linesOf(drawn({ installation: 'demo' }, 'en')).join(' | ');
  assert.match(said, /^Demonstration data \|/);
  assert.match(said, /10%\s+\[6–14%\]\s+·\s+n = 26\s+·\s+in the requirements alone: 9%/);
  assert.match(said, /Source: Demonstration data\s· Advertisements: demo/);
});

test('long and strange names wrap beside the state and stay text', () => {
  const rows = [row({ name: longName }), row({ name: hostile }), row({ name: 'x'.repeat(300) })];
  const svg = drawn({ rows });
  assertTextsInFrame(svg);
  assert.doesNotMatch(svg, /<script/);
  assert.ok(linesOf(svg).join('').includes(hostile));
  assert.ok(linesOf(svg).join(' ').includes(longName.slice(0, 40)));
});

test('a competency without a name is called by its code', () => {
  const nameless = row();
  nameless.competency.label = { vi: null, en: null };
  assert.ok(linesOf(drawn({ rows: [nameless] })).includes('IN.CLOUD'));
});
