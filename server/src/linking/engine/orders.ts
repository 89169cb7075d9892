import type { DocumentType, Field, TextLink } from '../contract.ts';
import type { FoundLink } from '../found-link.ts';
import type { IndexFileFault } from '../hybrid/index-file.ts';

/** What passes between the program and its threads; everything in it is plain data. */

export interface TextOrder {
  text: string;
  field: Field;
  documentType: DocumentType;
  /** What the dictionary tier has found in it. */
  dictionary: TextLink[];
}

/** An index file and the hash that it has to have. */
export interface IndexFile {
  path: string;
  hash: string;
}

export interface LinkOrder {
  index: IndexFile;
  texts: TextOrder[];
}

export interface LinkedText {
  links: FoundLink[];
  /** How much was read, of how many UTF-16 units. */
  read: { units: number; of: number };
}

/** `other-content`: an index in order, but of other frameworks than its name says. */
export type IndexFault = IndexFileFault | 'other-content';

export type LinkAnswer = { linked: LinkedText[] } | { fault: IndexFault };
