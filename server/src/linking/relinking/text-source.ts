import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Input } from '#src/measures/input-revision.ts';
import type { LinkIndex } from '../current-index.ts';
import type { FoundLink } from '../found-link.ts';
import type { TextToLink } from '../link-texts.ts';

/** A text of something that carries links: which one, and how it is to be read. */
export interface PlacedText extends TextToLink {
  /** Which of several (tags). */
  ordinal: number;
  /** Where the text is kept in several languages. */
  language: string | null;
}

/** Something that carries links (an advertisement, an outcome, a course) with its texts. */
export interface LinkedOwner {
  id: number;
  /** Changes when the texts do, so that links of an older wording are not written. */
  mark: string;
  texts: PlacedText[];
}

/** The links of each text of an owner, in the order of its texts. */
export interface OwnedLinks extends LinkedOwner {
  links: FoundLink[][];
}

/** What a room has to link. Rooms keep their own links; this is how they are brought to another engine. */
export interface TextSource {
  name: string;
  /** Moves when what counts has changed. */
  input: Input;
  /** How many owners another engine than this one has linked, or none. */
  count(db: Kysely<DB>, engineId: number): Promise<number>;
  /** Those owners by id, after one. */
  list(
    db: Kysely<DB>,
    engineId: number,
    page: { after: number; limit: number },
  ): Promise<LinkedOwner[]>;
  /**
   * Puts these links in the place of what stands, with people's standing decisions on them; owners
   * whose texts have changed meanwhile are left alone. Says whether anything that counts has changed.
   */
  replace(
    trx: Transaction<DB>,
    linkIndex: LinkIndex,
    engineId: number,
    owners: readonly OwnedLinks[],
  ): Promise<boolean>;
}
