import type { PrecisionReport, PrecisionSeries } from '@nhip/server/review/precision/contract.ts';
import { formatDate, formatShare } from '../../format.ts';
import type { Language, TranslateOf } from '../../language.ts';
import { colours } from '../../ui/chart/colours.ts';
import { element, stroke, words, writing } from '../../ui/chart/elements.ts';
import { framed, margin, type Sheet } from '../../ui/chart/frame.ts';
import { wrapText } from '../../ui/chart/wrap-text.ts';
import { nameOfMark } from './name-of-mark.ts';
import type { qualityMessages } from './messages.ts';
import { bandOf, heightOf, marksOf, panel, placed } from './precision-layout.ts';

export interface PrecisionWords {
  language: Language;
  quality: TranslateOf<typeof qualityMessages>;
}

const columns = 2;
const width = columns * panel.width + 2 * margin + 24;
const rowHeight = panel.height + 34;

/** Precision over time as a file: a panel for each tier and language, and what the numbered lines mean. */
export function precisionChart(
  report: PrecisionReport,
  { language, quality: t }: PrecisionWords,
  sheet: Sheet,
): string {
  const shown = report.series.filter(({ points }) => points.some((one) => one.precision !== null));
  const rows = Math.ceil(shown.length / columns);
  const panels = shown.map((series, at) =>
    element(
      'g',
      {
        transform: `translate(${(at % columns) * (panel.width + 24)} ${Math.floor(at / columns) * rowHeight + 16})`,
      },
      drawn(report, series, { language, quality: t }),
    ),
  );
  const marks = marksOf(report).flatMap(({ mark, number }) =>
    wrapText(`${number}. ${formatDate(mark.at, language)}: ${nameOfMark(mark, t)}`, {
      ...{ width: width - 2 * margin, size: 12 },
    }),
  );
  const top = rows * rowHeight + 22;
  const said = writing(0, top, marks, { size: 12, colour: colours.muted });
  const all = report.series.flatMap(({ points }) => points);
  const sum = (key: 'drawn' | 'decided') => all.reduce((total, point) => total + point[key], 0);
  return framed(
    {
      width,
      title: t('precision.finding'),
      subtitle: t('precision.meaning'),
      source: [t('precision.source', { drawn: sum('drawn'), decided: sum('decided') })],
      demonstration: report.installation === 'demo',
      drawing: { markup: panels.join('') + said, height: top + marks.length * 18 },
    },
    sheet,
  );
}

function drawn(
  report: PrecisionReport,
  series: PrecisionSeries,
  { language, quality: t }: PrecisionWords,
): string {
  const { points, marks, from, to } = placed(report, series);
  const name = t('precision.series', {
    tier: t(`tier.${series.tier}`),
    language: t(`language.${series.language}`),
  });
  const end = panel.width - panel.right;
  const small = { size: 12, colour: colours.muted } as const;
  const day = (at: number) => formatDate(new Date(at).toISOString().slice(0, 10), language);
  const line = { stroke: colours.ink, 'stroke-width': 2.5 };
  return [
    words(0, 0, [{ text: name }], { size: 14, weight: 600 }),
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        stroke(panel.left, heightOf(share), end, heightOf(share), { stroke: colours.line }) +
        words(panel.left - 8, heightOf(share) + 4, [{ text: formatShare(share, language) }], {
          ...{ ...small, anchor: 'end' },
        }),
    ),
    ...marks.map(
      ({ x, number }) =>
        stroke(x, panel.top - 8, x, panel.height - panel.bottom, {
          ...{ stroke: colours.lineStrong, 'stroke-dasharray': '3 3' },
        }) + words(x, panel.top - 12, [{ text: String(number) }], { ...small, anchor: 'middle' }),
    ),
    element('polygon', { points: bandOf(points), fill: colours.ink, 'fill-opacity': 0.12 }),
    ...points.map(({ x, low, high }) => stroke(x, low, x, high)),
    element('polyline', {
      ...{ points: points.map(({ x, y }) => `${x},${y}`).join(' '), fill: 'none', ...line },
    }),
    ...points.map(({ x, y }) => element('circle', { cx: x, cy: y, r: 4.5, fill: colours.ink })),
    words(panel.left, panel.height - 8, [{ text: day(from) }], small),
    words(end, panel.height - 8, [{ text: day(to) }], { ...small, anchor: 'end' }),
  ].join('');
}
