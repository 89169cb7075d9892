import { colours } from './colours.ts';
import type { Weight } from './text-width.ts';

export type Attributes = Record<string, string | number | undefined>;

/** Text as it may stand in XML, in content and in attributes; characters that XML forbids are left out. */
export function escaped(text: string): string {
  return (
    text
      .normalize('NFC')
      .toWellFormed()
      // what lies outside of XML 1.0's Char
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}

/** One element; `content` is markup already, attributes are escaped, undefined ones left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(rounded(value!)))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function rounded(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function box(place: Box, look: Attributes): string {
  return element('rect', { ...place, ...look });
}

export function stroke(x1: number, y1: number, x2: number, y2: number, look?: Attributes): string {
  return element('line', { x1, y1, x2, y2, stroke: colours.ink, 'stroke-width': 1.5, ...look });
}

export interface Writing {
  size: number;
  weight?: Weight;
  colour?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** Line under line from the baseline `y` on, each `lineHeight` below the other. */
export function writing(
  x: number,
  y: number,
  lines: string[],
  look: Writing,
  lineHeight = look.size * 1.45,
): string {
  return lines.map((line, i) => words(x, y + i * lineHeight, [{ text: line }], look)).join('');
}

/** One line of parts that differ in weight and colour. */
export function words(
  x: number,
  y: number,
  parts: { text: string; weight?: Weight; colour?: string }[],
  look: Writing,
): string {
  const spans = parts.map(({ text, weight, colour }) =>
    weight === undefined && colour === undefined
      ? escaped(text)
      : element('tspan', { 'font-weight': weight, fill: colour }, escaped(text)),
  );
  return element(
    'text',
    {
      x,
      y,
      'font-size': look.size,
      'font-weight': look.weight ?? 400,
      fill: look.colour ?? colours.ink,
      'text-anchor': look.anchor === 'start' ? undefined : look.anchor,
    },
    spans.join(''),
  );
}
