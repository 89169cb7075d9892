import { plain } from '#src/languages/plain.ts';

export interface Place {
  id: number;
  code: string;
  /** YYYY-MM-DD; null: since ever */
  validFrom: string | null;
  /** the first day on which it is no longer valid; null: still is */
  validTo: string | null;
  /** The region that took its place, if any. */
  successorId: number | null;
}

export interface Gazetteer {
  /** by id */
  places: ReadonlyMap<number, Place>;
  /** plain form → the regions written like that, today's first (a former and a present province may share a name) */
  spellings: ReadonlyMap<string, readonly Place[]>;
  unknown: Place;
}

const MOST_WORDS = 5;
/** What may stand behind the name of a province without being part of it: the country, its rank, a postal code. */
const BEHIND_A_NAME = /(?:^| )(?:viet ?nam|vn|city|province|\d{5,6})$/;

/**
 * The region that a written address names, as it was on a date (YYYY-MM-DD). Parts are read from the
 * end, since the province stands last; within a part the longest run of last words that is a name.
 */
export function findPlace(gazetteer: Gazetteer, written: string, on: string): Place {
  for (const part of written.split(/[,;()\n/|]/).reverse()) {
    // 'Bà Rịa - Vũng Tàu' is one name, 'Hà Nội - Tầng 3' is not
    for (const piece of [part, ...part.split(/\s[-–—]\s/).reverse()]) {
      const places = lastName(gazetteer, plain(piece));
      if (places) return validOn(gazetteer, places, on);
    }
  }
  return gazetteer.unknown;
}

function lastName(gazetteer: Gazetteer, text: string): readonly Place[] | undefined {
  const words = text.split(' ');
  for (let length = Math.min(words.length, MOST_WORDS); length >= 1; length -= 1) {
    const places = gazetteer.spellings.get(words.slice(-length).join(' '));
    if (places) return places;
  }
  const shorter = text.replace(BEHIND_A_NAME, '');
  return shorter === text ? undefined : lastName(gazetteer, shorter);
}

/** Of a name: who bears it on that day; else who took the place of who bore it; else who bears it at all. */
function validOn({ places }: Gazetteer, named: readonly Place[], on: string): Place {
  const valid = named.find(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= on) && (validTo === null || on < validTo),
  );
  if (valid) return valid;
  const place = named[0]!;
  const ended = place.validTo !== null && on >= place.validTo;
  const successor = place.successorId === null ? undefined : places.get(place.successorId);
  return (ended ? successor : undefined) ?? place;
}
