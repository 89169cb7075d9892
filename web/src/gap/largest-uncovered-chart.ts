import type { Overview } from '@nhip/server/gap/contract.ts';
import { colours } from '../ui/chart/colours.ts';
import { stroke } from '../ui/chart/elements.ts';
import { framed, margin, type Sheet } from '../ui/chart/frame.ts';
import { hatched } from '../ui/chart/hatches.ts';
import { legend } from '../ui/chart/legend.ts';
import { sourceParts, type ChartBase } from './chart-source.ts';
import type { ChartWords } from './chart-wording.ts';
import { drawnRow } from './uncovered-row-chart.ts';

const width = 960;

export type UncoveredData = ChartBase & { rows: Overview['largestUncovered'] };

/** The list of the largest demand as a file: demand over supply with intervals, n and the state in words. */
export function largestUncoveredChart(
  data: UncoveredData,
  words: ChartWords,
  sheet: Sheet,
): string {
  const { rows, programme } = data;
  const { charts: t } = words;
  const inner = width - 2 * margin;
  const scale = Math.max(0.05, ...rows.map((row) => row.share.high)) * 1.02;
  const { ui: bar } = sheet;
  const key = legend(
    [
      { swatch: { fill: colours.demand }, words: bar('bar.demand') },
      { swatch: { fill: colours.supply }, words: bar('bar.supply') },
      { swatch: hatched('hatch-partial'), words: bar('bar.maybe') },
      { swatch: hatched('hatch-gap'), words: bar('bar.gap') },
    ],
    inner,
  );
  let y = key.height + 6;
  const drawn = rows.map((row, i) => {
    const one = drawnRow(
      row,
      { rank: i + 1, scale, y, width: inner, told: programme !== null },
      words,
    );
    const rule = stroke(0, y, inner, y, { stroke: colours.line, 'stroke-width': 1 });
    y += one.height;
    return rule + one.markup;
  });
  const name = rows[0] ? words.localText(rows[0].competency.label) || rows[0].competency.code : '';
  const finding = t(programme ? 'uncovered.finding' : 'uncovered.findingDemand', { name });
  return framed(
    {
      width,
      title: rows[0] ? finding : t('uncovered.nothing'),
      subtitle: `${t('uncovered.definition')} ${t('nOfRow')}`,
      source: sourceParts(data, words),
      demonstration: data.installation === 'demo',
      drawing: { markup: key.markup + drawn.join('\n'), height: y },
    },
    sheet,
  );
}
