import type { HoldingView } from '@nhip/server/people/contract.ts';

type Words = { vi: string; en: string };

export interface Conflict {
  code: string;
  label: Words;
  places: Place[];
}

export interface Place {
  organisation: HoldingView['organisation'];
  value: string;
  /** Where the organisation can be asked to correct it; null: the person's own profile. */
  affiliationId: number | null;
}

/** What one person has once; a position or a code differs from place to place by its nature. */
const COMPARED = ['name', 'email', 'phone'];

/** Fields that holders of today have written differently, each with every holder side by side. */
export function conflictsOf(holdings: readonly HoldingView[], today: string): Conflict[] {
  return COMPARED.flatMap((code) => {
    const found = holdings.flatMap((holding) => placesOf(holding, code, today));
    const different = new Set(found.map(({ place }) => folded(place.value)));
    if (different.size < 2) return [];
    return [{ code, label: found[0]!.label, places: found.map(({ place }) => place) }];
  });
}

function placesOf(holding: HoldingView, code: string, today: string) {
  const own = holding.holding === 'profile' && code === 'name';
  if (holding.holding !== 'affiliation' && !own) return [];
  return holding.items
    .filter(({ endedOn }) => endedOn === null || endedOn > today)
    .flatMap(({ id, data }) =>
      data.flatMap((datum) =>
        datum.code === code && typeof datum.value === 'string'
          ? [
              {
                label: datum.label,
                place: {
                  organisation: holding.organisation,
                  value: datum.value,
                  affiliationId: own ? null : Number(id),
                },
              },
            ]
          : [],
      ),
    );
}

/** Case, white space and how an accent is composed make no difference. */
function folded(value: string): string {
  return value.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi');
}
