import styles from './chain-drawing.module.css';

const shown = 4;
const step = 46;

/** The last seals as links of a chain, the head filled; what waits for its seal as an open link. */
export function ChainDrawing({ lastSeal, waiting }: { lastSeal: number; waiting: number }) {
  const first = Math.max(1, lastSeal - shown + 1);
  const seals = Array.from({ length: lastSeal - first + 1 }, (_, place) => first + place);
  const earlier = first > 1;
  const start = earlier ? 22 : 2;
  const links = seals.length + (waiting > 0 ? 1 : 0);
  if (links === 0) return null;
  const width = start + links * step + 12;
  return (
    <svg className={styles.chain} width={width} height={34} viewBox={`0 0 ${width} 34`} aria-hidden>
      {earlier && <path className={styles.earlier} d="M2 17h18" />}
      {seals.map((seal, place) => {
        const x = start + place * step;
        const isHead = seal === lastSeal;
        return (
          <g key={seal}>
            <rect
              className={isHead ? styles.head : styles.link}
              x={x}
              y={5}
              width={step + 6}
              height={24}
              rx={12}
            />
            <text className={isHead ? styles.headNumber : styles.number} x={x + 26} y={21.5}>
              {seal}
            </text>
          </g>
        );
      })}
      {waiting > 0 && (
        <rect
          className={styles.waiting}
          x={start + seals.length * step}
          y={5}
          width={step + 6}
          height={24}
          rx={12}
        />
      )}
    </svg>
  );
}
