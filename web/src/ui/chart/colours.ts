/** The light tokens of tokens.css: a file that leaves the house is read on white paper. */
export const colours = {
  ink: '#16213d',
  surface: '#ffffff',
  line: '#e4e1da',
  lineStrong: '#8b8f9c',
  muted: '#5b6478',
  demand: '#d9480f',
  demandInk: '#b03a0b',
  supply: '#0b7285',
  supplyInk: '#0a6374',
  mark: '#fff1c2',
} as const;

/** `part` (0…1) of one colour over another, as `color-mix` does on the screen. Both are `#rrggbb`. */
export function mixed(colour: string, part: number, ground: string): string {
  const of = channels(colour);
  const over = channels(ground);
  const mix = of.map((channel, i) => Math.round(channel * part + over[i]! * (1 - part)));
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
