import type { Form } from '../forms.ts';

/** What a competency is; a feature of the ranking, unknown when its framework does not say. */
export type ConceptKind = 'skill' | 'knowledge' | 'attitude' | 'tool';

/** A competency as the ranking sees it: everything but its names. */
export interface HybridConcept {
  id: number;
  kind: ConceptKind | null;
  /** Definitions or scope notes, in any language. */
  descriptions: string[];
  /** How many roles of the framework ask for it; 0 when the framework has no roles. */
  roles: number;
}

/** A label or an alias, as the lexicon holds it. */
export interface HybridForm extends Form {
  isLabel: boolean;
}

/** What is left out of an index; every part is there unless an ablation turns it off. */
export interface IndexOptions {
  seed: number;
  encoder: boolean;
  descriptions: boolean;
  aliases: boolean;
}

export const defaultOptions: IndexOptions = {
  seed: 20_261_123,
  encoder: true,
  descriptions: true,
  aliases: true,
};
