import { deleteLetters } from './mail/delete-letters.ts';
import { deleteAffiliations, deleteInvitations } from './organisations/delete-of-person.ts';
import { endAffiliation } from './organisations/end-affiliation.ts';
import { revokeRole } from './organisations/revoke-role.ts';
import { updateAffiliation } from './organisations/update-affiliation.ts';
import type { Doors } from './people/doors.ts';
import { deleteAccount } from './accounts/create-account.ts';
import { endSessions } from './accounts/end-sessions.ts';

/** The acts of other rooms on what they hold about a person; room `people` knows none of them by name. */
export const peopleDoors: Doors = {
  deleteAccount,
  endSessions,
  deleteLetters,
  updateAffiliation,
  endAffiliation,
  revokeRole,
  deleteAffiliations,
  deleteInvitations,
};
