import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { forgetDraft, partAddress, partQuery, sendEdit, type PartName } from './draft-api.ts';
import { EditSession, type OnSaved } from './edit-session.ts';

/** By entry: what is typed stays while somebody looks at another one. */
const sessions = new Map<string, EditSession>();

function sessionOf(address: string, onSaved: OnSaved): EditSession {
  const known = sessions.get(address);
  if (known) return known;
  const made = new EditSession((body) => sendEdit(address, body), onSaved);
  sessions.set(address, made);
  return made;
}

/**
 * The session of an item or a role: what it saves is shown at once, and whatever else it may have moved is
 * asked again. Whoever shows its fields reads them with `useQuery(partQuery(…))` in the same component: else
 * what was added would be gone for a moment between typed and saved, and with it the focus of who writes there.
 */
export function usePartSession(code: string, part: PartName, id: number): EditSession {
  const queries = useQueryClient();
  const address = partAddress(code, part, id);
  const { queryKey } = partQuery(code, part, id);
  const session = sessionOf(address, (saved) => {
    if (saved === null) return forgetDraft(queries, code);
    // an answer that was asked for before would show the words of before
    void queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, saved);
    void forgetDraft(queries, code, queryKey);
  });
  useSyncExternalStore(session.subscribe, () => session.state);
  useFlushOnLeave(session);
  return session;
}

/** The same for what the draft says of the whole. */
export function useAboutSession(code: string, address: string): EditSession {
  const queries = useQueryClient();
  const session = sessionOf(address, () => forgetDraft(queries, code));
  useSyncExternalStore(session.subscribe, () => session.state);
  useFlushOnLeave(session);
  return session;
}

/** Nobody closes the window over words that are not saved without being asked. */
function useFlushOnLeave(session: EditSession): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!session.unsaved) return;
      void session.flush();
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
      void session.flush();
    };
  }, [session]);
}
