import { plain } from '#src/languages/plain.ts';

export interface Place {
  id: number;
  code: string;
  validFrom: string | null;
  validTo: string | null;
  /** The region that took its place, if any. */
  successorId: number | null;
}

export interface Gazetteer {
  /** plain form → the regions written like that (a former and a present province may share a name) */
  spellings: ReadonlyMap<string, readonly Place[]>;
  unknown: Place;
}

/**
 * The region that a written address names, as it was on a date (YYYY-MM-DD). Parts are read from the
 * end, since the province stands last; within a part the longest run of last words that is a name.
 */
export function findPlace(gazetteer: Gazetteer, written: string, on: string): Place {
  const parts = written.split(/[,;()\n/|]|\s[-–]\s/).map((part) =>
    plain(part)
      .replace(/ ?\b(viet ?nam|vn)$/, '')
      .replace(/ (city|province)$/, '')
      .split(' '),
  );
  for (const words of parts.reverse()) {
    for (let length = Math.min(words.length, 5); length >= 1; length--) {
      const places = gazetteer.spellings.get(words.slice(-length).join(' '));
      if (places?.length) return validOn(places, on, gazetteer);
    }
  }
  return gazetteer.unknown;
}

function validOn(places: readonly Place[], on: string, gazetteer: Gazetteer): Place {
  const valid = places.find(
    (place) =>
      (place.validFrom === null || place.validFrom <= on) &&
      (place.validTo === null || on < place.validTo),
  );
  if (valid) return valid;
  const place = places[0]!;
  if (place.validTo !== null && on >= place.validTo) return successorOf(place, gazetteer) ?? place;
  return place;
}

function successorOf(place: Place, gazetteer: Gazetteer): Place | undefined {
  for (const places of gazetteer.spellings.values()) {
    const found = places.find((candidate) => candidate.id === place.successorId);
    if (found) return found;
  }
  return undefined;
}
