import { colours } from '../../ui/chart/colours.ts';
import { element, stroke, words, writing } from '../../ui/chart/elements.ts';
import { framed, margin, type Sheet } from '../../ui/chart/frame.ts';
import { textWidth } from '../../ui/chart/text-width.ts';
import { wrapText } from '../../ui/chart/wrap-text.ts';
import type { ComparedRow, Mark, Part } from './compare-rows.ts';

const width = 960;
const accent = '#1d4ed8';
const inner = width - 2 * margin;
const labelWidth = inner * 0.46;
const trackAt = inner * 0.5;
const trackWidth = inner - trackAt;
const lineHeight = 19;

export interface ComparedRoles {
  rows: Record<Part, ComparedRow[]>;
  highest: number;
  names: { from: string; to: string };
  headings: Record<Part, string>;
  title: string;
  subtitle: string;
  legend: { same: string; bold: string };
  labelOf(row: ComparedRow): string;
  source: string[];
  demonstration: boolean;
}

/** The picture of two roles as a standalone file. */
export function drawComparedRoles(data: ComparedRoles, sheet: Sheet): string {
  const { rows, highest, names, legend } = data;
  const markup: string[] = [];
  let x = 0;
  for (const [look, said] of [
    ['from', names.from],
    ['to', names.to],
    ['same', legend.same],
  ] as const) {
    markup.push(
      dot(x + 7, 12, look),
      words(x + 20, 16, [{ text: said }], { size: 12, colour: colours.muted }),
    );
    x += 44 + textWidth(said, 12);
  }
  markup.push(words(x, 16, [{ text: legend.bold, weight: 600 }], { size: 12 }));
  let y = 34;
  const xOf = (level: number) => trackAt + ((level - 0.5) / highest) * trackWidth;
  for (const part of ['both', 'to', 'from'] as const) {
    if (rows[part].length === 0) continue;
    const heading = wrapText(`${data.headings[part]} (${rows[part].length})`, {
      ...{ width: labelWidth, size: 14, weight: 600 },
    });
    markup.push(writing(0, y + 18, heading, { size: 14, weight: 600 }, 20));
    y += heading.length * 20 + 6;
    for (let level = 1; level <= highest; level += 1) {
      const look = { size: 12, colour: colours.muted, anchor: 'middle' } as const;
      markup.push(words(xOf(level), y - 4, [{ text: String(level) }], look));
    }
    for (const row of rows[part]) {
      const weight = (row.to ?? row.from)!.essential ? 600 : 400;
      const lines = wrapText(data.labelOf(row), { width: labelWidth, size: 13, weight });
      const height = Math.max(26, lines.length * lineHeight + 7);
      const middle = y + height / 2;
      markup.push(
        stroke(0, y, inner, y, { stroke: colours.line, 'stroke-width': 1 }),
        writing(
          0,
          middle - ((lines.length - 1) * lineHeight) / 2 + 4.5,
          lines,
          { size: 13, weight },
          lineHeight,
        ),
        ...Array.from({ length: highest }, (_, at) =>
          stroke(xOf(at + 1), middle - 6, xOf(at + 1), middle + 6, {
            stroke: colours.line,
            'stroke-width': 1,
          }),
        ),
        ...marks(row, xOf, middle),
      );
      y += height;
    }
    y += 14;
  }
  return framed(
    {
      ...{ width, title: data.title, subtitle: data.subtitle, source: data.source },
      demonstration: data.demonstration,
      drawing: { markup: markup.join('\n'), height: y },
    },
    sheet,
  );
}

function marks(
  { from, to, step }: ComparedRow,
  xOf: (level: number) => number,
  y: number,
): string[] {
  const known = (mark: Mark | undefined) => (mark?.level == null ? undefined : xOf(mark.level));
  const [a, b] = [known(from), known(to)];
  if (a !== undefined && a === b) return [dot(a, y, 'same')];
  const up = (step ?? 0) > 0;
  return [
    a !== undefined && b !== undefined
      ? stroke(a, y, b, y, { stroke: up ? accent : colours.lineStrong, 'stroke-width': up ? 4 : 2 })
      : '',
    a === undefined ? '' : dot(a, y, 'from'),
    b === undefined ? '' : dot(b, y, 'to'),
  ];
}

function dot(cx: number, cy: number, look: 'from' | 'to' | 'same'): string {
  const [fill, line] = {
    from: [colours.surface, colours.lineStrong],
    to: [accent, accent],
    same: [colours.ink, colours.ink],
  }[look] as [string, string];
  return element('circle', { ...{ cx, cy, r: 5.3, fill }, stroke: line, 'stroke-width': 2.5 });
}
