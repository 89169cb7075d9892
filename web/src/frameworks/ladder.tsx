import type { ItemDetail, Rung } from '@nhip/server/frameworks/reading/contract.ts';
import { useMessages } from '../language.ts';
import styles from './ladder.module.css';
import { frameworkMessages } from './messages.ts';
import { useWords, WordsView } from './words.tsx';

/** The levels of a competency, the highest rung at the top; `brief`: without the hint and the empty rungs. */
export function Ladder(props: {
  rungs: Rung[];
  brief?: boolean;
  /** the levels at which it can sensibly be held */
  range?: ItemDetail['range'];
}) {
  const { rungs, brief, range } = props;
  const t = useMessages(frameworkMessages);
  const words = useWords();
  if (rungs.length === 0) return null;
  const scales = [...Map.groupBy(rungs, ({ scale }) => scale)];
  return (
    <section className={styles.ladder}>
      {brief ? <h3>{t('item.ladder')}</h3> : <h2>{t('item.ladder')}</h2>}
      {!brief && <p className="muted small">{t('item.ladderHint')}</p>}
      {range && !brief && (
        <p className="small">{t('item.range', { lowest: range.lowest, highest: range.highest })}</p>
      )}
      {scales.map(([scale, steps]) => (
        <ol key={scale} reversed className={styles.rungs}>
          {steps
            .toReversed()
            .filter(({ says }) => !brief || Object.keys(says).length > 0)
            .map((rung) => (
              <li
                key={rung.level}
                className={styles.rung}
                data-silent={Object.keys(rung.says).length === 0 || undefined}
              >
                <span className={styles.mark} title={words(rung.label)}>
                  {rung.code ?? rung.level}
                </span>
                <div>
                  {words(rung.label) && (
                    <div className={styles.name}>
                      <WordsView words={rung.label} />
                    </div>
                  )}
                  {Object.keys(rung.says).length > 0 ? (
                    <WordsView words={rung.says} />
                  ) : (
                    <span className="muted small">
                      {Object.keys(rung.descriptor).length > 0 ? (
                        <WordsView words={rung.descriptor} />
                      ) : (
                        t('item.noWords')
                      )}
                    </span>
                  )}
                </div>
              </li>
            ))}
        </ol>
      ))}
    </section>
  );
}
