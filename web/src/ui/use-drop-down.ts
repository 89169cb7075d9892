import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

/** A panel under a button: Escape closes it and gives the button the focus back, anything outside closes it. */
export function useDropDown() {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return {
    open,
    setOpen,
    close,
    whole: {
      ref: whole,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Escape' && open) close();
      },
    },
    button: { ref: button, 'aria-expanded': open, onClick: () => setOpen(!open) },
  };
}
