import type { EquatingRow, Ladder } from '@nhip/server/frameworks/levels/contract.ts';
import { useMessages } from '../../language.ts';
import { useFigures } from '../../ui/figures.tsx';
import { useWords } from '../words.tsx';
import { useEquatingWords, type Ladders, type Names } from './equating-sentence.ts';
import styles from './levels.module.css';
import { levelMessages } from './messages.ts';
import { spanOf } from './pairs.ts';

const RUNG = 46;

/** Two ladders with a band for each equating: filled where people can do the same, dotted where they usually hold it. */
export function EquatingPicture(props: { ladders: Ladders; names: Names; rows: EquatingRow[] }) {
  const { ladders, names, rows } = props;
  const t = useMessages(levelMessages);
  const words = useEquatingWords();
  const height = RUNG * Math.max(ladders.left.levels.length, ladders.right.levels.length);
  const said = rows.map((row) => words.sentence(row, ladders, names)).join(' ');
  const relations = (['equated', 'typical'] as const).filter((one) =>
    rows.some(({ relation }) => relation === one),
  );
  return (
    <figure className={styles.picture}>
      <div
        role="img"
        aria-label={t('equating.picture', { ...names, rows: said || t('equating.noRows') })}
        className={styles.drawing}
      >
        <Names names={names} />
        <Rungs ladder={ladders.left} height={height} />
        <Bands {...{ ladders, rows, height }} />
        <Rungs ladder={ladders.right} height={height} />
      </div>
      {relations.length > 0 && (
        <figcaption className={styles.legend}>
          {relations.map((relation) => (
            <span key={relation}>
              <span className={styles.swatch} data-relation={relation} aria-hidden />
              <span>
                <strong>{t(`equating.${relation}`)}</strong>:{' '}
                {t(relation === 'equated' ? 'equating.equatedMeans' : 'equating.typicalMeans')}
              </span>
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

function Names({ names }: { names: Names }) {
  return (
    <>
      <span className={styles.name}>{names.left}</span>
      <span />
      <span className={styles.name}>{names.right}</span>
    </>
  );
}

function Rungs({ ladder, height }: { ladder: Ladder; height: number }) {
  const words = useWords();
  return (
    <span className={styles.rungs} style={{ height }}>
      {ladder.levels.toReversed().map(({ level, code, label }) => (
        <span key={level} className={styles.step}>
          <b>{code ?? level}</b>
          <span>{words(label)}</span>
        </span>
      ))}
    </span>
  );
}

function Bands(props: { ladders: Ladders; rows: EquatingRow[]; height: number }) {
  const f = useFigures();
  const { left, right } = props.ladders;
  const levels = (ladder: Ladder) => ladder.levels.map(({ level }) => level);
  const bands = props.rows.flatMap((row) => {
    const from = spanOf(levels(left), row.from);
    const to = spanOf(levels(right), row.to);
    return from && to ? [{ row, from, to }] : [];
  });
  return (
    <span className={styles.bands} style={{ height: props.height }}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        {bands.map(({ row, from, to }) => (
          <path
            key={row.id}
            data-relation={row.relation}
            d={[
              `M0 ${inset(from.top, 1)} C50 ${inset(from.top, 1)} 50 ${inset(to.top, 1)} 100 ${inset(to.top, 1)}`,
              `L100 ${inset(to.bottom, -1)} C50 ${inset(to.bottom, -1)} 50 ${inset(from.bottom, -1)} 0 ${inset(from.bottom, -1)} Z`,
            ].join(' ')}
          />
        ))}
      </svg>
      {bands.map(({ row, from, to }) => (
        <span
          key={row.id}
          className={styles.share}
          style={{ top: `${(100 * (from.top + from.bottom + to.top + to.bottom)) / 4}%` }}
        >
          {f.share(row.confidence)}
        </span>
      ))}
    </span>
  );
}

const inset = (share: number, by: number) => Math.round((share * 100 + by * 0.8) * 100) / 100;
