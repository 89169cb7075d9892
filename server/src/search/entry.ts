import type { FoundText, FoundType } from './contract.ts';

/** A name under which something is found. */
export interface Form extends FoundText {
  as: 'label' | 'code' | 'alias';
}

/** One thing that can be found, with all its names. */
export interface Entry {
  type: FoundType;
  id: number;
  code: string | null;
  kind: string | null;
  framework: { code: string; titles: FoundText[]; inUse: boolean } | null;
  programme: { id: number; code: string } | null;
  /** numbers and codes of the levels at which it is described */
  levels: readonly string[];
  forms: Form[];
}
