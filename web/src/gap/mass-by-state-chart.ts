import { CoverageState, type CoverageReport } from '@nhip/server/gap/contract.ts';
import { formatShare } from '../format.ts';
import type { TranslateOf } from '../language.ts';
import { colours } from '../ui/chart/colours.ts';
import { box, words as line, writing } from '../ui/chart/elements.ts';
import { framed, margin, type Sheet } from '../ui/chart/frame.ts';
import { hatched } from '../ui/chart/hatches.ts';
import { balanced } from '../ui/chart/wrap-text.ts';
import { sourceParts } from './chart-source.ts';
import type { ChartWords } from './chart-wording.ts';
import type { coverageMessages } from './coverage-messages.ts';

export type MassWords = ChartWords & { coverage: TranslateOf<typeof coverageMessages> };

const width = 960;
const barHeight = 40;
const columns = 2;

type Mass = CoverageReport['massByState'];

const looks: Record<CoverageState, { fill: string; stroke: string }> = {
  taught: { fill: colours.supply, stroke: colours.supply },
  'title-only': hatched('hatch-partial'),
  'syllabus-missing': hatched('hatch-unknown'),
  'not-found': hatched('hatch-gap'),
};

/** One bar for all demand, divided by what says that it is taught, each part with its share and meaning. */
export function massByStateChart(report: CoverageReport, words: MassWords, sheet: Sheet): string {
  const mass = report.massByState;
  const inner = width - 2 * margin;
  const parts = partsList(mass, barHeight + 22, inner, words);
  return framed(
    {
      width,
      title: words.charts('massFinding', {
        programme: words.localText(report.programme.name),
        taught: formatShare(mass.taught, words.language),
        missing: formatShare(mass['not-found'], words.language),
      }),
      subtitle: words.coverage('mass.meaning'),
      source: sourceParts(report, words),
      demonstration: report.installation === 'demo',
      drawing: { markup: bar(mass, inner) + parts.markup, height: barHeight + 22 + parts.height },
    },
    sheet,
  );
}

function bar(mass: Mass, inner: number): string {
  let x = 0;
  const drawn = CoverageState.options.map((state) => {
    const part = mass[state] * inner;
    const place = { x, y: 8, width: part, height: barHeight - 8 };
    x += part;
    return part > 0 ? box(place, looks[state]) : '';
  });
  return drawn.join('');
}

/** Share, name and meaning of each part, in two columns, read along the lines. */
function partsList(mass: Mass, top: number, inner: number, words: ChartWords) {
  const { gap: t } = words;
  const column = inner / columns;
  const room = { width: column - 26 - 24, size: 13 };
  const cells = CoverageState.options.map((state) => ({
    state,
    meaning: balanced(t(`stateMeaning.${state}`), room),
  }));
  let y = top;
  let markup = '';
  for (let i = 0; i < cells.length; i += columns) {
    const side = cells.slice(i, i + columns);
    markup += side.map((cell, j) => part(cell.state, cell.meaning, j * column, y)).join('');
    y += 34 + Math.max(...side.map((cell) => cell.meaning.length)) * 19;
  }
  return { markup, height: y - top - 12 };

  function part(state: CoverageState, meaning: string[], x: number, y: number): string {
    const share = { text: formatShare(mass[state], words.language), weight: 600 } as const;
    return (
      box({ x: x + 0.5, y: y - 3, width: 16, height: 16 }, { rx: 3, ...looks[state] }) +
      line(x + 26, y + 10, [share, { text: `\u00a0\u00a0${t(`state.${state}`)}` }], { size: 15 }) +
      writing(x + 26, y + 31, meaning, { size: 13, colour: colours.muted }, 19)
    );
  }
}
