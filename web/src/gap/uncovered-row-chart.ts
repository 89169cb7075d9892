import type { CoverageState, Overview } from '@nhip/server/gap/contract.ts';
import { formatShare, formatShareRange } from '../format.ts';
import { colours } from '../ui/chart/colours.ts';
import { box, element, stroke, words as line, writing } from '../ui/chart/elements.ts';
import { hatched } from '../ui/chart/hatches.ts';
import { textWidth } from '../ui/chart/text-width.ts';
import { wrapText } from '../ui/chart/wrap-text.ts';
import type { ChartWords } from './chart-wording.ts';

type Row = Overview['largestUncovered'][number];

interface Place {
  rank: number;
  /** The share at the right end, the same for every row. */
  scale: number;
  y: number;
  width: number;
  /** With a programme a row says what in it speaks of the competency. */
  told: boolean;
}

const indent = 30;
const name = { size: 15, weight: 600 } as const;
const nameHeight = 21;
const small = { size: 12.5, colour: colours.muted } as const;

/** Name and state, the two bars, the figures: top to bottom from `y`. */
export function drawnRow(
  row: Row,
  place: Place,
  words: ChartWords,
): { markup: string; height: number } {
  const right = place.told ? statePill(row.state, place, words) : { markup: '', width: 0 };
  const room = { ...name, width: place.width - indent - right.width - 16 };
  const names = wrapText(words.localText(row.competency.label) || row.competency.code, room);
  const barsAt = place.y + 14 + names.length * nameHeight;
  const markup =
    line(0, place.y + 25, [{ text: String(place.rank) }], { size: 14, colour: colours.muted }) +
    writing(indent, place.y + 25, names, name, nameHeight) +
    right.markup +
    bars(row, barsAt, place) +
    figures(row, barsAt + 42, words);
  return { markup: element('g', {}, markup), height: barsAt + 54 - place.y };
}

const pillColours: Record<CoverageState, string> = {
  taught: colours.supplyInk,
  'title-only': colours.muted,
  'syllabus-missing': colours.muted,
  'not-found': colours.demandInk,
};

function statePill(state: CoverageState, place: Place, words: ChartWords) {
  const text = words.gap(`state.${state}`);
  const width = textWidth(text, small.size) + 20;
  const colour = pillColours[state];
  const dashed = colour === colours.muted ? '3 3' : undefined;
  const outline = { x: place.width - width, y: place.y + 9, width, height: 22 };
  const look = { rx: 11, fill: 'none', stroke: colour, 'stroke-dasharray': dashed };
  const middle = { size: small.size, colour, anchor: 'middle' } as const;
  const said = line(place.width - width / 2, place.y + 24.5, [{ text }], middle);
  return { markup: box(outline, look) + said, width };
}

/** As ui/demand-supply-bar.tsx draws them: supply is the demand times the share of students who meet it. */
function bars({ share, exposure }: Row, y: number, { scale, width }: Place): string {
  const at = (value: number) => Math.min(1, value / scale) * (width - indent);
  const sure = share.value * exposure.low;
  const maybe = share.value * exposure.high;
  const part = (from: number, to: number, look: Record<string, string>) =>
    to > from
      ? box(
          { x: indent + at(from), y: y + 15, width: at(to) - at(from), height: 11 },
          { rx: 2, ...look },
        )
      : '';
  const [low, high] = [indent + at(share.low), indent + at(share.high)];
  return (
    box({ x: indent, y, width: at(share.value), height: 12 }, { rx: 2, fill: colours.demand }) +
    stroke(low, y + 6, high, y + 6) +
    stroke(low, y + 2, low, y + 10) +
    stroke(high, y + 2, high, y + 10) +
    part(maybe, share.value, hatched('hatch-gap')) +
    part(sure, maybe, hatched('hatch-partial')) +
    part(0, sure, { fill: colours.supply })
  );
}

function figures(row: Row, y: number, words: ChartWords): string {
  const { gap: t, language } = words;
  const interval = t('figures.interval', {
    range: formatShareRange(row.share.low, row.share.high, language),
  });
  const n = t('figures.n', { n: row.vacancies });
  const byText = t('figures.byText', { share: formatShare(row.shareByText, language) });
  const share = {
    text: formatShare(row.share.value, language),
    weight: 600,
    colour: colours.demandInk,
  } as const;
  return line(
    indent,
    y,
    [
      share,
      {
        text: `\u00a0\u00a0${interval}\u00a0\u00a0·\u00a0\u00a0${n}\u00a0\u00a0·\u00a0\u00a0${byText}`,
      },
    ],
    small,
  );
}
