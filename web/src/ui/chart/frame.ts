import { formatDate } from '../../format.ts';
import type { Language, TranslateOf } from '../../language.ts';
import type { uiMessages } from '../messages.ts';
import { colours } from './colours.ts';
import { box, element, escaped, stroke, words, writing } from './elements.ts';
import { hatchDefinitions } from './hatches.ts';
import type { chartMessages } from './messages.ts';
import { textWidth } from './text-width.ts';
import { balanced, wrapText } from './wrap-text.ts';

/** What a chart is drawn on, the same for every chart. */
export interface Sheet {
  language: Language;
  ui: TranslateOf<typeof uiMessages>;
  chart: TranslateOf<typeof chartMessages>;
  /** An instant or a day; the date of the export stands in the source line. */
  exportedOn: string;
  /** `@font-face` rules with the face inside, so that the file needs nothing else; may be empty. */
  fontFaces: string;
  /** Drawn below the chart, for who cuts it off again; see letter-proof.ts. */
  below?: { markup: string; height: number };
}

export interface Chart {
  width: number;
  /** The finding in words. */
  title: string;
  /** Definition and unit. */
  subtitle: string;
  /** What the figures rest on: sources, n, period, reach, programme. */
  source: string[];
  /** Made-up data, which the file says twice. */
  demonstration: boolean;
  /** Drawn from 0,0 to the right and down, `width` less both margins wide. */
  drawing: { markup: string; height: number };
}

export const margin = 32;
const title = { size: 22, weight: 600 } as const;
const subtitle = { size: 14, colour: colours.muted } as const;
const source = { size: 12, colour: colours.muted } as const;
const leading = 1.45;
const brandWidth = 70;

/** A standalone SVG document: mark, title, subtitle, drawing, source line. */
export function framed(chart: Chart, sheet: Sheet): string {
  const inner = chart.width - 2 * margin;
  const titleLines = balanced(chart.title, { ...title, width: inner });
  const subtitleLines = balanced(chart.subtitle, { ...subtitle, width: inner });
  const said = sourceLine(chart, sheet);
  const sourceLines = wrapText(said, { ...source, width: inner - brandWidth });
  const mark = chart.demonstration ? demonstrationMark(chart.width, sheet) : none;

  const titleAt = mark.height + margin + title.size * 0.8;
  const subtitleAt = titleAt + titleLines.length * title.size * 1.35;
  const drawingAt = subtitleAt + subtitleLines.length * subtitle.size * leading + 4;
  const ruleAt = drawingAt + chart.drawing.height + 18;
  const sourceAt = ruleAt + 22;
  const height = Math.ceil(sourceAt + (sourceLines.length - 1) * source.size * leading + 24);
  const { below = none } = sheet;

  const content = [
    box({ x: 0, y: 0, width: chart.width, height }, { fill: colours.surface }),
    mark.markup,
    writing(margin, titleAt, titleLines, title, title.size * 1.35),
    writing(margin, subtitleAt, subtitleLines, subtitle),
    element(
      'g',
      { transform: `translate(${margin} ${drawingAt.toFixed(2)})` },
      chart.drawing.markup,
    ),
    stroke(margin, ruleAt, chart.width - margin, ruleAt, {
      stroke: colours.line,
      'stroke-width': 1,
    }),
    writing(margin, sourceAt, sourceLines, source),
    brand(chart.width - margin, sourceAt, sheet),
    element('g', { transform: `translate(0 ${height})` }, below.markup),
  ];
  return document(chart, said, height + below.height, content.join('\n'), sheet);
}

function document(chart: Chart, said: string, height: number, content: string, sheet: Sheet) {
  const { width } = chart;
  const described =
    element('title', { id: 'title' }, escaped(chart.title)) +
    element('desc', { id: 'desc' }, escaped(`${chart.subtitle} ${said}`));
  const faces = sheet.fontFaces === '' ? '' : element('style', {}, escaped(sheet.fontFaces));
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    lang: sheet.language,
    'font-family': "'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif",
    role: 'img',
    'aria-labelledby': 'title desc',
  };
  const inside = `${described}\n<defs>${faces}${hatchDefinitions()}</defs>\n${content}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', root, inside)}\n`;
}

function sourceLine(chart: Chart, sheet: Sheet): string {
  const { chart: t } = sheet;
  const date = formatDate(sheet.exportedOn, sheet.language);
  const made = chart.demonstration ? [sheet.ui('demo')] : [];
  const parts = [...made, ...chart.source, t('exported', { date })];
  return `${t('source', { parts: parts.join('\u00a0· ') })}.`;
}

const none = { markup: '', height: 0 };

/** The strip that stands over every screen of the demonstration. */
function demonstrationMark(width: number, sheet: Sheet): { markup: string; height: number } {
  const { ui: t } = sheet;
  const look = { size: 13 } as const;
  const demo = t('demo');
  const indent = textWidth(demo, look.size, 600) + 10;
  const room = { width: width - 2 * margin - indent, size: look.size };
  const lines = wrapText(t('demoMeaning'), room);
  const height = 14 + lines.length * look.size * leading;
  const strip = box({ x: 0, y: 0, width, height }, { fill: colours.mark });
  const name = words(margin, 20.5, [{ text: demo }], { ...look, weight: 600 });
  return { markup: strip + name + writing(margin + indent, 20.5, lines, look), height };
}

/** A bridge span over a beat, and the name. */
function brand(right: number, y: number, sheet: Sheet): string {
  const name = sheet.ui('product');
  const span = ['M3 14C8 5.5 24 5.5 29 14', 'M3 14h26', 'M3 24h7l2.5-4.5 4 8 3-6.5 1.8 3H29'];
  const hangers = { d: 'M10 14V9.6M16 14V7.9M22 14V9.6', 'stroke-width': 1.4 };
  const look = {
    transform: `translate(${right - 58} ${(y - 14).toFixed(2)}) scale(0.56)`,
    fill: 'none',
    stroke: colours.ink,
    'stroke-width': 2.4,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return (
    element(
      'g',
      look,
      [...span.map((d) => ({ d })), hangers].map((path) => element('path', path)).join(''),
    ) + words(right, y, [{ text: name }], { size: 13, weight: 600, anchor: 'end' })
  );
}
