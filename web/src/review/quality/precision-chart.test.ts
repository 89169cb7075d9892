import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrecisionReport } from '@nhip/server/review/precision/contract.ts';
import { linesOf, readSvg } from '../../ui/chart/testing/read-svg.ts';
import { assertTextsInFrame } from '../../ui/chart/testing/texts-in-frame.ts';
import { sheetIn, wordsOf } from '../../ui/chart/testing/sheet-in.ts';

const { qualityMessages } = await import('./messages.ts');
const { precisionChart } = await import('./precision-chart.ts');

const point = (month: number, decided: number, right: number) => ({
  from: `2026-0${month}-01`,
  at: `2026-0${month}-12T03:00:00.000Z`,
  ...{ drawn: 60, decided, right },
  precision: decided < 20 ? null : right / decided,
  low: decided < 20 ? null : 0.6,
  high: decided < 20 ? null : 0.95,
});

const report: PrecisionReport = {
  per: 'month',
  installation: 'demo',
  least: 20,
  series: [
    {
      ...{ tier: 'dictionary', language: 'vi' },
      points: [point(3, 40, 36), point(4, 50, 40), point(5, 12, 12)],
    },
    { tier: 'hybrid', language: 'en', points: [point(5, 3, 3)] },
    { tier: 'hybrid', language: 'vi', points: [point(4, 30, 27)] },
  ],
  marks: [
    {
      ...{ kind: 'calibration', at: '2026-04-02T00:00:00.000Z', language: 'vi' },
      ...{ documentType: 'advertisement', version: null },
    },
    {
      ...{ kind: 'engine', at: '2025-01-02T00:00:00.000Z', language: null },
      ...{ documentType: null, version: 'dictionary-1' },
    },
  ],
};

const drawn = (language: 'vi' | 'en') =>
  precisionChart(
    report,
    { language, quality: wordsOf(qualityMessages, language) },
    sheetIn(language),
  );

test('each group with a figure has its panel, and what is refused has no point', () => {
  const svg = drawn('en');
  const points = readSvg(svg).filter(({ name }) => name === 'circle');
  assert.equal(points.length, 3);
  const lines = linesOf(svg).join('\n');
  assert.match(lines, /Dictionary, Vietnamese/);
  assert.doesNotMatch(lines, /Ranking, English/);
});

test('a change within the time shown is numbered and said in words, one before it is left out', () => {
  const lines = linesOf(drawn('vi')).join('\n').replaceAll('\u00a0', ' ');
  assert.match(lines, /1\. 02\/04\/2026: Hiệu chỉnh mới: Tin tuyển dụng, tiếng Việt/);
  assert.doesNotMatch(lines, /dictionary-1/);
});

test('no words run over the edge in either language', () => {
  for (const language of ['vi', 'en'] as const) assertTextsInFrame(drawn(language));
});
