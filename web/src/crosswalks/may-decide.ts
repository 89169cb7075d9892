import { useSession } from '../sign-in/session.ts';

/** Whether the reader decides about crosswalks; the server decides, this only spares closed doors. */
export function useMayDecide(): boolean {
  const roles = useSession()?.roles ?? [];
  return roles.includes('framework-editor') || roles.includes('secretariat');
}
