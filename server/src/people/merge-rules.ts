/** What is known of two records that may be of one person, when somebody acts on a merge of them. */
export interface MergeFacts {
  /** Whether an account signs in as the one that becomes an alias, and as the other. */
  personHasAccount: boolean;
  intoHasAccount: boolean;
  /** Whether who acts is signed in as that person. */
  actorIsPerson: boolean;
  actorIsInto: boolean;
  /** An administrator of an organisation to which both belong. */
  actorAdministersBoth: boolean;
  actorIsOperator: boolean;
}

export type ProposalVerdict = 'allowed' | 'owners-must-agree' | 'no-right';

/**
 * Who may propose. Where both sign in, each would get at the other's data: one of the two asks and the
 * other one answers. A record without an account is known to those who administer it, or an operator.
 */
export function mayPropose(facts: MergeFacts): ProposalVerdict {
  const bothSignIn = facts.personHasAccount && facts.intoHasAccount;
  if (bothSignIn && isParty(facts)) return 'allowed';
  if (!facts.actorAdministersBoth && !facts.actorIsOperator) return 'no-right';
  return bothSignIn ? 'owners-must-agree' : 'allowed';
}

/**
 * Who may confirm or refuse, never the one who asked: of two accounts the other's owner; of one account
 * its owner; where nobody signs in, or the owner of the only account asked, an operator who is neither.
 */
export function mayConfirm(
  facts: MergeFacts & { actorProposed: boolean; proposedByParty: boolean },
): boolean {
  if (facts.actorProposed) return false;
  const accounts = Number(facts.personHasAccount) + Number(facts.intoHasAccount);
  const outsider = facts.actorIsOperator && !isParty(facts);
  if (accounts === 0 || (accounts === 1 && facts.proposedByParty)) return outsider;
  return (
    (facts.personHasAccount && facts.actorIsPerson) || (facts.intoHasAccount && facts.actorIsInto)
  );
}

function isParty(facts: MergeFacts): boolean {
  return facts.actorIsPerson || facts.actorIsInto;
}

export interface OpenMerges {
  /** The aliases that are proposed or confirmed among the two, and the roots that have such aliases. */
  aliases: readonly number[];
  roots: readonly number[];
}

/** A root is never an alias and an alias never a root: no chain, and so no ring. */
export function chainFault(
  { personId, intoPersonId }: { personId: number; intoPersonId: number },
  open: OpenMerges,
): 'same' | 'chain' | undefined {
  if (personId === intoPersonId) return 'same';
  const chained = [personId, intoPersonId].some((id) => open.aliases.includes(id));
  return chained || open.roots.includes(personId) ? 'chain' : undefined;
}

export function mergeState(merge: {
  confirmedAt: Date | null;
  refusedAt: Date | null;
  undoneAt: Date | null;
}): 'proposed' | 'confirmed' | 'refused' | 'undone' {
  if (merge.undoneAt !== null) return 'undone';
  if (merge.refusedAt !== null) return 'refused';
  return merge.confirmedAt !== null ? 'confirmed' : 'proposed';
}

/**
 * Whether a person may know of a merge. What they asked for themselves by an address they hear of when
 * it is confirmed: before, it would tell whether the address has an account.
 */
export function isTold(
  merge: { proposedByPerson: number | null; confirmedAt: Date | null },
  personIds: readonly number[],
): boolean {
  const own = merge.proposedByPerson !== null && personIds.includes(merge.proposedByPerson);
  return !own || merge.confirmedAt !== null;
}
