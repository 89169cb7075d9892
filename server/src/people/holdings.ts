import type { Doors } from './doors.ts';
import type { Holding } from './holding.ts';
import { accountHolding } from './holdings/account.ts';
import { affiliationHolding } from './holdings/affiliations.ts';
import { consentHolding } from './holdings/consents.ts';
import { correctionHolding } from './holdings/corrections.ts';
import { identifierHolding } from './holdings/identifiers.ts';
import { invitationHolding } from './holdings/invitations.ts';
import { letterHolding } from './holdings/letters.ts';
import { mergeHolding } from './holdings/merges.ts';
import { profileHolding } from './holdings/profile.ts';
import { roleGrantHolding } from './holdings/role-grants.ts';
import { accessLogHolding, auditFactHolding } from './holdings/traces.ts';

/**
 * Everything that is held about a person, in the order in which the person reads it. Letters and
 * invitations are found by the address of the account, so they are erased before it.
 */
export function holdingsOf(doors: Doors): readonly Holding[] {
  return [
    profileHolding,
    affiliationHolding(doors),
    roleGrantHolding(doors),
    consentHolding,
    correctionHolding,
    identifierHolding,
    mergeHolding,
    invitationHolding(doors),
    letterHolding(doors),
    accountHolding(doors),
    accessLogHolding,
    auditFactHolding,
  ];
}
