import { useMessages } from '../language.ts';
import { ChartExport } from '../ui/chart/chart-export.tsx';
import type { ChartBase } from './chart-source.ts';
import { useChartWords } from './chart-words.ts';
import type { UncoveredData } from './largest-uncovered-chart.ts';
import { overviewMessages } from './overview-messages.ts';

/** The list of the largest demand as files, on the first screen and in the brief. */
export function UncoveredExport(props: {
  base: ChartBase;
  rows: UncoveredData['rows'];
  compact?: boolean;
}) {
  const words = useChartWords();
  const overview = useMessages(overviewMessages);
  const { base, rows } = props;
  const what = base.programme ? 'uncovered' : 'demand';
  return (
    <ChartExport
      chart={words.charts(what)}
      file={words.charts(`file.${what}`)}
      compact={props.compact}
      draw={async (sheet) => {
        const { largestUncoveredChart } = await import('./largest-uncovered-chart.ts');
        return largestUncoveredChart({ ...base, rows }, { ...words, overview }, sheet);
      }}
    />
  );
}
