import { useSession } from '../../sign-in/session.ts';

const roles = new Set(['administrator', 'framework-editor', 'secretariat']);

/** Whether the reader ends disagreements and changes what counts; the server decides. */
export function useMaySettle(): boolean {
  return (useSession()?.roles ?? []).some((role) => roles.has(role));
}
