import type { FoundView } from '@nhip/server/linking/contract.ts';

/** A place of a text with a name of its own, so that a list can lead to it. */
export interface FoundPlace extends FoundView {
  id: number;
}

export interface FoundGroup {
  competency: FoundView['competency'];
  places: FoundPlace[];
  /** Whether figures would count it: some place of it stands by itself and nobody has rejected it. */
  counts: boolean;
}

/** Whether a link counts: a person's word, else its band. */
export function countsAlone({ verdict, band }: Pick<FoundView, 'verdict' | 'band'>): boolean {
  return verdict === null ? band === 'accepted' : verdict === 'accept';
}

/** The links of a text under their competencies: what counts first, then in the order of the text. */
export function groupFound(links: readonly FoundView[]): FoundGroup[] {
  const places = links.map((link, id): FoundPlace => ({ ...link, id }));
  const groups = [...Map.groupBy(places, ({ competency }) => competency.id).values()].map(
    (own): FoundGroup => ({
      competency: own[0]!.competency,
      places: own,
      counts: own.some(countsAlone),
    }),
  );
  return groups.sort((one, other) => Number(other.counts) - Number(one.counts));
}
