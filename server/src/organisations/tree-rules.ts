import type { OrganisationKind, Tier } from './contract.ts';

export interface Place {
  kind: OrganisationKind;
  tier: Tier | null;
}

const ABOVE: Record<Tier, Tier | null> = { centre: null, province: 'centre', commune: 'province' };

/**
 * Whether an organisation may stand there: a State body has a tier and stands under one of the tier just
 * above, or under nothing yet; whoever is no State body stands in no tree.
 */
export function mayStand(wanted: Place, parent: Place | null): boolean {
  if (wanted.kind !== 'state-body') return wanted.tier === null && parent === null;
  if (wanted.tier === null) return false;
  if (parent === null) return true;
  return parent.kind === 'state-body' && parent.tier === ABOVE[wanted.tier];
}

export interface SuccessionEdge {
  predecessorId: number;
  successorId: number;
  kind: 'merger' | 'split' | 'renaming';
}

/** Whether these may succeed it: the right number of others, and nobody succeeds themselves through others. */
export function maySucceed(
  standing: readonly SuccessionEdge[],
  wanted: {
    predecessorId: number;
    successorIds: readonly number[];
    kind: SuccessionEdge['kind'];
  },
): boolean {
  const { predecessorId, kind } = wanted;
  const successors = new Set(wanted.successorIds);
  if (kind === 'split' ? successors.size < 2 : successors.size !== 1) return false;
  const reached = new Set(successors);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const edge of standing) {
      if (reached.has(edge.predecessorId)) reached.add(edge.successorId);
    }
  }
  return !reached.has(predecessorId);
}

/** Who stands in its place today: what it merged into or was renamed to; a split has no one heir. */
export function standsToday(edges: readonly SuccessionEdge[], id: number): number {
  let at = id;
  for (let step = 0; step <= edges.length; step += 1) {
    const next = edges.find((edge) => edge.predecessorId === at && edge.kind !== 'split');
    if (!next) return at;
    at = next.successorId;
  }
  return at;
}
