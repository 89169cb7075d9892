import type {
  PrecisionMark,
  PrecisionPoint,
  PrecisionReport,
  PrecisionSeries,
} from '@nhip/server/review/precision/contract.ts';

export interface Panel {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** In units of the drawing: the same on the screen and in a file. */
export const panel: Panel = { width: 420, height: 240, left: 48, right: 14, top: 26, bottom: 30 };

export interface PlacedPoint {
  x: number;
  y: number;
  low: number;
  high: number;
  point: PrecisionPoint;
}

export interface PlacedMark {
  x: number;
  number: number;
  mark: PrecisionMark;
}

const DAY = 86_400_000;
const LENGTH = { week: 7 * DAY, month: 30 * DAY };

/** Where a series stands: precision from 0 to 1 upwards, time from the first period to the end of the last. */
export function placed(report: PrecisionReport, series: PrecisionSeries) {
  const { from, to } = spanOf(report);
  const inner = panel.width - panel.left - panel.right;
  const x = (at: number) => panel.left + ((at - from) / (to - from)) * inner;
  const points = series.points.flatMap((point): PlacedPoint[] =>
    point.precision === null || point.low === null || point.high === null
      ? []
      : [
          {
            x: x(Date.parse(point.at)),
            ...{ y: heightOf(point.precision), low: heightOf(point.low) },
            high: heightOf(point.high),
            point,
          },
        ],
  );
  const marks = marksOf(report).map(({ mark, number }): PlacedMark => ({
    mark,
    number,
    x: x(Date.parse(mark.at)),
  }));
  return { points, marks, from, to };
}

/** Upwards from 0 to 1. */
export function heightOf(share: number): number {
  return panel.top + (1 - share) * (panel.height - panel.top - panel.bottom);
}

/** Changes within the time shown, numbered from the first. */
export function marksOf(report: PrecisionReport): { mark: PrecisionMark; number: number }[] {
  const { from, to } = spanOf(report);
  return report.marks
    .filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= to)
    .map((mark, at) => ({ mark, number: at + 1 }));
}

function spanOf({ per, series }: PrecisionReport): { from: number; to: number } {
  const starts = series.flatMap(({ points }) => points.map(({ from }) => Date.parse(from)));
  return { from: Math.min(...starts) - DAY, to: Math.max(...starts) + LENGTH[per] + DAY };
}

/** The band between the ends of the intervals, as the points of a polygon. */
export function bandOf(points: readonly PlacedPoint[]): string {
  const upper = points.map(({ x, high }) => `${x},${high}`);
  const lower = points.toReversed().map(({ x, low }) => `${x},${low}`);
  return [...upper, ...lower].join(' ');
}
