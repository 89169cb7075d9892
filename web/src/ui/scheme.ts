import { useSyncExternalStore } from 'react';

export type Scheme = 'auto' | 'light' | 'dark';

/** The same key and attribute are used by public/before-paint.js. */
const KEY = 'nhip.scheme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function useScheme(): [Scheme, (scheme: Scheme) => void] {
  return [useSyncExternalStore(listen, read), choose];
}

function read(): Scheme {
  const kept = stored();
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

function choose(scheme: Scheme): void {
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // storage may be forbidden: the choice lasts as long as the page
  }
  apply(scheme);
}

function apply(scheme: Scheme): void {
  const shown = scheme === 'auto' ? (dark.matches ? 'dark' : 'light') : scheme;
  document.documentElement.setAttribute('data-scheme', shown);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

// the device changed its mind, or another window did
dark.addEventListener('change', () => apply(read()));
addEventListener('storage', ({ key }) => key === KEY && apply(read()));
