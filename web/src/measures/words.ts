const definitions = ['coverage-gap', 'process-times', 'diffusion-lag-l50', 'people-short'] as const;
const units = ['share-of-demand', 'month', 'person'] as const;
const parameters = [
  'programmeVersionId',
  'bootstrapDraws',
  'bootstrapSeed',
  'weight',
  'level',
] as const;
const inputs = ['demand', 'programmes', 'frameworks', 'review'] as const;

/** The definitions that this page has words for; a newer server may know more. */
export const knownDefinition = (name: string) => definitions.find((known) => known === name);
export const knownUnit = (name: string) => units.find((known) => known === name);
export const knownParameter = (name: string) => parameters.find((known) => known === name);
export const knownInput = (name: string) => inputs.find((known) => known === name);
