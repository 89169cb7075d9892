import { IconChevronRight, IconGripVertical, IconMessage } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../language.ts';
import { LocalTextView } from '../../ui/local-text.tsx';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';
import type { Direction, Tree, TreeRow } from './tree-rows.ts';
import { useDrag, type Drop } from './use-drag.ts';

const ROW_HEIGHT = 36;

export interface TreeActions {
  choose(id: number): void;
  toggle(id: number, open: boolean): void;
  edit(): void;
  step(id: number, direction: Direction): void;
  drop(id: number, drop: Drop): void;
  add(id: number | null): void;
  remove(id: number): void;
}

const STEPS: Record<string, Direction> = {
  ...{ ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' },
};

/** The tree of a draft: only the rows in sight are in the page, whatever there are in the draft. */
export function DraftTree(props: {
  label: string;
  tree: Tree;
  rows: readonly TreeRow[];
  chosen: number | undefined;
  mayEdit: boolean;
  actions: TreeActions;
}) {
  const { rows, chosen, actions, mayEdit } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((row) => row.entry.id === chosen);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const drag = useDrag(scroller, rows, ROW_HEIGHT, props.tree, actions.drop);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, chosen, virtual]);

  function press(event: KeyboardEvent) {
    const row = rows[at];
    const go = (index: number) => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
      if (next) actions.choose(next.entry.id);
    };
    const handled = (() => {
      if (event.ctrlKey || event.metaKey) return false;
      if (event.altKey) {
        const step = STEPS[event.key];
        if (!step || !row || !mayEdit) return false;
        actions.step(row.entry.id, step);
        return true;
      }
      const page = Math.max(
        1,
        Math.floor((scroller.current?.clientHeight ?? 360) / ROW_HEIGHT) - 1,
      );
      switch (event.key) {
        case 'ArrowDown':
          return (go(at + 1), true);
        case 'ArrowUp':
          return (go(at - 1), true);
        case 'Home':
          return (go(0), true);
        case 'End':
          return (go(rows.length - 1), true);
        case 'PageDown':
          return (go(at + page), true);
        case 'PageUp':
          return (go(at - page), true);
        case 'ArrowRight':
          if (row?.children && !row.open) actions.toggle(row.entry.id, true);
          else if (row?.open) go(at + 1);
          return true;
        case 'ArrowLeft':
          if (row?.open) actions.toggle(row.entry.id, false);
          else if (row?.entry.parentId != null) actions.choose(row.entry.parentId);
          return true;
        case 'Enter':
          return (actions.edit(), true);
        case 'Insert':
          if (mayEdit) actions.add(row?.entry.id ?? null);
          return mayEdit;
        case 'Delete':
          if (mayEdit && row) actions.remove(row.entry.id);
          return mayEdit;
        default:
          return false;
      }
    })();
    if (handled) event.preventDefault();
  }

  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={at >= 0 ? rowId(rows[at]!.entry.id) : undefined}
      data-tree
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          return (
            <Row
              key={row.entry.id}
              row={row}
              top={item.start}
              chosen={row.entry.id === chosen}
              mayEdit={mayEdit}
              drop={drag.state?.target === row.entry.id ? drag.state.place : undefined}
              dragged={drag.state?.id === row.entry.id}
              onGrip={(event) => drag.start(event, row.entry.id)}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}

const rowId = (id: number) => `draft-row-${id}`;

function Row(props: {
  row: TreeRow;
  top: number;
  chosen: boolean;
  mayEdit: boolean;
  drop: string | undefined;
  dragged: boolean;
  onGrip: (event: React.PointerEvent) => void;
  actions: TreeActions;
}) {
  const t = useMessages(draftMessages);
  const { entry, level, place, siblings, children, open } = props.row;
  return (
    <div
      id={rowId(entry.id)}
      className={styles.row}
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={children > 0 ? open : undefined}
      aria-selected={props.chosen}
      data-drop={props.drop}
      data-dragged={props.dragged || undefined}
      style={{ transform: `translateY(${props.top}px)`, paddingLeft: 6 + (level - 1) * 18 }}
      onClick={() => props.actions.choose(entry.id)}
      onDoubleClick={() => props.actions.edit()}
    >
      <span
        className={styles.twist}
        data-open={open || undefined}
        aria-hidden
        onClick={(event) => {
          if (children === 0) return;
          event.stopPropagation();
          props.actions.toggle(entry.id, !open);
        }}
      >
        {children > 0 && <IconChevronRight size={16} />}
      </span>
      <span className={styles.code}>{entry.code}</span>
      <span className={styles.label}>
        <LocalTextView text={entry.label} fallback={t('tree.unnamed')} />
      </span>
      {entry.threads > 0 && (
        <span className={styles.talk}>
          <IconMessage size={15} aria-hidden />
          <span aria-hidden>{entry.threads}</span>
          <span className="visually-hidden">{t('tree.threads', { count: entry.threads })}</span>
        </span>
      )}
      {props.mayEdit && (
        <span
          className={styles.grip}
          title={t('tree.grip')}
          aria-hidden
          onPointerDown={props.onGrip}
        >
          <IconGripVertical size={16} />
        </span>
      )}
    </div>
  );
}
