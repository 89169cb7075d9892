import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { OrganisationRef } from '#src/organisations/contract.ts';
import type { ErasureView } from './contract.ts';
import type { ErasurePlan } from './erasure-plan.ts';
import type { HeldItem, HoldingCode } from './holding.ts';
import { holdingWords } from './holding-words.ts';
import { organisationRefs } from './organisation-names.ts';

/** The plan as a person reads it: who held what, how much of it, and why it stays where it does. */
export async function erasureView(db: Kysely<DB>, plan: ErasurePlan): Promise<ErasureView> {
  const groups = [...plan.erased, ...plan.kept, ...plan.nameless];
  const refs = await organisationRefs(
    db,
    groups.map(({ organisationId }) => organisationId),
  );
  return {
    erased: plan.erased.map((group) => present(group, refs)),
    kept: plan.kept.map((group) => ({
      ...present(group, refs),
      until: group.until,
      basis: group.basis,
      source: group.source,
    })),
    nameless: plan.nameless.map((group) => present(group, refs)),
  };
}

function present(
  group: { holding: HoldingCode; organisationId: number | null; items: readonly HeldItem[] },
  refs: Map<number | null, OrganisationRef>,
) {
  return {
    holding: group.holding,
    organisation: refs.get(group.organisationId)!,
    count: group.items.length,
    words: holdingWords[group.holding],
  };
}
