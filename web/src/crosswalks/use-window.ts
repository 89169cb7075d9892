import { useCallback, useEffect, useRef, useState } from 'react';

export const ROW_HEIGHT = 34;
/** Rows kept beyond either edge, so that a quick scroll shows no gap. */
const BEYOND = 6;

export interface RowWindow {
  /** first and behind the last row that are drawn */
  start: number;
  end: number;
  top: number;
  height: number;
}

/** Which rows of a long list of equal rows are on screen; only those are drawn. */
export function useWindow(rows: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ top: 0, height: 0 });
  const pending = useRef(0);
  const measure = useCallback(() => {
    pending.current = 0;
    const box = frame.current;
    if (!box) return;
    const now = { top: box.scrollTop, height: box.clientHeight };
    setPlace((before) => (before.top === now.top && before.height === now.height ? before : now));
  }, []);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const later = () => (pending.current ||= requestAnimationFrame(measure));
    measure();
    box.addEventListener('scroll', later, { passive: true });
    const watch = new ResizeObserver(later);
    watch.observe(box);
    return () => {
      box.removeEventListener('scroll', later);
      watch.disconnect();
      cancelAnimationFrame(pending.current);
      pending.current = 0;
    };
  }, [measure]);
  const show = useCallback((row: number) => {
    const box = frame.current;
    if (!box || row < 0) return;
    const [first, last] = [row * ROW_HEIGHT, (row + 1) * ROW_HEIGHT];
    if (first >= box.scrollTop && last <= box.scrollTop + box.clientHeight) return;
    box.scrollTop = Math.max(0, first - box.clientHeight / 3);
  }, []);
  const start = Math.max(0, Math.floor(place.top / ROW_HEIGHT) - BEYOND);
  const end = Math.min(rows, Math.ceil((place.top + place.height) / ROW_HEIGHT) + BEYOND);
  return { frame, window: { start, end, ...place } satisfies RowWindow, show };
}
