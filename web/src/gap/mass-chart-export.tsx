import type { CoverageReport } from '@nhip/server/gap/contract.ts';
import { useMessages } from '../language.ts';
import { ChartExport } from '../ui/chart/chart-export.tsx';
import { useChartWords } from './chart-wording.ts';
import { coverageMessages } from './coverage-messages.ts';

/** The bar of all demand by evidence as files, on the coverage page and in the brief. */
export function MassExport({ report, compact }: { report: CoverageReport; compact?: boolean }) {
  const words = useChartWords();
  const coverage = useMessages(coverageMessages);
  return (
    <ChartExport
      chart={coverage('mass.title')}
      file={words.charts('file.mass')}
      compact={compact}
      draw={async (sheet) => {
        const { massByStateChart } = await import('./mass-by-state-chart.ts');
        return massByStateChart(report, { ...words, coverage }, sheet);
      }}
    />
  );
}
