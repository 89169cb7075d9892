import type { Relation } from './contract.ts';

/** The same crosswalk seen from its other end. */
export function inverted(relation: Relation): Relation {
  if (relation === 'broader') return 'narrower';
  return relation === 'narrower' ? 'broader' : relation;
}

/** The closest first. */
export const CLOSENESS: Readonly<Record<Relation, number>> = {
  exact: 0,
  narrower: 1,
  broader: 2,
  related: 3,
};
