import type { SaidOfScale } from '#src/frameworks/drafting/program-equatings.ts';
import { REFERENCE_SOURCE } from './crosswalk-rows.ts';
import type { Reference } from './read-reference.ts';

/** All that the reference says of other scales, by scale; a slot that waits for its text says nothing yet. */
export function equatingsSaid({ scale, equatings }: Reference): Map<string, SaidOfScale> {
  return new Map(
    equatings
      .filter(({ levels }) => levels.length > 0)
      .map(({ scale: to, levels, source, asOf }) => [
        to,
        {
          ...{ source: REFERENCE_SOURCE, from: scale.code, to },
          rows: levels.map((one) => ({ ...one, citation: source!, asOf: asOf! })),
        },
      ]),
  );
}
