import { FactPage, type AuditFact } from '@nhip/server/audit/contract.ts';
import { useSyncExternalStore } from 'react';
import { actorName, type Words } from './fact-sentence.ts';

/** What facts of this visit were about: the words of codes and numbers that a filter shows. */
export interface Seen {
  actions: ReadonlyMap<string, Words>;
  actors: ReadonlyMap<number, Words>;
  subjects: ReadonlyMap<string, Words>;
}

let seen: Seen = { actions: new Map(), actors: new Map(), subjects: new Map() };
const listeners = new Set<() => void>();

/** Remembers the words of a page of facts. */
export function see(facts: FactPage['items']): void {
  const actions = new Map(seen.actions);
  const actors = new Map(seen.actors);
  const subjects = new Map(seen.subjects);
  for (const fact of facts) note(fact, actions, actors, subjects);
  const grown =
    actions.size > seen.actions.size ||
    actors.size > seen.actors.size ||
    subjects.size > seen.subjects.size;
  if (!grown) return;
  seen = { actions, actors, subjects };
  for (const listener of listeners) listener();
}

export function useSeen(): Seen {
  return useSyncExternalStore(subscribe, () => seen);
}

function note(
  { action, words, actor, subject }: AuditFact,
  actions: Map<string, Words>,
  actors: Map<number, Words>,
  subjects: Map<string, Words>,
): void {
  actions.set(action, words);
  actors.set(actor.id, { vi: actorName(actor, 'vi'), en: actorName(actor, 'en') });
  subjects.set(subject.kind, subject.words);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
