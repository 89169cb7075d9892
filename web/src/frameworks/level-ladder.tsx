import type { FrameworkOf, ItemDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import styles from './ladder.module.css';
import { frameworkMessages } from './messages.ts';
import { itemPlace, versionPart } from './places.ts';
import { WordsView } from './words.tsx';

type Child = ItemDetail['children']['list'][number];

/** Levels that are items of their own (outcomes at a level), the highest rung at the top. */
export function LevelLadder({ framework, list }: { framework: FrameworkOf; list: Child[] }) {
  const t = useMessages(frameworkMessages);
  if (list.length === 0) return null;
  const rungs = [
    ...Map.groupBy(list, ({ level }) => `${level!.scale} ${level!.level}`).values(),
  ].sort((one, other) => other[0]!.level!.level - one[0]!.level!.level);
  return (
    <section className={styles.ladder}>
      <h2>{t('item.ladder')}</h2>
      <p className="muted small">{t('item.ladderHint')}</p>
      <ol reversed className={styles.rungs}>
        {rungs.map((children) => {
          const level = children[0]!.level!;
          return (
            <li key={`${level.scale} ${level.level}`} className={styles.rung}>
              <span className={styles.mark}>{level.code ?? level.level}</span>
              <div>
                <div className={styles.name}>
                  <WordsView words={level.label} fallback="" />
                </div>
                <ul className={styles.outcomes}>
                  {children.map(({ id, code, label }) => (
                    <li key={id}>
                      <Link to={itemPlace(framework, code)} search={versionPart(framework)}>
                        <WordsView words={label} fallback={code} />
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
