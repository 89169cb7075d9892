import type { GrantedRole as Role } from '@nhip/server/actors/contract.ts';
import type { Session } from '@nhip/server/sign-in/contract.ts';

/** Pages that only some roles may open; the server decides, this only spares the reader closed doors. */
const rolesOf: Record<string, readonly Role[]> = {
  '/review': ['administrator', 'reviewer', 'framework-editor', 'secretariat'],
  '/imports': [
    'administrator',
    'programme-designer',
    'framework-editor',
    'planner',
    'secretariat',
    'operator',
  ],
  '/imports/subscriptions': ['framework-editor', 'secretariat'],
  '/drafts': ['framework-editor', 'reviewer', 'secretariat'],
  '/audit': ['administrator', 'secretariat', 'operator'],
  '/api-clients': ['administrator', 'operator'],
  '/corrections': ['administrator'],
  '/retention': ['administrator', 'secretariat'],
};
/** For everybody who belongs somewhere. */
const forMembers = ['/demand', '/programmes'];
/** For everybody who has signed in. */
const forPersons = ['/organisations', '/me', '/me/sign-in'];
/** For everybody who has signed in, and for visitors of the demonstration. */
const forAnybody = ['/linking'];

/**
 * Whether the menu leads to a page. Until the session is known: what most readers may open, so that
 * nothing vanishes under the pointer.
 */
export function mayOpen(path: string, session: Session | undefined): boolean {
  const wanted = rolesOf[path];
  if (wanted) return session?.roles.some((role) => wanted.includes(role)) ?? false;
  if (forPersons.includes(path)) return Boolean(session?.person);
  if (forAnybody.includes(path)) return Boolean(session?.person || session?.roles.length);
  if (forMembers.includes(path)) return session === undefined || session.roles.length > 0;
  return true;
}
