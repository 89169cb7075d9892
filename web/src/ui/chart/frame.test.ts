import assert from 'node:assert/strict';
import { test } from 'node:test';
import { framed, type Chart } from './frame.ts';
import { linesOf, readSvg } from './testing/read-svg.ts';
import { assertTextsInFrame } from './testing/texts-in-frame.ts';
import { sheetIn } from './testing/sheet-in.ts';

const chart: Chart = {
  width: 640,
  title: 'Kubernetes là nhu cầu lớn nhất',
  subtitle: 'Tỷ lệ vị trí tuyển nêu năng lực.',
  source: ['Tin tuyển dụng: demo', 'n = 257 vị trí tuyển'],
  demonstration: false,
  drawing: { markup: '<rect x="0" y="0" width="10" height="10"/>', height: 100 },
};
const long =
  'Phân tích nghiệp vụ và quản trị yêu cầu phần mềm cho hệ thống thông tin quốc gia '.repeat(4);

test('a chart carries its title, its definition and its source line with the day of the export', () => {
  assert.deepEqual(linesOf(framed(chart, sheetIn('vi'))), [
    'Kubernetes là nhu cầu lớn nhất',
    'Tỷ lệ vị trí tuyển nêu năng lực.',
    'Nguồn: Tin tuyển dụng: demo\u00a0· n = 257 vị trí tuyển\u00a0· Xuất từ Nhịp ngày 22/11/2026.',
    'Nhịp',
  ]);
  assert.match(framed(chart, sheetIn('en')), /Exported from Nhịp on 22 Nov 2026/);
});

test('a screen reader hears the title and the description of a chart in its language', () => {
  const [root, title, description] = readSvg(framed(chart, sheetIn('vi')));
  assert.equal(root!.attributes.lang, 'vi');
  assert.equal(root!.attributes['aria-labelledby'], 'title desc');
  assert.equal(title!.text, chart.title);
  assert.match(description!.text, /^Tỷ lệ vị trí tuyển nêu năng lực\. Nguồn: /);
});

test('made-up data are marked over the chart and in its source line, real data are not', () => {
  const real = framed(chart, sheetIn('vi'));
  const marked = framed({ ...chart, demonstration: true }, sheetIn('vi'));
  assert.doesNotMatch(real, /minh họa/);
  assert.equal(linesOf(marked)[0], 'Dữ liệu minh họa');
  assert.ok(linesOf(marked).some((line) => line.startsWith('Nguồn: Dữ liệu minh họa')));
  const english = framed({ ...chart, demonstration: true }, sheetIn('en'));
  assert.equal(linesOf(english)[0], 'Demonstration data');
});

test('names that look like markup stay text', () => {
  const hostile = '<script>alert("1")</script> & \'x\' ]]> \u0000\ud800';
  const svg = framed({ ...chart, title: hostile, source: [hostile] }, sheetIn('vi'));
  assert.doesNotMatch(svg, /<script/);
  const names = new Set(readSvg(svg).map(({ name }) => name));
  assert.ok(!names.has('script'));
  assert.equal(linesOf(svg)[0], '<script>alert("1")</script> & \'x\' ]]> \ufffd');
});

test('long Vietnamese titles, definitions and sources wrap inside the frame', () => {
  const svg = framed(
    { ...chart, title: long, subtitle: long, source: [long, 'a'.repeat(200)], demonstration: true },
    sheetIn('vi'),
  );
  assertTextsInFrame(svg);
  const said = linesOf(svg).join(' ').replaceAll(/\s+/g, ' ');
  assert.equal(said.split('quốc gia').length - 1, 12, 'nothing is cut off');
});

test('the frame is as high as what stands in it', () => {
  const heightOf = (one: Chart) =>
    Number(readSvg(framed(one, sheetIn('vi')))[0]!.attributes.height);
  const lastLine = readSvg(framed({ ...chart, title: long, source: [long] }, sheetIn('vi')))
    .filter(({ name }) => name === 'text')
    .map(({ attributes }) => Number(attributes.y));
  const height = heightOf({ ...chart, title: long, source: [long] });
  assert.ok(Math.max(...lastLine) < height);
  assert.equal(
    heightOf({ ...chart, drawing: { ...chart.drawing, height: 150 } }),
    heightOf(chart) + 50,
  );
});

test('the face travels inside the file when it is given', () => {
  const face = "@font-face{font-family:'Be Vietnam Pro';src:url(data:font/woff2;base64,AAAA)}";
  const svg = framed(chart, { ...sheetIn('vi'), fontFaces: face });
  assert.equal(readSvg(svg).find(({ name }) => name === 'style')?.text, face);
});
