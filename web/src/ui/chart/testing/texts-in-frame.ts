import assert from 'node:assert/strict';
import { textWidth, type Weight } from '../text-width.ts';
import { readSvg, type Drawn } from './read-svg.ts';

/** Fails when a line of text begins or ends outside of the picture. */
export function assertTextsInFrame(svg: string): void {
  const all = readSvg(svg);
  const width = Number(all[0]!.attributes.width);
  for (const text of all.filter(({ name }) => name === 'text')) {
    const [from, to] = extentOf(text);
    assert.ok(from >= 0, `${text.text} begins at ${from}`);
    assert.ok(to <= width, `${text.text} ends at ${to} of ${width}`);
  }
}

function extentOf({ attributes, text, moved }: Drawn): [number, number] {
  const weight = Number(attributes['font-weight']) as Weight;
  const wide = textWidth(text, Number(attributes['font-size']), weight);
  const x = moved + Number(attributes.x);
  const before = { middle: wide / 2, end: wide }[attributes['text-anchor'] ?? ''] ?? 0;
  return [x - before, x - before + wide];
}
