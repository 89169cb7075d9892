import { colours } from './colours.ts';
import { element } from './elements.ts';

export type Hatch = 'hatch-gap' | 'hatch-unknown' | 'hatch-partial';

/** The patterns of ui/hatch.tsx: what stands for something that is not there looks the same on paper. */
const hatches: Record<Hatch, { step: number; turn: number; colour: string; width: number }> = {
  'hatch-gap': { step: 6, turn: 45, colour: colours.demand, width: 2.6 },
  'hatch-unknown': { step: 5, turn: -45, colour: colours.lineStrong, width: 1.2 },
  'hatch-partial': { step: 5, turn: -45, colour: colours.supply, width: 2 },
};

export function hatchDefinitions(): string {
  return Object.entries(hatches)
    .map(([id, { step, turn, colour, width }]) =>
      element(
        'pattern',
        {
          id,
          width: step,
          height: step,
          patternUnits: 'userSpaceOnUse',
          patternTransform: `rotate(${turn})`,
        },
        element('line', { x1: 0, y1: 0, x2: 0, y2: step, stroke: colour, 'stroke-width': width }),
      ),
    )
    .join('');
}

/** The look of a box filled with a hatch; its edge is drawn in the colour of the hatch. */
export function hatched(hatch: Hatch) {
  return { fill: `url(#${hatch})`, stroke: hatches[hatch].colour };
}
