import { useEffect, useRef, useState } from 'react';

const storageKey = 'nhip.review-keys';

/**
 * Single letters that act. They rest while a person writes, while a dialogue is open and while a modifier is
 * held; a method of input that swallows letters (Telex, VNI) is asked for the key's place instead.
 */
export function useKeys(enabled: boolean, actions: Record<string, () => void>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isWriting(event.target) || document.querySelector('dialog[open], [role="dialog"]'))
        return;
      const letter = event.key.length === 1 ? event.key : event.code.replace(/^Key/, '');
      const action = latest.current[letter.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [enabled]);
}

/** Whether a person wants single letters to act; remembered in this browser. */
export function useKeysWanted(): [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(() => readWanted());
  return [
    wanted,
    (next) => {
      setWanted(next);
      try {
        localStorage.setItem(storageKey, next ? 'on' : 'off');
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    },
  ];
}

function readWanted(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('textarea, select, input:not([type="checkbox"])') !== null)
  );
}
