import { useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { isUnder, type Tree, type TreeRow } from './tree-rows.ts';

export type Place = 'before' | 'after' | 'inside';
export interface Drop {
  target: number;
  place: Place;
}
interface Dragging extends Partial<Drop> {
  id: number;
}

const EDGE = 40;

/** Carries a row with the pointer: onto the upper or lower third of another it goes beside it, onto the middle under it. */
export function useDrag(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly TreeRow[],
  rowHeight: number,
  tree: Tree,
  onDrop: (id: number, drop: Drop) => void,
) {
  const [state, setState] = useState<Dragging>();
  const latest = useRef({ rows, tree, onDrop });
  latest.current = { rows, tree, onDrop };

  function start(event: ReactPointerEvent, id: number) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    let drop: Drop | undefined;
    const move = (moved: PointerEvent) => {
      const box = scroller.current!;
      const frame = box.getBoundingClientRect();
      if (moved.clientY < frame.top + EDGE) box.scrollTop -= 12;
      if (moved.clientY > frame.bottom - EDGE) box.scrollTop += 12;
      const y = moved.clientY - frame.top + box.scrollTop;
      const row = latest.current.rows[Math.floor(y / rowHeight)];
      const part = (y % rowHeight) / rowHeight;
      const place = part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside';
      const inside = row && isUnder(latest.current.tree, row.entry.id, id);
      drop = row && !inside ? { target: row.entry.id, place } : undefined;
      setState({ id, ...drop });
    };
    const end = (ended: Event) => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', cancel);
      setState(undefined);
      if (ended.type === 'pointerup' && drop) latest.current.onDrop(id, drop);
    };
    const cancel = (pressed: KeyboardEvent) => pressed.key === 'Escape' && end(pressed);
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    addEventListener('keydown', cancel);
    setState({ id });
  }
  return { state, start };
}
