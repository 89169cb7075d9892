import type { Actor } from '#src/actors/actor.ts';
import type { AccessRule } from '#src/platform.ts';
import { isMember } from '#src/actors/actor.ts';

/** Whoever has signed in, and machines that may read: nothing is kept, but it costs the machine something. */
export const mayLink: AccessRule = (actor) =>
  isMember(actor) || actor.kind === 'person' || actor.scopes.includes('read');
export const mayReadState: AccessRule = isMember;

/** Whose turns are counted together. */
export function linksAs({ id, accountId }: Pick<Actor, 'id' | 'accountId'>): string {
  return accountId ?? `actor ${id}`;
}
