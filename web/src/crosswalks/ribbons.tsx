import type { CrosswalkPair } from '@nhip/server/crosswalks/contract.ts';
import { ROW_HEIGHT, type RowWindow } from './use-window.ts';
import styles from './ribbons.module.css';

export const LANE = 120;
const WIDE = 9;
const THIN = 1.5;

export interface Shown {
  window: RowWindow;
  /** the row of each item that the tree shows */
  rowOf: ReadonlyMap<number, number>;
}

/** What joins the items that are on screen on both sides; the open pair also where its other end lies beyond. */
export function Ribbons(props: {
  pairs: Iterable<CrosswalkPair>;
  from: Shown;
  to: Shown;
  open: { from: number; to: number | null } | undefined;
}) {
  const height = Math.max(props.from.window.height, props.to.window.height);
  const drawn = [...props.pairs].flatMap((pair) => {
    if (pair.status === 'rejected') return [];
    const open = props.open?.from === pair.from && props.open.to === pair.to;
    const [y1, y2] = [place(props.from, pair.from), place(props.to, pair.to)];
    if (y1 === undefined || y2 === undefined) return [];
    const seen = [y1, y2].map((y) => y > -ROW_HEIGHT && y < height + ROW_HEIGHT);
    if (open ? !seen[0] && !seen[1] : !seen[0] || !seen[1]) return [];
    const within = (y: number) => Math.min(Math.max(y, -8), height + 8);
    return [{ pair, open, y1: within(y1), y2: within(y2) }];
  });
  return (
    <svg className={styles.lane} width={LANE} height={height} aria-hidden>
      {drawn
        .sort((a, b) => Number(a.open) - Number(b.open))
        .map(({ pair, open, y1, y2 }) => (
          <Ribbon key={`${pair.from} ${pair.to}`} pair={pair} open={open} y1={y1} y2={y2} />
        ))}
    </svg>
  );
}

function place({ window, rowOf }: Shown, id: number): number | undefined {
  const row = rowOf.get(id);
  return row === undefined ? undefined : (row + 0.5) * ROW_HEIGHT - window.top;
}

function Ribbon(props: { pair: CrosswalkPair; open: boolean; y1: number; y2: number }) {
  const { pair, open, y1, y2 } = props;
  const state = { 'data-open': open || undefined, 'data-status': pair.status };
  const middle = LANE / 2;
  if (pair.relation === 'related') {
    const line = `M0 ${y1} C${middle} ${y1} ${middle} ${y2} ${LANE} ${y2}`;
    return <path d={line} className={styles.dotted} {...state} />;
  }
  const [a, b] = ENDS[pair.relation];
  const upper = `M0 ${y1 - a} C${middle} ${y1 - a} ${middle} ${y2 - b} ${LANE} ${y2 - b}`;
  const lower = `L${LANE} ${y2 + b} C${middle} ${y2 + b} ${middle} ${y1 + a} 0 ${y1 + a} Z`;
  return <path d={`${upper} ${lower}`} className={styles.band} {...state} />;
}

/** Half the width at either end: thick where the broader one is. */
const ENDS = { exact: [3, 3], broader: [WIDE, THIN], narrower: [THIN, WIDE] } as const;
