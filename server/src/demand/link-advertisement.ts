import type { LinkIndex } from '#src/linking/current-index.ts';
import { fromDictionary, type FoundLink } from '#src/linking/found-link.ts';
import { linkColumns, type LinkColumns } from '#src/linking/link-columns.ts';
import { linkText } from '#src/linking/link.ts';
import type { PlacedText } from '#src/linking/relinking/text-source.ts';

export interface LinkedTexts {
  title: string;
  tags: readonly string[];
  requirements: string;
}

/** A row of advertisement_link without its advertisement; `ordinal` says which tag, 0 elsewhere. */
export type LinkRow = LinkColumns & {
  field: 'title' | 'tag' | 'text';
  ordinal: number;
};

/** The texts of a posting that carry links. Titles and tags are too short for a ranking. Pure. */
export function placedTexts({ title, tags, requirements }: LinkedTexts): PlacedText[] {
  const placed = { documentType: 'advertisement', language: null } as const;
  const short = { ...placed, tier: 'dictionary' } as const;
  return [
    { ...short, field: 'title', ordinal: 0, text: title },
    ...tags.map((text, ordinal) => ({ ...short, field: 'tag' as const, ordinal, text })),
    { ...placed, tier: 'hybrid', field: 'text', ordinal: 0, text: requirements },
  ];
}

/** Every competency that a posting names, as the dictionary alone finds it: while it comes in. Pure. */
export function linkAdvertisement(linkIndex: LinkIndex, texts: LinkedTexts): LinkRow[] {
  const { index } = linkIndex;
  return placedTexts(texts).flatMap((place) =>
    linkRows(
      linkIndex,
      place,
      linkText(index, place.field, place.text).map((link) => fromDictionary(link, index.version)),
    ),
  );
}

export function linkRows(
  linkIndex: LinkIndex,
  { field, ordinal }: Pick<PlacedText, 'field' | 'ordinal'>,
  links: readonly FoundLink[],
): LinkRow[] {
  return links.map((link) => ({ ...linkColumns(linkIndex, link), field, ordinal }));
}
