import type { Actor } from '#src/actors/actor.ts';

/** Who acts for themselves; access.ts lets nobody else this far. */
export function ownPersonId(actor: Actor): number {
  if (actor.personId === undefined) throw new Error(`actor ${actor.id} is no person`);
  return actor.personId;
}
