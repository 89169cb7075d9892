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
