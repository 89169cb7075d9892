import { ChartExport } from '../ui/chart/chart-export.tsx';
import type { ChartBase } from './chart-source.ts';
import { useChartWords } from './chart-wording.ts';
import type { UncoveredData } from './largest-uncovered-chart.ts';

/** The list of the largest demand as files, on the first screen and in the brief. */
export function UncoveredExport(props: {
  base: ChartBase;
  rows: UncoveredData['rows'];
  compact?: boolean;
}) {
  const words = useChartWords();
  const { base, rows } = props;
  const what = base.programme ? 'uncovered' : 'demand';
  return (
    <ChartExport
      chart={words.charts(base.programme ? 'uncovered.name' : 'uncovered.nameDemand')}
      file={words.charts(`file.${what}`)}
      compact={props.compact}
      draw={async (sheet) => {
        const { largestUncoveredChart } = await import('./largest-uncovered-chart.ts');
        return largestUncoveredChart({ ...base, rows }, words, sheet);
      }}
    />
  );
}
