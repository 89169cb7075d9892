import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import type { ItemIndex } from './item-index.ts';
import { crosswalkMessages } from './messages.ts';
import styles from './tree-pane.module.css';
import { ROW_HEIGHT, type RowWindow } from './use-window.ts';

/**
 * One framework as a tree of which only the rows on screen are drawn. Arrows move within it, Enter (or a
 * click) opens an item.
 */
export function TreePane(props: {
  framework: string;
  index: ItemIndex;
  /** places in the index, in the order in which they are shown */
  rows: readonly number[];
  window: RowWindow;
  frame: React.RefObject<HTMLDivElement | null>;
  show: (row: number) => void;
  open: number | null;
  /** whether something stands of an item, for the dot before its name */
  stateOf: (id: number) => 'accepted' | 'waiting' | undefined;
  onOpen: (id: number) => void;
}) {
  const t = useMessages(crosswalkMessages);
  const id = useId();
  const { rows, index, window, show } = props;
  const openRow =
    props.open === null ? -1 : rows.findIndex((at) => index.items[at]!.id === props.open);
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (openRow < 0) return;
    setActive(openRow);
    show(openRow);
  }, [openRow, props.open, show]);

  function onKey(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (event.key === 'Enter') {
      const at = rows[active];
      if (at === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      props.onOpen(index.items[at]!.id);
    } else if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(active + step, 0), rows.length - 1);
      setActive(next);
      show(next);
    }
  }

  return (
    <div
      ref={props.frame}
      className={styles.frame}
      role="tree"
      tabIndex={0}
      aria-label={t('editor.tree', { framework: props.framework })}
      aria-activedescendant={
        active >= window.start && active < window.end ? `${id}-${active}` : undefined
      }
      onKeyDown={onKey}
    >
      <div style={{ height: rows.length * ROW_HEIGHT }} className={styles.whole} role="none">
        {rows.slice(window.start, window.end).map((at, place) => {
          const item = index.items[at]!;
          const row = window.start + place;
          return (
            <div
              key={item.id}
              id={`${id}-${row}`}
              role="treeitem"
              aria-level={index.levels[at]}
              aria-posinset={row + 1}
              aria-setsize={rows.length}
              aria-selected={row === openRow}
              data-active={row === active || undefined}
              data-group={item.kind === 'area' || item.kind === 'group' || undefined}
              className={styles.row}
              style={{ top: row * ROW_HEIGHT, paddingLeft: 6 + 14 * (index.levels[at]! - 1) }}
              onClick={() => {
                setActive(row);
                props.onOpen(item.id);
              }}
            >
              <span className={styles.dot} data-state={props.stateOf(item.id)} aria-hidden />
              <span className={styles.label}>
                <LocalTextView text={item.label} fallback={item.code} />
              </span>
              <span className={styles.code}>{item.code.length > 14 ? '' : item.code}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 12,
  PageUp: -12,
  Home: -1e9,
  End: 1e9,
};
