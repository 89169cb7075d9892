import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';
import { IconChevronRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { plain } from '../ui/plain.ts';
import { kindIcons } from './kind-icon.tsx';
import { frameworkMessages } from './messages.ts';
import { deedOf, rowThatBegins } from './tree-keys.ts';
import {
  above,
  filteredRows,
  hasChildren,
  openRows,
  searchable,
  shapeOf,
  type TreeShape,
} from './tree-rows.ts';
import styles from './framework-tree.module.css';

const rowHeight = 34;
const typingPauseMs = 700;

/**
 * Tens of thousands of items as a tree of which only what is on the screen is drawn. Arrows, Home, End,
 * letters and * as in a file tree; Enter opens. The selection is the caller's, by the item's code.
 */
export default function FrameworkTree(props: {
  tree: VersionTree;
  label: string;
  /** Words that filter the rows. */
  query: string;
  selected: string | undefined;
  onSelect: (code: string) => void;
  onOpen: (code: string) => void;
  /** What is expanded, by 'all' or 'none', each time `turn` changes. */
  wanted: { open: 'all' | 'none'; turn: number };
}) {
  const { tree, wanted } = props;
  const t = useMessages(frameworkMessages);
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const shape = useMemo(() => shapeOf(tree), [tree]);
  const query = useDeferredValue(props.query.trim());
  const texts = useMemo(() => (query ? searchable(tree) : []), [tree, query !== '']);
  const selectedPlace = props.selected === undefined ? -1 : tree.code.indexOf(props.selected);
  const [expanded, setExpanded] = useState(() => firstOpen(shape, selectedPlace));
  const filtered = useMemo(
    () => (query ? filteredRows(shape, texts, query) : undefined),
    [shape, texts, query],
  );
  const rows = useMemo(
    () => filtered?.rows ?? openRows(shape, expanded),
    [filtered, shape, expanded],
  );
  const active = Math.max(0, rows.indexOf(selectedPlace));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });

  useEffect(() => {
    if (wanted.turn === 0) return;
    setExpanded(
      wanted.open === 'none'
        ? new Set()
        : new Set(tree.id.keys().filter((place) => hasChildren(shape, place))),
    );
  }, [wanted]);
  useEffect(() => {
    if (selectedPlace < 0) return;
    const hidden = above(shape, selectedPlace).filter((place) => !expanded.has(place));
    if (hidden.length > 0 && !query) setExpanded(new Set([...expanded, ...hidden]));
  }, [selectedPlace, shape]);
  useEffect(() => {
    const row = rows.indexOf(selectedPlace);
    if (row >= 0) virtual.scrollToIndex(row, { align: 'auto' });
    // Only a new selection or a new list moves the view; expanding elsewhere does not.
  }, [selectedPlace, filtered]);

  const select = (row: number) => {
    const place = rows[row];
    if (place !== undefined) props.onSelect(tree.code[place]!);
  };
  const toggle = (place: number) => {
    setExpanded((before) => {
      const next = new Set(before);
      if (!next.delete(place)) next.add(place);
      return next;
    });
  };
  const typed = useRef({ text: '', at: 0 });
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const open = filtered !== undefined || expanded.has(rows[active] ?? -1);
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 400) / rowHeight) - 1);
    const deed = deedOf(event.key, { shape, rows, row: active, open, page });
    if (deed) {
      event.preventDefault();
      if (deed.do === 'go') select(deed.row);
      else if (deed.do === 'open') props.onOpen(tree.code[deed.place]!);
      else if (deed.do === 'expand-siblings') {
        const parent = tree.parent[deed.place];
        const beside = tree.id.keys().filter((place) => tree.parent[place] === parent);
        setExpanded(new Set([...expanded, ...beside]));
      } else if (!filtered) toggle(deed.place);
    } else if (event.key.length === 1 && event.key !== ' ') {
      const now = event.timeStamp;
      const text = now - typed.current.at < typingPauseMs ? typed.current.text : '';
      typed.current = { text: plain(text + event.key), at: now };
      const found = rowThatBegins(
        (row) => plain(tree.label[rows[row]!]!),
        rows.length,
        active,
        typed.current.text,
      );
      if (found !== undefined) select(found);
    }
  };
  const items = virtual.getVirtualItems();
  const activeShown = items.some(({ index }) => index === active);
  if (rows.length === 0) {
    return <p className="muted">{t('filter.none', { query: props.query })}</p>;
  }
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="tree"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={activeShown ? `${id}-${rows[active]}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }} className={styles.all}>
        {items.map(({ index, start }) => {
          const place = rows[index]!;
          return (
            <Row
              key={place}
              {...{ shape, place, start }}
              id={`${id}-${place}`}
              open={filtered ? true : expanded.has(place)}
              selected={place === selectedPlace}
              faint={filtered !== undefined && !filtered.matches.has(place)}
              fixed={filtered !== undefined}
              act={(what) => {
                if (what === 'toggle') toggle(place);
                else if (what === 'open') props.onOpen(tree.code[place]!);
                else props.onSelect(tree.code[place]!);
                frame.current?.focus({ preventScroll: true });
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

const Row = memo(
  function Row(props: {
    shape: TreeShape;
    place: number;
    start: number;
    id: string;
    open: boolean;
    selected: boolean;
    faint: boolean;
    fixed: boolean;
    act: (what: 'toggle' | 'select' | 'open') => void;
  }) {
    const { shape, place, open } = props;
    const { tree } = shape;
    const language = useLanguage();
    const parent = hasChildren(shape, place);
    const kind = tree.kinds[tree.kind[place]!]!;
    const Icon = kind in kindIcons ? kindIcons[kind as keyof typeof kindIcons] : undefined;
    const lang = tree.languages[tree.lang[place]!];
    return (
      <div
        id={props.id}
        role="treeitem"
        aria-level={shape.depth[place]! + 1}
        aria-posinset={shape.position[place]}
        aria-setsize={shape.siblings[place]}
        aria-expanded={parent ? open : undefined}
        aria-selected={props.selected}
        className={styles.row}
        data-faint={props.faint || undefined}
        style={{
          transform: `translateY(${props.start}px)`,
          paddingInlineStart: 6 + Math.min(10, shape.depth[place]!) * 18,
        }}
        onClick={() => props.act('select')}
        onDoubleClick={() => props.act('open')}
      >
        <span
          className={styles.twist}
          data-open={(parent && open) || undefined}
          onClick={(event) => {
            if (!parent || props.fixed) return;
            event.stopPropagation();
            props.act('toggle');
          }}
        >
          {parent && <IconChevronRight size={16} aria-hidden />}
        </span>
        {Icon && <Icon size={16} aria-hidden className={styles.kind} />}
        <span className={styles.label} lang={lang === language ? undefined : lang}>
          {tree.label[place]}
        </span>
        {shape.end[place]! > place + 1 && (
          <span className={styles.count}>
            {formatNumber(shape.end[place]! - place - 1, language)}
          </span>
        )}
      </div>
    );
  },
  (before, after) =>
    before.shape === after.shape &&
    before.place === after.place &&
    before.start === after.start &&
    before.open === after.open &&
    before.selected === after.selected &&
    before.faint === after.faint &&
    before.fixed === after.fixed,
);

/** What stands open at first: the top of a small tree, and the way to the selection. */
function firstOpen(shape: TreeShape, selected: number): Set<number> {
  const { tree } = shape;
  const tops = tree.id.keys().filter((place) => tree.parent[place] === -1);
  const open = new Set(tree.id.length <= 400 ? tops : []);
  if (selected >= 0) for (const place of above(shape, selected)) open.add(place);
  return open;
}
