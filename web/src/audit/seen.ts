import { FactPage, type AuditFact } from '@nhip/server/audit/contract.ts';
import { useSyncExternalStore } from 'react';
import { actorName, type Words } from './fact-sentence.ts';

/** What facts of this visit were about: the words of codes and numbers that a filter shows. */
export interface Seen {
  actors: ReadonlyMap<number, Words>;
  subjects: ReadonlyMap<string, Words>;
}

let seen: Seen = { actors: new Map(), subjects: new Map() };
const listeners = new Set<() => void>();

/** Remembers the words of a page of facts. */
export function see(facts: FactPage['items']): void {
  const actors = new Map(seen.actors);
  const subjects = new Map(seen.subjects);
  for (const fact of facts) note(fact, actors, subjects);
  const grown = actors.size > seen.actors.size || subjects.size > seen.subjects.size;
  if (!grown) return;
  seen = { actors, subjects };
  for (const listener of listeners) listener();
}

export function useSeen(): Seen {
  return useSyncExternalStore(subscribe, () => seen);
}

function note(
  { actor, subject }: AuditFact,
  actors: Map<number, Words>,
  subjects: Map<string, Words>,
): void {
  actors.set(actor.id, { vi: actorName(actor, 'vi'), en: actorName(actor, 'en') });
  subjects.set(subject.kind, subject.words);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
