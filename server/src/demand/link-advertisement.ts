import { linkColumns, type LinkIndex } from '#src/linking/current-index.ts';
import { linkText } from '#src/linking/link.ts';

export interface LinkedTexts {
  title: string;
  tags: readonly string[];
  requirements: string;
}

/** A row of advertisement_link without its advertisement; `ordinal` says which tag, 0 elsewhere. */
export type LinkRow = ReturnType<typeof linkColumns> & {
  field: 'title' | 'tag' | 'text';
  ordinal: number;
};

/**
 * An index that also finds what people have rejected. Such links are written with their verdict and
 * count nowhere; so the rejection can be taken back at once, also for texts that came after it.
 */
export function withRejected(linkIndex: LinkIndex): LinkIndex {
  return { ...linkIndex, index: { ...linkIndex.index, rejected: new Set<string>() } };
}

/** Every competency that a posting names: in its title, in each tag, in its requirements. Pure. */
export function linkAdvertisement(linkIndex: LinkIndex, texts: LinkedTexts): LinkRow[] {
  const linksOf = (field: LinkRow['field'], text: string, ordinal: number): LinkRow[] =>
    linkText(linkIndex.index, field, text).map((link) => ({
      ...linkColumns(linkIndex, link),
      field,
      ordinal,
    }));
  return [
    ...linksOf('title', texts.title, 0),
    ...texts.tags.flatMap((tag, ordinal) => linksOf('tag', tag, ordinal)),
    ...linksOf('text', texts.requirements, 0),
  ];
}
