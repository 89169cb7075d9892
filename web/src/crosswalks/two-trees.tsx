import type { CrosswalkPair } from '@nhip/server/crosswalks/contract.ts';
import { useMemo } from 'react';
import { useMessages } from '../language.ts';
import type { CrosswalkSession, Filter, Stop } from './crosswalk-session.ts';
import { rowsWith, type ItemIndex } from './item-index.ts';
import { crosswalkMessages } from './messages.ts';
import { Ribbons } from './ribbons.tsx';
import { TreePane } from './tree-pane.tsx';
import styles from './two-trees.module.css';
import { useWindow } from './use-window.ts';

/** Both frameworks side by side, with a lane between them in which what joins them is drawn. */
export function TwoTrees(props: {
  names: { from: string; to: string };
  from: ItemIndex;
  to: ItemIndex;
  session: CrosswalkSession;
  filter: Filter;
  onOpen: (stop: Stop) => void;
}) {
  const t = useMessages(crosswalkMessages);
  const { session, from, to } = props;
  const open = session.stops[session.at];
  const listed = useMemo(() => new Set(session.stops.map((stop) => stop.from)), [session.stops]);
  const fromRows = useMemo(
    () =>
      props.filter === 'all' ? [...from.items.keys()] : rowsWith(from, ({ id }) => listed.has(id)),
    [from, listed, props.filter],
  );
  const toRows = useMemo(() => [...to.items.keys()], [to]);
  const [fromRowOf, toRowOf] = [useRowOf(from, fromRows), useRowOf(to, toRows)];
  const states = useMemo(() => statesOf(session.pairs.values()), [session.pairs]);
  const left = useWindow(fromRows.length);
  const right = useWindow(toRows.length);
  return (
    <section className={styles.trees} aria-label={t('editor.trees')}>
      <TreePane
        framework={props.names.from}
        index={from}
        rows={fromRows}
        {...left}
        open={open?.from ?? null}
        stateOf={(id) => states.from.get(id)}
        onOpen={(id) => props.onOpen({ from: id, to: null })}
      />
      <Ribbons
        pairs={session.pairs.values()}
        from={{ window: left.window, rowOf: fromRowOf }}
        to={{ window: right.window, rowOf: toRowOf }}
        open={open}
      />
      <TreePane
        framework={props.names.to}
        index={to}
        rows={toRows}
        {...right}
        open={open?.to ?? null}
        stateOf={(id) => states.to.get(id)}
        onOpen={(id) => open && props.onOpen({ from: open.from, to: id })}
      />
      <p className={styles.legend}>{t('editor.legend')}</p>
    </section>
  );
}

function useRowOf(index: ItemIndex, rows: readonly number[]): ReadonlyMap<number, number> {
  return useMemo(() => new Map(rows.map((at, row) => [index.items[at]!.id, row])), [index, rows]);
}

type State = 'accepted' | 'waiting';

function statesOf(pairs: Iterable<CrosswalkPair>): Record<'from' | 'to', Map<number, State>> {
  const states = { from: new Map<number, State>(), to: new Map<number, State>() };
  for (const pair of pairs) {
    if (pair.status === 'rejected') continue;
    const state = pair.status === 'accepted' ? 'accepted' : 'waiting';
    for (const side of ['from', 'to'] as const) {
      // what waits is what a person looks for
      if (states[side].get(pair[side]) !== 'waiting') states[side].set(pair[side], state);
    }
  }
  return states;
}
